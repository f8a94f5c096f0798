import { Button, Menu } from '@mantine/core';
import { guidanceTitles } from '@shared/domain/documents/guidance/titles.ts';
import { type RecordKind, recordKinds } from '@shared/domain/guidance/record-contents.ts';
import { IconChevronDown, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { PaperDialog, type PreparedPaper } from '../../../ui/PaperDialog.tsx';

/** Any paper of guidance, blank, in one click. */
export const BlankPapers = () => {
  const { t } = useTranslation();
  const [prepared, setPrepared] = useState<PreparedPaper | null>(null);
  const prepare = useCommand('guidance.prepare');
  const open = async (kind: RecordKind): Promise<void> => {
    const answer = await prepare.run({ kind, source: null });
    if (answer.ok) setPrepared({ viewId: answer.value.viewId, title: guidanceTitles[kind] });
  };
  return (
    <>
      <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button
            variant="default"
            loading={prepare.busy}
            leftSection={<IconPrinter size={16} aria-hidden />}
            rightSection={<IconChevronDown size={15} aria-hidden />}
          >
            {t('guidance.blankPapers')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {recordKinds.map((kind) => (
            <Menu.Item key={kind} onClick={() => void open(kind)}>
              {guidanceTitles[kind]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {prepare.error !== null && <ErrorNotice error={prepare.error} />}
      <PaperDialog prepared={prepared} onClose={() => setPrepared(null)} />
    </>
  );
};
