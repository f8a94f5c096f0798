import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vaultFiles } from '../../../electron/backend/vault/key-files.ts';
import { openVault } from '../../../electron/backend/vault/open-vault.ts';
import { recoverVault } from '../../../electron/backend/vault/recover-vault.ts';
import { copyOfVault, openCode, passphrase, vaultDeps, vaultTemplate } from '../../fixtures/made-vault.ts';
import { count, newTrials, type Trials } from '../kill/report.ts';

const newPassphrase = 'pepaya muda di tepi sungai 81';

const flip = (file: string, at: number): void => {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
};

/** What may be said of key files of which no good copy is left. */
const named = ['keyFileDamaged', 'keyFileParameters', 'wrongPassphrase', 'notAVault'];

/** What may be said of the file of the recovery sheet. */
const refused = ['keyFileDamaged', 'recoveryCodeForeign'];

/** One copy of the key file is damaged: the other one opens the vault, and heals it. */
const oneCopy = async (at: number): Promise<string[]> => {
  const dir = await copyOfVault();
  const good = readFileSync(join(dir, vaultFiles.key));
  flip(join(dir, vaultFiles.key), at);
  const opened = await openVault(vaultDeps, { dir, passphrase });
  if (!opened.ok) return [`does not open: ${opened.error.code}`];
  opened.value.close();
  return readFileSync(join(dir, vaultFiles.key)).equals(good) ? [] : ['the damaged copy was not mended'];
};

/** Both copies are damaged at one place: that is said, nothing is written. */
const bothCopies = async (at: number): Promise<string[]> => {
  const dir = await copyOfVault();
  for (const name of ['key', 'keyCopy'] as const) flip(join(dir, vaultFiles[name]), at);
  const damaged = readFileSync(join(dir, vaultFiles.key));
  const opened = await openVault(vaultDeps, { dir, passphrase });
  if (opened.ok) {
    opened.value.close();
    return ['it opened'];
  }
  return [
    ...(named.includes(opened.error.code) ? [] : [`said ${opened.error.code}`]),
    ...(readFileSync(join(dir, vaultFiles.key)).equals(damaged) ? [] : ['the key file was written']),
  ];
};

/** The file of the recovery sheet is damaged: the sheet is refused by name, the passphrase still opens. */
const recovery = async (at: number): Promise<string[]> => {
  const { recoveryIdentity } = await vaultTemplate();
  const dir = await copyOfVault();
  flip(join(dir, vaultFiles.recovery), at);
  const recovered = await recoverVault(vaultDeps, { dir, code: recoveryIdentity, newPassphrase });
  if (recovered.ok) {
    recovered.value.close();
    return ['a damaged file was taken'];
  }
  const opened = await openCode(dir);
  return [
    ...(refused.includes(recovered.error.code) ? [] : [`said ${recovered.error.code}`]),
    ...(opened === 'ok' ? [] : [`by the passphrase: ${opened}`]),
  ];
};

/**
 * Flips a bit in each byte, or in `bytes` of them, evenly spread, of one copy of the key file, of both, and of the file
 * of the recovery sheet. Each trial derives keys, which takes about a second. To be called inside a test.
 */
export const runKeyFileDamage = async ({ bytes }: { readonly bytes: number }): Promise<Trials> => {
  const { dir } = await vaultTemplate();
  const trials = newTrials();
  const places = (file: string): number[] => {
    const { length } = readFileSync(join(dir, file));
    const tried = Math.min(length, bytes);
    return Array.from({ length: tried }, (_, index) => Math.floor((index * length) / tried));
  };
  for (const at of places(vaultFiles.key)) {
    count(trials, `key.age byte ${at}`, await oneCopy(at));
    count(trials, `both copies byte ${at}`, await bothCopies(at));
  }
  for (const at of places(vaultFiles.recovery)) count(trials, `recovery.age byte ${at}`, await recovery(at));
  return trials;
};
