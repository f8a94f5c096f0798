import type { Held } from '@shared/domain/package/outgoing.ts';
import { fromHex } from '@shared/kernel/bytes.ts';
import { and, eq, sql } from 'drizzle-orm';
import { actHolders } from '../../db/exchange-schema.ts';
import type { RecordsReader, RecordsWriter } from '../../db/handles.ts';

const buffer = (hex: string): Buffer => Buffer.from(fromHex(hex));

/** What somebody has of the acts of a case. */
export interface Holdings {
  /** Came from there, or a receipt names the package that carried it. */
  readonly certain: ReadonlyMap<string, Held>;
  /** Sent; perhaps lost. */
  readonly sent: ReadonlyMap<string, Held>;
}

interface HoldingRow {
  readonly hash: string;
  readonly form: Held;
  readonly direction: 'out' | 'in';
  readonly receivedAt: string | null;
}

/** What the holder of a key has of a case, as far as this vault knows. */
export const holdingsOf = (tx: RecordsReader, key: string, caseId: string): Holdings => {
  const rows = tx.all<HoldingRow>(sql`
    SELECT lower(hex(h.act_hash)) AS hash, h.form AS form, h.direction AS direction, p.received_at AS receivedAt
    FROM act_holders h
    JOIN acts a ON a.hash = h.act_hash AND a.case_id = ${caseId}
    JOIN packages p ON p.id = h.package_id AND p.direction = h.direction
    WHERE h.key = ${buffer(key)}`);
  const certain = new Map<string, Held>();
  const sent = new Map<string, Held>();
  for (const { hash, form, direction, receivedAt } of rows) {
    const map = direction === 'in' || receivedAt !== null ? certain : sent;
    if (map.get(hash) !== 'all') map.set(hash, form);
  }
  return { certain, sent };
};

/** Keys whose holders certainly have an act: it came from there, or they confirmed it (hexadecimal). */
export const certainHoldersOf = (tx: RecordsReader, hash: string): string[] =>
  tx
    .all<{ key: string }>(sql`
    SELECT DISTINCT lower(hex(h.key)) AS key
    FROM act_holders h
    JOIN packages p ON p.id = h.package_id AND p.direction = h.direction
    WHERE h.act_hash = ${buffer(hash)} AND (h.direction = 'in' OR p.received_at IS NOT NULL)`)
    .map(({ key }) => key);

/** Keys of everybody to whom anything of a case went, or from whom it came (hexadecimal). */
export const holdersOfCase = (tx: RecordsReader, caseId: string): string[] =>
  tx
    .all<{ key: string }>(sql`
    SELECT DISTINCT lower(hex(h.key)) AS key
    FROM act_holders h JOIN acts a ON a.hash = h.act_hash WHERE a.case_id = ${caseId}`)
    .map(({ key }) => key);

/** Notes that a package brought acts to the holder of a key, or that they came from there. */
export const noteHolders = (
  tx: RecordsWriter,
  key: string,
  packageId: string,
  direction: 'out' | 'in',
  acts: readonly { readonly hash: string; readonly form: Held }[],
): void => {
  if (acts.length === 0) return;
  const rows = acts.map(({ hash, form }) => ({ actHash: buffer(hash), key: buffer(key), form, packageId, direction }));
  tx.insert(actHolders).values(rows).onConflictDoNothing().run();
};

/** Forgets what somebody was thought to have: the vault behind the key was restored or replaced. */
export const forgetHoldings = (tx: RecordsWriter, key: string): void => {
  tx.delete(actHolders)
    .where(eq(actHolders.key, buffer(key)))
    .run();
};

/** Forgets what a package was thought to have brought: it was never written, or is given up. */
export const forgetPackage = (tx: RecordsWriter, packageId: string): void => {
  tx.delete(actHolders)
    .where(and(eq(actHolders.packageId, packageId), eq(actHolders.direction, 'out')))
    .run();
};

/** True when an act went out to somebody. */
export const wentOut = (tx: RecordsReader, hash: string): boolean =>
  tx
    .select({ key: actHolders.key })
    .from(actHolders)
    .where(and(eq(actHolders.actHash, buffer(hash)), eq(actHolders.direction, 'out')))
    .get() !== undefined;
