import { fromHex } from '@shared/kernel/bytes.ts';
import { ok } from '@shared/kernel/result.ts';
import { eq, sql } from 'drizzle-orm';
import { noteErased } from '../backup/backup-state.ts';
import type { RecordsWriter } from '../db/handles.ts';
import { meta } from '../db/shared-columns.ts';
import { transactRecords } from '../db/transact.ts';
import { heldFile, heldPackageRows } from '../exchange/ledger/held-rows.ts';
import { readPackage } from '../formats/package/read-package.ts';
import { bytesAsSource } from '../formats/package/sources.ts';
import { readRecordFile } from '../formats/record/record-file.ts';
import { guidanceErasedAt } from '../guidance/receive-record.ts';
import type { Unlocked } from '../vault/unlocked.ts';
import { eraseDraftsLeft, noteDraftsLeft } from './erase-file.ts';

/** Row of `meta` while packages that were held may still carry records of guidance that was erased. */
const heldLeft = 'heldOfErased';

/** Notes that packages may still have something of a guidance that is being erased. */
export const noteHeldLeft = (tx: RecordsWriter): void => {
  tx.insert(meta).values({ key: heldLeft, value: '' }).onConflictDoNothing().run();
};

/** True when a package that was held carries a record of guidance that was erased; what cannot be opened does not. */
const carriesErased = async ({ vault }: Pick<Unlocked, 'vault'>, manifestHash: string): Promise<boolean> => {
  const file = heldFile(vault.records, manifestHash);
  if (file === undefined) return false;
  const read = await readPackage(bytesAsSource(file), vault.keys.receivingIdentities, { blobSink: () => null });
  const record = read.ok && read.value.guidance !== null ? readRecordFile(read.value.guidance) : null;
  return record?.ok === true && guidanceErasedAt(vault.records, record.value.record) !== null;
};

/**
 * Ends an erasure of guidance: packages with its records go that were held once, also those that were taken in then.
 * They lie here sealed, for keys that the vault has, and do not say outside which guidance they are of: so each is
 * opened. To be called after an erasure, and at each opening, which ends what was cut off. Done twice it is the same.
 */
export const eraseHeldLeft = async (unlocked: Pick<Unlocked, 'vault' | 'work'>): Promise<void> => {
  const { records } = unlocked.work;
  const left = eq(meta.key, heldLeft);
  if (records.select().from(meta).where(left).get() === undefined) return;
  const erased: string[] = [];
  for (const { manifest, manifestHash } of heldPackageRows(records)) {
    if (manifest.kind === 'guidance' && (await carriesErased(unlocked, manifestHash))) erased.push(manifestHash);
  }
  transactRecords(records, (tx) => {
    for (const item of erased) {
      tx.run(sql`DELETE FROM held_packages WHERE manifest_hash = ${Buffer.from(fromHex(item))}`);
      tx.run(sql`UPDATE decisions SET reason = '', acts = '[]', answers = '[]' WHERE item = ${item}`);
    }
    tx.delete(meta).where(left).run();
    if (erased.length === 0) return ok(null);
    // A backup may have been made since the erasure, which has them still.
    noteErased(unlocked.work, tx, ['records']);
    noteDraftsLeft(tx, { packages: erased });
    return ok(null);
  });
  // Why such a package was to be refused.
  eraseDraftsLeft(unlocked.work);
};
