import type { DirectoryEntry } from '@shared/domain/identity/directory.ts';
import type { ErasureMessage } from '@shared/domain/retention/request.ts';
import { fromHex } from '@shared/kernel/bytes.ts';
import { sql } from 'drizzle-orm';
import type { RecordsReader } from '../../db/handles.ts';
import { type PackageRow, packagesOfKind } from './package-rows.ts';

// What was asked and answered about erasures lies in the packages that carried it: by ids alone, and for good.

/** A package about erasures, as it left or came. */
export interface StoredMessage extends ErasureMessage {
  readonly row: PackageRow;
}

/** Keys of an entry, present and former. */
export const keysOf = ({ keys }: Pick<DirectoryEntry, 'keys'>): string[] => keys.map(({ key }) => key);

/** Packages about erasures that left or came, the oldest first; none that was given up or never written. */
export const erasureMessages = (tx: RecordsReader, direction: 'out' | 'in'): StoredMessage[] =>
  packagesOfKind(tx, direction, 'erasure')
    .filter(({ written }) => written)
    .flatMap((row) => (row.manifest.erasure === undefined ? [] : [{ row, ...row.manifest.erasure }]));

/**
 * True when anything of a file ever went to one of some keys or came from there. By the packages themselves: they stay
 * when the file is erased.
 */
export const hasShared = (tx: RecordsReader, keys: readonly string[], caseId: string): boolean =>
  keys.some((key) => {
    const peer = Buffer.from(fromHex(key));
    const { shared } = tx.get<{ shared: number }>(sql`SELECT
      EXISTS (
        SELECT 1 FROM packages
        WHERE peer_key = ${peer} AND written = 1 AND json_extract(CAST(manifest AS TEXT), '$.caseId') = ${caseId}
      )
      OR EXISTS (
        SELECT 1 FROM act_holders h JOIN acts a ON a.hash = h.act_hash WHERE h.key = ${peer} AND a.case_id = ${caseId}
      ) AS shared`);
    return shared === 1;
  });
