import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { isInOffice } from '@shared/domain/identity/person.ts';
import { IconAddressBook, IconDownload, IconId } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.ts';
import { type Output, useCommand, useQueryCall } from '../../../lib/query.ts';
import { OldDirectory, useDirectoryAge } from '../../../ui/DirectoryAge.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useNotice } from '../../../ui/notice.ts';
import { Section } from '../../../ui/Section.tsx';
import { TenWords } from '../../../ui/TenWords.tsx';
import { Revealed } from '../Revealed.tsx';
import { useChooseFile } from '../use-choose-file.ts';
import { FoundDialog } from './FoundDialog.tsx';
import { MembersPart } from './MembersPart.tsx';

type Directory = NonNullable<Output<'identity.status'>['directory']>;

/** No directory yet: take one in, or (the personnel unit) publish one. */
const NoDirectory = ({ onFound }: { readonly onFound: () => void }) => {
  const { t } = useTranslation();
  const { choose, error } = useChooseFile();
  const roles = useQueryCall('session.get', {}).data?.unlocked?.roles ?? [];
  return (
    <Section title={t('directory.directory')}>
      <Stack gap="sm">
        <Text>{t('directory.none')}</Text>
        <Group gap="xs">
          <Button leftSection={<IconAddressBook size={17} aria-hidden />} onClick={() => void choose()}>
            {t('directory.takeFile')}
          </Button>
          {isInOffice(roles) && (
            <Button variant="default" onClick={onFound}>
              {t('directory.found')}
            </Button>
          )}
        </Group>
        {error !== null && <ErrorNotice error={error} />}
      </Stack>
    </Section>
  );
};

/** The directory at hand: whose, how new, and what may be done with it. */
const DirectoryPart = ({ directory }: { readonly directory: Directory }) => {
  const { t } = useTranslation();
  const { date, moment } = useFormat();
  const ageOf = useDirectoryAge();
  const { choose, error } = useChooseFile();
  const notice = useNotice();
  const exporting = useCommand('directory.export');
  const { institution, serial, issuedAt, takenAt, members, own, words } = directory;
  const save = async (): Promise<void> => {
    const answer = await exporting.run({});
    if (answer.ok && answer.value.saved) notice(t('directory.exported'));
  };
  return (
    <Section
      title={t('directory.directory')}
      actions={
        <Group gap="xs">
          {own && (
            <Button leftSection={<IconId size={17} aria-hidden />} onClick={() => void choose()}>
              {t('directory.certifyCard')}
            </Button>
          )}
          {own && (
            <Button
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden />}
              loading={exporting.busy}
              onClick={() => void save()}
            >
              {t('directory.export')}
            </Button>
          )}
          {!own && (
            <Button
              variant="default"
              leftSection={<IconAddressBook size={17} aria-hidden />}
              onClick={() => void choose()}
            >
              {t('directory.takeFile')}
            </Button>
          )}
        </Group>
      }
    >
      <Stack gap="xs">
        <Text fw={600}>{institution}</Text>
        <Text size="sm" c="dimmed">
          {t('directory.summary', { serial, date: date(issuedAt), members })}
          {` · ${ageOf(issuedAt).text}`}
          {!own && ` · ${t('directory.takenAt', { when: moment(takenAt) })}`}
        </Text>
        <OldDirectory issuedAt={issuedAt} own={own} />
        {own && (
          <Alert color="gray" variant="light">
            {t('directory.ownHint')}
          </Alert>
        )}
        {(error ?? exporting.error) !== null && (
          <ErrorNotice error={error ?? exporting.error ?? { code: 'internal' }} />
        )}
        <Revealed label={t('directory.showRootWords')}>
          <Text size="sm" mb="xs">
            {t(own ? 'directory.rootWordsOwn' : 'directory.rootWordsHint')}
          </Text>
          <TenWords words={words} label={t('directory.rootWords')} />
        </Revealed>
      </Stack>
    </Section>
  );
};

/** The directory and everyone in it. */
export const MembersTab = ({ directory }: { readonly directory: Directory | null }) => {
  const [founding, setFounding] = useState(false);
  return (
    <>
      {directory === null ? (
        <NoDirectory onFound={() => setFounding(true)} />
      ) : (
        <>
          <DirectoryPart directory={directory} />
          <MembersPart publishes={directory.own} />
        </>
      )}
      {founding && <FoundDialog takeOver={false} onClose={() => setFounding(false)} />}
    </>
  );
};
