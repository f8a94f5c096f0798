import { Button, Loader, Text } from '@mantine/core';
import { placeOf } from '@shared/domain/place/places.ts';
import { useTranslation } from 'react-i18next';
import { useGo, useParameters } from '../../../lib/navigation.ts';
import { type Output, useQueryCall } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useChooseFile } from '../use-choose-file.ts';
import { CardFile } from './CardFile.tsx';
import { DirectoryFile } from './DirectoryFile.tsx';
import { ProfileFile } from './ProfileFile.tsx';
import { WaitingNotice } from './WaitingNotice.tsx';

type Inspected = Output<'identity.inspectFile'>;

/** An invitation belongs on the lock page: it begins a new vault. */
const InvitationFile = ({ file }: { readonly file: Extract<Inspected, { kind: 'invitation' }> }) => {
  const { t } = useTranslation();
  return (
    <Section title={t('directory.invitationFor', { name: file.name })} intro={file.institution}>
      <Text>{t('directory.invitationHere')}</Text>
    </Section>
  );
};

const FileBody = ({ file, token }: { readonly file: Inspected; readonly token: string }) => {
  if (file.kind === 'card') return <CardFile file={file} token={token} />;
  if (file.kind === 'profile') return <ProfileFile file={file} token={token} />;
  if (file.kind === 'directory') return <DirectoryFile file={file} token={token} />;
  return <InvitationFile file={file} />;
};

/** A card, a directory, a profile or an invitation: whose word it is, what it says, and what may be done with it. */
export const SignedFilePage = () => {
  const { t } = useTranslation();
  const go = useGo();
  const { token = '' } = useParameters('signedFile');
  const { choose, error } = useChooseFile();
  const inspected = useQueryCall('identity.inspectFile', { fileToken: token });
  const file = inspected.data;
  const failure = inspected.error ?? error;
  return (
    <Page
      key={token}
      title={file === undefined ? t('directory.fileTitle.any') : t(`directory.fileTitle.${file.kind}`)}
      width="reading"
      crumbs={[{ label: t('directory.title'), onClick: () => go(placeOf('directory')) }]}
    >
      {failure !== null && (
        <>
          <ErrorNotice error={failure} />
          <Button variant="default" onClick={() => void choose()}>
            {t('directory.otherFile')}
          </Button>
        </>
      )}
      {file === undefined && inspected.error === null && <Loader aria-label={t('common.loading')} />}
      {file !== undefined && <FileBody key={token} file={file} token={token} />}
      <WaitingNotice />
    </Page>
  );
};
