import { Alert, Button, Group, List, Radio, Stack, Text } from '@mantine/core';
import { type ReplacementReason, replacementReasons } from '@shared/domain/identity/replacement.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { type Output, useCommand, useQueryCall } from '../../lib/query.ts';
import { useLook } from '../../lib/use-look.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Section } from '../../ui/Section.tsx';

type Status = Output<'identity.status'>;

/** What follows, in the order in which it is to be done. */
const Follows = () => {
  const { t } = useTranslation();
  return (
    <>
      <Text size="sm" fw={600} mt="sm">
        {t('keys.identityFollows')}
      </Text>
      <List size="sm" type="ordered" aria-label={t('keys.identityFollows')}>
        {(['card', 'directory', 'older', 'backup'] as const).map((step) => (
          <List.Item key={step}>{t(`keys.identityStep.${step}`)}</List.Item>
        ))}
      </List>
    </>
  );
};

/** The new card, to be saved and sent while the directory does not have the new key. */
const NewCard = ({ replaced, directory, certifiedRoles }: Status) => {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const exporting = useCommand('identity.exportCard');
  const [saved, setSaved] = useState(false);
  if (replaced === null) return null;
  const waits = directory !== null && certifiedRoles === null;
  const save = async (): Promise<void> => {
    const answer = await exporting.run({});
    if (answer.ok && answer.value.saved) setSaved(true);
  };
  return (
    <Alert variant="light" color={waits ? 'amber' : 'gray'} mb="sm">
      <Text size="sm">
        {t('keys.identityReplaced', { when: moment(replaced.at), number: replaced.acts })}{' '}
        {waits && t('keys.identityWaits')}
      </Text>
      {exporting.error !== null && <ErrorNotice error={exporting.error} />}
      <Group mt="xs">
        <Button variant="default" loading={exporting.busy} onClick={() => void save()}>
          {t('keys.saveNewCard')}
        </Button>
        <Text role="status" size="sm" c="dimmed">
          {saved ? t('keys.cardSaved') : ''}
        </Text>
      </Group>
    </Alert>
  );
};

/** Gives the vault another identity, for a reason that others are told; then offers the card that says so. */
export const IdentitySection = () => {
  const { t } = useTranslation();
  const replace = useCommand('keys.replaceIdentity');
  const status = useQueryCall('identity.status', {}).data;
  const [reason, setReason] = useState<ReplacementReason | null>(null);
  const [done, setDone] = useState(false);
  useLook('keys', replace.busy);
  const run = async (): Promise<void> => {
    if (reason === null) return;
    setDone(false);
    const answer = await replace.run({ reason });
    if (!answer.ok) return;
    setReason(null);
    setDone(true);
  };
  const isRoot = status?.directory?.own === true;
  return (
    <Section title={t('keys.identity')} intro={t('keys.identityIntro')}>
      {status !== undefined && <NewCard {...status} />}
      {isRoot ? (
        <Text>{t('errors.identityIsRoot')}</Text>
      ) : (
        <>
          <Radio.Group
            label={t('keys.identityWhy')}
            value={reason}
            onChange={(next) => setReason(replacementReasons.find((one) => one === next) ?? null)}
          >
            <Stack gap={6} mt={6}>
              {replacementReasons.map((one) => (
                <Radio
                  key={one}
                  value={one}
                  label={t(`keys.identityReason.${one}`)}
                  description={t(`keys.identityReasonHint.${one}`)}
                />
              ))}
            </Stack>
          </Radio.Group>
          <Follows />
          {replace.error !== null && <ErrorNotice error={replace.error} />}
          <Group mt="sm">
            <Button variant="default" disabled={reason === null} loading={replace.busy} onClick={() => void run()}>
              {t('keys.replaceIdentity')}
            </Button>
            <Text role="status" size="sm" c="dimmed">
              {done ? t('keys.identityDone') : ''}
            </Text>
          </Group>
        </>
      )}
    </Section>
  );
};
