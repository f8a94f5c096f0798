import { type AppError, ok, type Result } from '@shared/kernel/result.ts';
import { identityToRecipient } from 'age-encryption';
import { sealWithPassphrase } from '../crypto/age.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { checkPassphraseStrength, holderWords } from '../vault/passphrase-strength.ts';
import { nowOf, type Unlocked } from '../vault/unlocked.ts';
import { exportFile, type IdentityExport, type SaveError } from './export-file.ts';

/** An age identity file (`age-keygen` writes such) with every identity that ever opened packages of this vault. */
export const identityFileText = async (unlocked: Unlocked): Promise<string> => {
  const lines = [`# created: ${nowOf(unlocked)}`];
  for (const identity of unlocked.vault.keys.receivingIdentities) {
    lines.push(`# public key: ${await identityToRecipient(identity)}`, identity);
  }
  return `${lines.join('\n')}\n`;
};

const sealed = async (unlocked: Unlocked, passphrase: string | null, workFactor?: number): Promise<Uint8Array> => {
  const bytes = new TextEncoder().encode(await identityFileText(unlocked));
  if (passphrase === null) return bytes;
  const file = await sealWithPassphrase(bytes, passphrase, workFactor);
  bytes.fill(0);
  return file;
};

/**
 * Saves the identities that open packages for this vault, for an auditor: encrypted by `passphrase` (`.age`), or bare
 * (`.txt`) when that is null. `weakPassphrase` when it is easily guessed. `workFactor` is lowered by tests alone.
 */
export const exportReceiving = async (
  unlocked: Unlocked,
  deps: IdentityExport & { readonly workFactor?: number },
  { passphrase }: { readonly passphrase: string | null },
): Promise<Result<{ saved: boolean }, SaveError | AppError<'weakPassphrase'>>> => {
  const words = holderWords({ records: unlocked.work.records });
  const strong = passphrase === null ? ok(null) : await checkPassphraseStrength(passphrase, words);
  if (!strong.ok) return strong;
  return exportFile(unlocked, deps, {
    extension: passphrase === null ? 'txt' : 'age',
    bytes: () => sealed(unlocked, passphrase, deps.workFactor),
    record: (tx) => appendAudit(unlocked.work, tx, { kind: 'receivingIdentityExported', subject: '' }),
  });
};
