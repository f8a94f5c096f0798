import { err, fail, ok } from '@shared/kernel/result.ts';
import { defineHandlers } from '../rpc/define-handlers.ts';
import { changePassphrase } from '../vault/change-passphrase.ts';
import { openVault } from '../vault/open-vault.ts';
import { recoverVault } from '../vault/recover-vault.ts';
import { parseRecoveryCode } from '../vault/recovery-code.ts';

/** Opening and locking a vault, by passphrase or by the recovery sheet. */
export const vaultHandlers = defineHandlers({
  'vault.unlock': async ({ vaultId, passphrase }, context) => {
    const { desk, session } = context;
    const known = await desk.known.find(vaultId);
    if (known === undefined) return fail('unknownVault');
    const entered = await desk.exclusively(async () => {
      if (session.vault() !== undefined) return fail('busy');
      const opened = await openVault(desk.deps, { dir: known.path, passphrase });
      if (!opened.ok) return err(opened.error);
      await context.enter(vaultId, opened.value);
      return ok({});
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
      const recovered = await recoverVault(desk.deps, { dir: known.path, code, newPassphrase });
      if (!recovered.ok) return err(recovered.error);
      await context.enter(vaultId, recovered.value);
      return ok({});
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
