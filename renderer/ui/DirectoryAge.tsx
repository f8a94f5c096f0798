import { Alert, Text } from '@mantine/core';
import { directoryAge } from '@shared/domain/identity/directory-age.ts';
import { toLocalDay } from '@shared/kernel/date.ts';
import { IconClockExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { today } from '../lib/format.ts';
import { useQueryCall } from '../lib/query.ts';

/** How old a directory is, in words, and whether that is old. */
export const useDirectoryAge = (): ((issuedAt: string) => { readonly text: string; readonly isOld: boolean }) => {
  const { t } = useTranslation();
  return (issuedAt) => {
    const { unit, count, isOld } = directoryAge(toLocalDay(issuedAt), today());
    return { text: count === 0 ? t('directory.age.today') : t(`directory.age.${unit}`, { count }), isOld };
  };
};

export interface OldDirectoryProps {
  readonly issuedAt: string;
  /** This vault publishes it. */
  readonly own: boolean;
}

/** Says that a directory is old and what may have changed since; nothing of one that is not. */
export const OldDirectory = ({ issuedAt, own }: OldDirectoryProps) => {
  const { t } = useTranslation();
  const { text, isOld } = useDirectoryAge()(issuedAt);
  if (!isOld) return null;
  return (
    <Alert
      color="amber"
      variant="light"
      icon={<IconClockExclamation aria-hidden />}
      title={t('directory.age.old', { age: text })}
    >
      {t(own ? 'directory.age.oldOwn' : 'directory.age.oldOfOthers')}
    </Alert>
  );
};

export interface ReliedOnProps extends OldDirectoryProps {
  readonly institution: string;
  /** Who is known by it: the receivers of what is sealed, or the sender and authors of what came. */
  readonly who: 'sealing' | 'receiving';
}

/** By which directory people are known, and how old that is. */
export const ReliedOnDirectory = ({ institution, issuedAt, own, who }: ReliedOnProps) => {
  const { t } = useTranslation();
  const { text, isOld } = useDirectoryAge()(issuedAt);
  if (isOld) return <OldDirectory issuedAt={issuedAt} own={own} />;
  return (
    <Text size="sm" c="dimmed">
      {t(`directory.age.${who}`, { institution, age: text })}
    </Text>
  );
};

/** Before something is sealed: by which directory its receivers are known, and how old that is. */
export const SealingDirectory = () => {
  const directory = useQueryCall('identity.status', {}).data?.directory ?? null;
  return directory && <ReliedOnDirectory {...directory} who="sealing" />;
};
