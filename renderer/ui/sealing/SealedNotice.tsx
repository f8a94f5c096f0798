import { Alert, Code, List, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFocusHere } from '../use-focus-here.ts';

export interface SealedNoticeProps {
  /** Names of the files that were saved; they tell nothing of what is inside. */
  readonly files: readonly string[];
  /** For whom they are sealed. */
  readonly receiver: string;
  /** A receipt, which asks for none itself. */
  readonly isReceipt?: boolean;
  /** How to carry it is said by a notice below. */
  readonly isBrief?: boolean;
  readonly children?: ReactNode;
}

/** What was sealed and saved, and how to carry it. Takes the focus, since what was pressed is gone. */
export const SealedNotice = ({ files, receiver, isReceipt = false, isBrief = false, children }: SealedNoticeProps) => {
  const { t } = useTranslation();
  // Several parts lie in a folder of their own.
  const folder = /^(.+)\//.exec(files[0] ?? '')?.[1];
  const box = useFocusHere<HTMLDivElement>();
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      role="status"
      color="green"
      variant="light"
      icon={<IconCircleCheck aria-hidden />}
      title={t('sealing.done', { name: receiver })}
    >
      {folder !== undefined && <Text>{t('sealing.folder', { folder })}</Text>}
      <List listStyleType="none" spacing={2} aria-label={t('sealing.files')}>
        {files.map((name) => (
          <List.Item key={name}>
            <Code color="var(--mantine-color-default)">{name.slice(name.lastIndexOf('/') + 1)}</Code>
          </List.Item>
        ))}
      </List>
      {!isBrief && (
        <>
          <Text fw={600} mt="sm">
            {t('sealing.carry')}
          </Text>
          <List spacing={2} size="sm">
            <List.Item>{t('sealing.carryHow')}</List.Item>
            {files.length > 1 && <List.Item>{t('sealing.carryParts', { number: files.length })}</List.Item>}
            <List.Item>{t('sealing.carryNeutral')}</List.Item>
            {!isReceipt && <List.Item>{t('sealing.carryReceipt')}</List.Item>}
          </List>
        </>
      )}
      {children}
    </Alert>
  );
};
