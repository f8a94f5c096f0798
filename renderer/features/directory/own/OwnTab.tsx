import { Alert, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconFileText, IconId } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Output, useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { TenWords } from '../../../ui/TenWords.tsx';
import { Revealed } from '../Revealed.tsx';

type Status = Output<'identity.status'>;

/** What the directory says of this vault: certified roles, or good for paper work alone. */
const Standing = ({ status }: { readonly status: Status }) => {
  const { t } = useTranslation();
  const { certifiedRoles, claimedRoles, directory } = status;
  const certified = certifiedRoles ?? [];
  const open = claimedRoles.filter((role) => !certified.includes(role));
  const names = (roles: readonly string[]): string => roles.map((role) => t(`roles.${role}`)).join(', ');
  if (certified.length === 0) {
    return (
      <Alert color="gray" variant="light" icon={<IconFileText aria-hidden />} title={t('directory.paperOnly')}>
        <Text>{t(directory === null ? 'directory.noDirectoryYet' : 'directory.notInDirectory')}</Text>
        {status.replaced !== null && directory !== null && <Text mt={4}>{t('directory.identityNew')}</Text>}
        <Text size="sm" mt={4}>
          {t('directory.claimed', { roles: names(claimedRoles) })}
        </Text>
      </Alert>
    );
  }
  return (
    <Stack gap="xs">
      <Group gap={6}>
        <IconCircleCheck size={18} color="var(--mantine-color-success)" aria-hidden />
        <Text>{t('directory.certifiedBy', { institution: directory?.institution ?? '' })}</Text>
      </Group>
      <Group gap="xs" component="ul" m={0} p={0} style={{ listStyle: 'none' }} aria-label={t('directory.certified')}>
        {certified.map((role) => (
          <Badge key={role} component="li" variant="light" color="green" tt="none" size="lg">
            {t(`roles.${role}`)}
          </Badge>
        ))}
      </Group>
      {open.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('directory.claimedOnly', { roles: names(open) })}
        </Text>
      )}
    </Stack>
  );
};

/** This vault's own card: to be saved and sent, its ten words to be read aloud. */
const OwnCard = ({ status }: { readonly status: Status }) => {
  const { t } = useTranslation();
  const exporting = useCommand('identity.exportCard');
  const [saved, setSaved] = useState(false);
  const save = async (): Promise<void> => {
    const answer = await exporting.run({});
    if (answer.ok && answer.value.saved) setSaved(true);
  };
  const words = <TenWords words={status.words} label={t('directory.ownWords')} />;
  return (
    <Section title={t('directory.card')} intro={t('directory.cardIntro')}>
      <Stack gap="sm">
        <Group>
          <Button leftSection={<IconId size={17} aria-hidden />} loading={exporting.busy} onClick={() => void save()}>
            {t('directory.saveCard')}
          </Button>
        </Group>
        {exporting.error !== null && <ErrorNotice error={exporting.error} />}
        {saved ? (
          <Alert role="status" color="green" variant="light" title={t('directory.cardSaved')}>
            <Text mb="xs">{t('directory.cardSavedText')}</Text>
            {words}
          </Alert>
        ) : (
          <Revealed label={t('directory.showOwnWords')}>
            <Text size="sm" mb="xs">
              {t('directory.readAloud')}
            </Text>
            {words}
          </Revealed>
        )}
        <Revealed label={t('directory.keyDetails')}>
          <Text size="sm">{t('directory.fingerprint', { fingerprint: status.keyFingerprint })}</Text>
        </Revealed>
      </Stack>
    </Section>
  );
};

/** Oneself: what the directory certifies, and one's own card. */
export const OwnTab = ({ status }: { readonly status: Status }) => {
  const { t } = useTranslation();
  return (
    <>
      <Section title={t('directory.standing')}>
        <Standing status={status} />
      </Section>
      <OwnCard status={status} />
    </>
  );
};
