import { err, fail, ok } from '@shared/kernel/result.ts';
import { defineHandlers } from '../rpc/define-handlers.ts';
import { changePassphrase } from '../vault/change-passphrase.ts';
import { openVault } from '../vault/open-vault.ts';
import { recoverVault } from '../vault/recover-vault.ts';
import { parseRecoveryCode } from '../vault/recovery-code.ts';
import { upgradingOf } from './upgrading.ts';

/** Opening and locking a vault, by passphrase or by the recovery sheet. */
export const vaultHandlers = defineHandlers({
  'vault.unlock': async ({ vaultId, passphrase }, context) => {
    const { desk, session } = context;
    const known = await desk.known.find(vaultId);
    if (known === undefined) return fail('unknownVault');
    const entered = await desk.exclusively(async () => {
      if (session.vault() !== undefined) return fail('busy');
      const upgrade = upgradingOf(context);
      const opened = await openVault(desk.deps, { dir: known.path, passphrase, beforeUpgrade: upgrade.before });
      if (!opened.ok) return err(opened.error);
      await upgrade.noteIn(opened.value);
      const begun = await context.enter(vaultId, opened.value);
      return begun.ok ? ok({}) : begun;
    });
    return entered ?? fail('busy');
  },
  'vault.checkRecoveryCode': async ({ code }) => {
    const parsed = await parseRecoveryCode(code);
    return parsed.ok ? ok({}) : parsed;
  },
  'vault.recover': async ({ vaultId, code, newPassphrase }, context) => {
    const { desk, session } = context;
    const known = await desk.known.find(vaultId);
    if (known === undefined) return fail('unknownVault');
    const entered = await desk.exclusively(async () => {
      if (session.vault() !== undefined) return fail('busy');
      const upgrade = upgradingOf(context);
      const input = { dir: known.path, code, newPassphrase, beforeUpgrade: upgrade.before };
      const recovered = await recoverVault(desk.deps, input);
      if (!recovered.ok) return err(recovered.error);
      await upgrade.noteIn(recovered.value);
      const begun = await context.enter(vaultId, recovered.value);
      return begun.ok ? ok({}) : begun;
    });
    return entered ?? fail('busy');
  },
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
