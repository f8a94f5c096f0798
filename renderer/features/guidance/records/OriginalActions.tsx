import { Button } from '@mantine/core';
import type { RecordView } from '@shared/contract/guidance.ts';
import { guidanceTitles } from '@shared/domain/documents/guidance/titles.ts';
import { IconFileSearch, IconSignature } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OriginalDialog } from './OriginalDialog.tsx';

interface OriginalActionsProps {
  readonly view: RecordView;
  /** The record itself waits for the holder, whose signature is given to both at once. */
  readonly maySign: boolean;
  readonly sign: { readonly busy: boolean; readonly run: (input: { readonly hash: string }) => Promise<unknown> };
}

/** What can be done with an original that goes round: read it, and sign its newest version. */
export const OriginalActions = ({ view, maySign, sign }: OriginalActionsProps) => {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const { hash, kind, parties, original, mayContinue } = view;
  return (
    <>
      {mayContinue && !maySign && (
        <Button
          size="xs"
          leftSection={<IconSignature size={15} aria-hidden />}
          loading={sign.busy}
          onClick={() => void sign.run({ hash })}
        >
          {t('guidance.records.original.sign')}
        </Button>
      )}
      {original !== null && original.turn !== null && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFileSearch size={15} aria-hidden />}
          onClick={() => setOpened(true)}
        >
          {t('guidance.records.original.open')}
        </Button>
      )}
      {opened && original !== null && (
        <OriginalDialog
          attachmentId={original.attachmentId}
          title={guidanceTitles[kind]}
          printedBy={parties[original.signed[0] ?? 0]?.name ?? ''}
          onClose={() => setOpened(false)}
        />
      )}
    </>
  );
};
