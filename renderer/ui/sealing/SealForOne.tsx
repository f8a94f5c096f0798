import { Button, Group, List, Loader, Modal, Radio, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallError } from '../../lib/call-error.ts';
import type { Failure } from '../../lib/failure-text.ts';
import { SealingDirectory } from '../DirectoryAge.tsx';
import { ErrorNotice } from '../ErrorNotice.tsx';
import { ReturnFocus } from '../ReturnFocus.tsx';
import { OlderProgramNotice, type OlderProgramNoticeProps } from './OlderProgramNotice.tsx';
import { SealedNotice } from './SealedNotice.tsx';

/** Somebody who may be chosen as receiver. */
export interface Receiver {
  readonly entryId: string;
  readonly name: string;
  readonly position?: string;
  readonly olderProgram: boolean;
}

/** Words of a dialog that seals: `nobody` and `notCertified` say why there is no receiver. */
export interface SealingTexts {
  readonly title: string;
  readonly to: string;
  readonly nobody: string;
  readonly notCertified: string;
  readonly leaves: string;
  readonly stays: string;
  readonly seal: string;
}

export interface SealForOneProps {
  /** Who may get it, as far as that is known yet. */
  readonly known: {
    readonly data: { readonly certified: boolean; readonly receivers: readonly Receiver[] } | undefined;
    readonly error: CallError | null;
  };
  readonly what: OlderProgramNoticeProps['what'];
  readonly texts: SealingTexts;
  readonly leaves: readonly string[];
  readonly stays: readonly string[];
  /** What is to be known besides before it leaves. */
  readonly children?: ReactNode;
  readonly sealing: { readonly busy: boolean; readonly error: Failure | null };
  /** Seals it for somebody; gives the names of the files, null where none was saved. */
  readonly onSeal: (entryId: string) => Promise<readonly string[] | null>;
  readonly onClose: () => void;
}

interface ToldProps {
  readonly title: string;
  readonly items: readonly string[];
}

const Told = ({ title, items }: ToldProps) => (
  <>
    <Text fw={600}>{title}</Text>
    <List size="sm">
      {items.map((item) => (
        <List.Item key={item}>{item}</List.Item>
      ))}
    </List>
  </>
);

/** Seals something for one receiver that is chosen; says before what leaves and what does not. */
export const SealForOne = (props: SealForOneProps) => {
  const { known, what, texts, leaves, stays, children, sealing, onSeal, onClose } = props;
  const { t } = useTranslation();
  const [entryId, setEntryId] = useState<string | null>(null);
  const [files, setFiles] = useState<readonly string[] | null>(null);
  const receivers = known.data?.receivers ?? [];
  const chosen = receivers.find((receiver) => receiver.entryId === (entryId ?? receivers[0]?.entryId));
  const seal = async (): Promise<void> => {
    if (chosen !== undefined) setFiles(await onSeal(chosen.entryId));
  };
  const failure = known.error ?? sealing.error;
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={texts.title}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ReturnFocus />
      {files !== null && <SealedNotice files={files} receiver={chosen?.name ?? ''} />}
      {files === null && known.data === undefined && known.error === null && (
        <Loader aria-label={t('common.loading')} />
      )}
      {files === null && (
        <Stack gap="sm">
          {known.data !== undefined && receivers.length === 0 && (
            <Text>{texts[known.data.certified ? 'nobody' : 'notCertified']}</Text>
          )}
          {receivers.length > 0 && (
            <>
              <SealingDirectory />
              <Radio.Group label={texts.to} value={chosen?.entryId ?? ''} onChange={setEntryId}>
                <Stack gap={6} mt={6}>
                  {receivers.map(({ entryId: value, name, position = '' }) => (
                    <Radio key={value} value={value} label={position === '' ? name : `${name} · ${position}`} />
                  ))}
                </Stack>
              </Radio.Group>
              {chosen?.olderProgram && <OlderProgramNotice name={chosen.name} what={what} />}
              <Told title={texts.leaves} items={leaves} />
              <Told title={texts.stays} items={stays} />
              {children}
            </>
          )}
          {failure !== null && <ErrorNotice error={failure} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button disabled={chosen === undefined} loading={sealing.busy} onClick={() => void seal()}>
              {texts.seal}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
};
