import { Alert, Anchor, Box, Group, Loader, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../lib/preferences.tsx';
import type { CallResult } from '../../lib/rpc/client.ts';
import { useRpc } from '../../lib/rpc-context.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import type { VaultEntry } from './parts.ts';
import { UnlockVault } from './UnlockVault.tsx';
import type { ReadInvitation } from './use-invitation.ts';
import { Welcome } from './Welcome.tsx';

const CreateVault = lazy(async () => ({ default: (await import('./create/CreateVault.tsx')).CreateVault }));
const InvitedVault = lazy(async () => ({ default: (await import('./invitation/InvitedVault.tsx')).InvitedVault }));
const RecoverVault = lazy(async () => ({ default: (await import('./RecoverVault.tsx')).RecoverVault }));

export interface LockPageProps {
  /** Why the page is shown: a lock reason, or null at the start. */
  readonly reason: string | null;
  readonly version: string;
  /** The known vaults as first asked. */
  readonly found: CallResult<'vault.list'>;
}

type View =
  | { readonly kind: 'unlock' }
  | { readonly kind: 'create' }
  | { readonly kind: 'invited'; readonly invitation: ReadInvitation }
  | { readonly kind: 'recover'; readonly vault: VaultEntry };

/** Why the vault was locked, when there is something to say. */
const LockReasonNotice = ({ reason }: { readonly reason: string | null }) => {
  const { t, i18n } = useTranslation();
  if (reason === null || !i18n.exists(`vault.reason.${reason}`)) return null;
  return (
    <Alert variant="light" color="gray" mb="md" role="status">
      {t(`vault.reason.${reason}`)}
    </Alert>
  );
};

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

/** The page before a vault is open: unlock, add, create (also by an invitation), recover. */
export const LockPage = ({ reason, version, found }: LockPageProps) => {
  const { t } = useTranslation();
  const rpc = useRpc();
  const [list, setList] = useState(found);
  const [view, setView] = useState<View>({ kind: 'unlock' });
  const reload = async (): Promise<void> => setList(await rpc.call('vault.list', {}));
  const home = (): void => setView({ kind: 'unlock' });
  const invited = (invitation: ReadInvitation): void => setView({ kind: 'invited', invitation });

  const content = () => {
    if (view.kind === 'create') return <CreateVault onBack={home} />;
    if (view.kind === 'invited') return <InvitedVault invitation={view.invitation} onBack={home} />;
    if (view.kind === 'recover') return <RecoverVault vault={view.vault} onBack={home} />;
    if (!list.ok) return <ErrorNotice error={list.error} onRetry={() => void reload()} />;
    const create = (): void => setView({ kind: 'create' });
    if (list.value.vaults.length === 0) return <Welcome onCreate={create} onInvited={invited} onAdded={reload} />;
    return (
      <UnlockVault
        list={list.value}
        onReload={reload}
        onCreate={create}
        onInvited={invited}
        onRecover={(vault) => setView({ kind: 'recover', vault })}
      />
    );
  };

  return (
    <Box mih="100vh" bg="var(--bilik-surface)" style={{ display: 'flex', flexDirection: 'column' }}>
      <Box component="main" px="md" py="xl" w="100%" maw={view.kind === 'unlock' ? 480 : 760} m="auto">
        {view.kind === 'unlock' && <LockReasonNotice reason={reason} />}
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
