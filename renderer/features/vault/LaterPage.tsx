import { Anchor, Box, Group, Loader, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Preferences, usePreferences } from '../../lib/preferences.tsx';
import type { ReadBackup, ReadInvitation } from './choose-file.ts';
import type { VaultEntry } from './parts.ts';
import { Welcome } from './Welcome.tsx';

const CreateVault = lazy(async () => ({ default: (await import('./create/CreateVault.tsx')).CreateVault }));
const InvitedVault = lazy(async () => ({ default: (await import('./invitation/InvitedVault.tsx')).InvitedVault }));
const RestoreVault = lazy(async () => ({ default: (await import('./RestoreVault.tsx')).RestoreVault }));
const RecoverVault = lazy(async () => ({ default: (await import('./RecoverVault.tsx')).RecoverVault }));

/** What the lock page shows instead of the field for the passphrase. */
export type LaterView =
  | { readonly kind: 'welcome' }
  | { readonly kind: 'create' }
  | { readonly kind: 'invited'; readonly invitation: ReadInvitation }
  | { readonly kind: 'restore'; readonly backup: ReadBackup }
  | { readonly kind: 'recover'; readonly vault: VaultEntry };

export interface LaterPageProps {
  readonly version: string;
  readonly first: LaterView;
  /** Back to the field for the passphrase, with what the person chose of language meanwhile. */
  readonly onUnlock: (preferences: Preferences) => void;
}

const LanguageSwitch = () => {
  const { t } = useTranslation();
  const { preferences, change } = usePreferences();
  const other = preferences.language === 'id' ? 'en' : 'id';
  return (
    <Anchor component="button" type="button" size="sm" lang={other} onClick={() => void change({ language: other })}>
      {t(other === 'en' ? 'app.languageEn' : 'app.languageId')}
    </Anchor>
  );
};

/** The lock page beyond the passphrase: welcome, create (also by an invitation), restore, recover. */
export const LaterPage = ({ version, first, onUnlock }: LaterPageProps) => {
  const { t } = useTranslation();
  const { preferences } = usePreferences();
  const [view, setView] = useState(first);
  const unlock = (): void => onUnlock(preferences);
  const back = (): void => (first.kind === 'welcome' ? setView(first) : unlock());

  const content = () => {
    if (view.kind === 'create') return <CreateVault onBack={back} />;
    if (view.kind === 'invited') return <InvitedVault invitation={view.invitation} onBack={back} />;
    if (view.kind === 'restore') return <RestoreVault backup={view.backup} onBack={back} />;
    if (view.kind === 'recover') return <RecoverVault vault={view.vault} onBack={back} />;
    return (
      <Welcome
        onCreate={() => setView({ kind: 'create' })}
        onInvited={(invitation) => setView({ kind: 'invited', invitation })}
        onRestored={(backup) => setView({ kind: 'restore', backup })}
        onAdded={unlock}
      />
    );
  };

  return (
    <Box mih="100vh" bg="var(--bilik-surface)" style={{ display: 'flex', flexDirection: 'column' }}>
      <Box component="main" px="md" py="xl" w="100%" maw={view.kind === 'welcome' ? 480 : 760} m="auto">
        <Suspense fallback={<Loader aria-label={t('common.loading')} />}>{content()}</Suspense>
      </Box>
      <Group component="footer" justify="space-between" px="md" py="xs">
        <Text size="sm" c="dimmed">
          {t('vault.footer', { version })}
        </Text>
        <LanguageSwitch />
      </Group>
    </Box>
  );
};
