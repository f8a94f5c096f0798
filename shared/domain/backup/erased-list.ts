import { z } from 'zod';
import { hash, id } from '../fields.ts';

/** Name under which the key of a vault signs its list of erased files. */
export const erasedListSigner = 'bilik-erased';

/** How the name of such a list ends; it begins as the names of the backups beside which it lies. */
export const erasedListExtension = 'terhapus';

/**
 * What a vault has erased, to lie beside its backups: one that is older still has it, and who restores it
 * erases it before anybody sees it (docs/formats.md, "10. A backup"). Hashes of ids, which tell nobody anything.
 */
export const erasedList = z.strictObject({
  format: z.literal('bilik/erased/v1'),
  vaultId: id,
  /** SHA-256 of the id of each erased file (case), sorted. */
  files: z.array(hash),
  /** The same of each guidance, by the id of its file here, and of each year of learning records (`2024`). */
  guidance: z.array(hash).default([]),
  learning: z.array(hash).default([]),
  /** SHA-256 of `copy`, the hash of each erased copy, and the number of each time that it was erased; sorted. */
  copies: z.array(hash).default([]),
});
export type ErasedList = Readonly<z.infer<typeof erasedList>>;
