import { Alert, Loader, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.ts';
import { useQueryCall } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Revealed } from '../Revealed.tsx';
import { type CardFileProps, CertifyForm } from './CertifyForm.tsx';
import type { Card } from './use-certification.ts';

/** What the card says of its person. */
const CardText = ({ file }: { readonly file: Card }) => {
  const { t } = useTranslation();
  const { date } = useFormat();
  const { person, roles, institution, issuedAt } = file.card;
  const tail = person.nipTail === '' ? '' : t('directory.nipTail', { digits: person.nipTail });
  return (
    <Section title={person.name} intro={t('directory.cardIssued', { date: date(issuedAt) })}>
      <Stack gap={4}>
        <Text>{[person.position, person.unit, tail].filter((part) => part !== '').join(' · ')}</Text>
        <Text>{institution}</Text>
        <Text>{t('directory.asksFor', { roles: roles.map((role) => t(`roles.${role}`)).join(', ') })}</Text>
        {file.answers !== null && <Text>{t('directory.answers', { name: file.answers })}</Text>}
        <Revealed label={t('directory.keyDetails')}>
          <Text size="sm">{t('directory.fingerprint', { fingerprint: file.keyFingerprint })}</Text>
        </Revealed>
      </Stack>
    </Section>
  );
};

/** An identity card: what it says, and (the publisher) its certification. */
export const CardFile = ({ file, token }: CardFileProps) => {
  const { t } = useTranslation();
  const status = useQueryCall('identity.status', {});
  const settled = file.state === 'known' || file.state === 'revoked';
  const publishes = status.data?.directory?.own === true;
  return (
    <>
      <CardText file={file} />
      {status.error && <ErrorNotice error={status.error} onRetry={() => void status.refetch()} />}
      {status.data === undefined && status.error === null && <Loader aria-label={t('common.loading')} />}
      {settled && (
        <Alert role="status" color="gray" variant="light">
          {t(file.state === 'known' ? 'directory.cardKnown' : 'directory.cardRevoked')}
        </Alert>
      )}
      {status.data !== undefined && !settled && !publishes && (
        <Alert color="gray" variant="light">
          {t('directory.cardNotHere')}
        </Alert>
      )}
      {publishes && !settled && <CertifyForm file={file} token={token} />}
    </>
  );
};
