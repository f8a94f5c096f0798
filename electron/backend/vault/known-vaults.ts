import { mkdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { id } from '@shared/domain/fields.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { readableFileName } from '@shared/kernel/hidden-signs.ts';
import { type AppError, err, fail, ok, type Result } from '@shared/kernel/result.ts';
import { z } from 'zod';
import { randomId } from '../crypto/random.ts';
import type { VaultDeps } from './vault-deps.ts';
import { toFileError, type WriteErrorCode, writeAtomically } from './write-atomically.ts';

const knownVault = z.strictObject({
  /** Opaque name of this entry; says nothing of the path. */
  id,
  path: z.string().min(1),
  /** When it was last opened here; null: never. */
  lastOpened: z.iso.datetime().nullable(),
});
const fileSchema = z.strictObject({ vaults: z.array(knownVault).max(1000) });

/** A vault that this user of this computer has made, opened or added. */
export type KnownVault = Readonly<z.infer<typeof knownVault>>;

/** The list of known vaults, in `vaults.json`. */
export interface KnownVaults {
  /** In the order in which they were added. */
  readonly list: () => Promise<readonly KnownVault[]>;
  readonly find: (id: string) => Promise<KnownVault | undefined>;
  /** Adds a folder, or answers the entry that it has already. */
  readonly add: (path: string) => Promise<Result<KnownVault, AppError<WriteErrorCode>>>;
  /** Takes an entry off; the files stay. Fails with `unknownVault`. */
  readonly forget: (id: string) => Promise<Result<null, AppError<WriteErrorCode | 'unknownVault'>>>;
  /** Notes that a vault was opened just now. Fails with `unknownVault`. */
  readonly noteOpened: (id: string) => Promise<Result<null, AppError<WriteErrorCode | 'unknownVault'>>>;
}

/** Name of the folder of a vault, for the eye. */
export const vaultLabelOf = ({ path }: KnownVault): string => readableFileName(basename(path));

/** The entry opened last, or null. */
export const lastOpenedId = (vaults: readonly KnownVault[]): string | null => {
  const opened = vaults.filter(({ lastOpened }) => lastOpened !== null);
  return opened.sort((a, b) => (a.lastOpened ?? '').localeCompare(b.lastOpened ?? '')).at(-1)?.id ?? null;
};

const read = async (file: string): Promise<readonly KnownVault[]> => {
  try {
    return fileSchema.parse(JSON.parse(await readFile(file, 'utf8'))).vaults;
  } catch {
    // Absent or spoiled: the vaults themselves are untouched and can be added again.
    return [];
  }
};

/** The list below the app's own settings folder, which is made when first written to. */
export const createKnownVaults = (deps: Pick<VaultDeps, 'clock' | 'random' | 'fs'>, folder: string): KnownVaults => {
  const file = join(folder, 'vaults.json');
  const write = async (vaults: readonly KnownVault[]): Promise<Result<null, AppError<WriteErrorCode>>> => {
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
    } catch (thrown) {
      return err(toFileError(thrown));
    }
    return writeAtomically(deps.fs, file, new TextEncoder().encode(`${JSON.stringify({ vaults }, null, 2)}\n`));
  };
  const replace = async (id: string, by: (vault: KnownVault) => readonly KnownVault[]) => {
    const vaults = await read(file);
    if (!vaults.some((vault) => vault.id === id)) return fail('unknownVault');
    return write(vaults.flatMap((vault) => (vault.id === id ? by(vault) : [vault])));
  };
  return {
    list: () => read(file),
    find: async (id) => (await read(file)).find((vault) => vault.id === id),
    add: async (path) => {
      const vaults = await read(file);
      const known = vaults.find((vault) => vault.path === resolve(path));
      if (known !== undefined) return ok(known);
      const added: KnownVault = { id: randomId(deps.random), path: resolve(path), lastOpened: null };
      const written = await write([...vaults, added]);
      return written.ok ? ok(added) : written;
    },
    forget: (id) => replace(id, () => []),
    noteOpened: (id) => replace(id, (vault) => [{ ...vault, lastOpened: toIsoInstant(deps.clock.now()) }]),
  };
};
