import { err, fail, ok, type Result } from '@shared/kernel/result.ts';
import type { CallContext } from '../rpc/context.ts';
import { defineHandlers } from '../rpc/define-handlers.ts';
import type { BeforeUpgrade } from '../vault/before-upgrade.ts';
import { changePassphrase } from '../vault/change-passphrase.ts';
import { openVault } from '../vault/open-vault.ts';
import { recoverVault } from '../vault/recover-vault.ts';
import { parseRecoveryCode } from '../vault/recovery-code.ts';
import type { OpenVault } from '../vault/vault.ts';
import type { VaultError } from '../vault/vault-deps.ts';
import { upgradingOf } from './upgrading.ts';

/**
 * Opens a known vault by `open` and begins its session, unless one is open. Of one that is brought up to date a backup
 * is made before. Fails as `open` and `enter` do, or with `unknownVault` or `busy`.
 */
const enterKnown = async (
  context: Pick<CallContext, 'desk' | 'session' | 'clock' | 'random' | 'enter'>,
  vaultId: string,
  open: (at: { readonly dir: string; readonly beforeUpgrade: BeforeUpgrade }) => Promise<Result<OpenVault, VaultError>>,
) => {
  const { desk, session } = context;
  const known = await desk.known.find(vaultId);
  if (known === undefined) return fail('unknownVault');
  const entered = await desk.exclusively(async () => {
    if (session.vault() !== undefined) return fail('busy');
    const upgrade = upgradingOf(context);
    const opened = await open({ dir: known.path, beforeUpgrade: upgrade.before });
    if (!opened.ok) return err(opened.error);
    await upgrade.noteIn(opened.value);
    const begun = await context.enter(vaultId, opened.value);
    return begun.ok ? ok({}) : begun;
  });
  return entered ?? fail('busy');
};

/** Opening and locking a vault, by passphrase or by the recovery sheet. */
export const vaultHandlers = defineHandlers({
  'vault.unlock': ({ vaultId, passphrase }, context) =>
    enterKnown(context, vaultId, (at) => openVault(context.desk.deps, { ...at, passphrase })),
  'vault.checkRecoveryCode': async ({ code }) => {
    const parsed = await parseRecoveryCode(code);
    return parsed.ok ? ok({}) : parsed;
  },
  'vault.recover': ({ vaultId, code, newPassphrase }, context) =>
    enterKnown(context, vaultId, (at) => recoverVault(context.desk.deps, { ...at, code, newPassphrase })),
  'vault.changePassphrase': async (_input, { desk, vault }, { passphrase, chosen }) => {
    if (passphrase === null || chosen === null) return fail('notConfirmed');
    const changed = await desk.exclusively(() =>
      changePassphrase(desk.deps, vault, { current: passphrase, next: chosen }),
    );
    if (changed === null) return fail('busy');
    return changed.ok ? ok({}) : changed;
  },
  'vault.lock': (_input, { session }) => {
    void session.lock('requested');
    return ok({});
  },
});
