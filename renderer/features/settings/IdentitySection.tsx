import { Alert, Button, Group, List, Radio, Stack, Text } from '@mantine/core';
import { type ReplacementReason, replacementReasons } from '@shared/domain/identity/replacement.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { askAnew, type Output, useCommand, useQueryCall } from '../../lib/query.ts';
import { useLook } from '../../lib/use-look.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Section } from '../../ui/Section.tsx';
import { KeysProgress } from './KeysProgress.tsx';

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

/** Why the identity is given up; nothing is chosen beforehand. */
const Reason = ({
  reason,
  onChange,
}: {
  readonly reason: ReplacementReason | null;
  readonly onChange: (reason: ReplacementReason | null) => void;
}) => {
  const { t } = useTranslation();
  return (
    <Radio.Group
      label={t('keys.identityWhy')}
      value={reason}
      onChange={(next) => onChange(replacementReasons.find((one) => one === next) ?? null)}
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
  );
};

/** Asks for a reason and gives the vault another identity; shows how far that is. */
const Replacing = () => {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const replace = useCommand('keys.replaceIdentity');
  const rotation = useQueryCall('keys.status', {}).data?.rotation ?? null;
  const [reason, setReason] = useState<ReplacementReason | null>(null);
  const [done, setDone] = useState(false);
  useLook('keys', replace.busy || rotation !== null);
  const run = async (): Promise<void> => {
    if (reason === null) return;
    setDone(false);
    const answer = await replace.run({ reason });
    askAnew(queries, ['keys']);
    if (!answer.ok) return;
    setReason(null);
    setDone(true);
  };
  const failure = replace.error?.code === 'rotationCancelled' ? null : replace.error;
  if (rotation?.of === 'identity') return <KeysProgress {...rotation} />;
  return (
    <>
      <Reason reason={reason} onChange={setReason} />
      <Follows />
      {failure !== null && <ErrorNotice error={failure} />}
      <Group mt="sm">
        <Button variant="default" disabled={reason === null} loading={replace.busy} onClick={() => void run()}>
          {t('keys.replaceIdentity')}
        </Button>
        <Text role="status" size="sm" c="dimmed">
          {done ? t('keys.identityDone') : ''}
        </Text>
      </Group>
    </>
  );
};

/** Another identity for the vault; then the card that says so. */
export const IdentitySection = () => {
  const { t } = useTranslation();
  const status = useQueryCall('identity.status', {}).data;
  return (
    <Section title={t('keys.identity')} intro={t('keys.identityIntro')}>
      {status !== undefined && <NewCard {...status} />}
      {status?.directory?.own === true ? <Text>{t('errors.identityIsRoot')}</Text> : <Replacing />}
    </Section>
  );
};
