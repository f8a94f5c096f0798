import type { Role } from '@shared/domain/identity/person.ts';
import type { AuditHead } from '@shared/domain/package/manifest.ts';
import { type ShownFormat, shownFormat } from '@shared/domain/package/peer-formats.ts';
import { fromHex, toHex } from '@shared/kernel/bytes.ts';
import { eq } from 'drizzle-orm';
import { caseReceivers, peers } from '../../db/exchange-schema.ts';
import type { RecordsReader, RecordsWriter } from '../../db/handles.ts';

/** The latest that is known of the vault behind a key. */
export interface PeerRow {
  readonly epoch: string;
  readonly directorySerial: number;
  /** 0: none, or none that was told. */
  readonly profileSerial: number;
  readonly audit: AuditHead;
}

const buffer = (hex: string): Buffer => Buffer.from(fromHex(hex));

/** What is known of a key; undefined before anything came from there. */
export const findPeer = (tx: RecordsReader, key: string): PeerRow | undefined => {
  const row = tx
    .select()
    .from(peers)
    .where(eq(peers.key, buffer(key)))
    .get();
  return (
    row && {
      epoch: row.epoch,
      directorySerial: row.directorySerial,
      profileSerial: row.profileSerial,
      audit: { size: row.auditSize, hash: toHex(row.auditHash) },
    }
  );
};

/** Step of the format that the vault behind a key has shown to read; null before anything came from there. */
export const formatShownBy = (tx: RecordsReader, key: string): ShownFormat | null => {
  const known = findPeer(tx, key);
  return known === undefined ? null : shownFormat(known);
};

/** Notes the latest of a key; the caller knows that it is. */
export const writePeer = (
  tx: RecordsWriter,
  key: string,
  { epoch, directorySerial, profileSerial, audit }: PeerRow,
  at: string,
): void => {
  const values = {
    epoch,
    directorySerial,
    profileSerial,
    auditSize: audit.size,
    auditHash: buffer(audit.hash),
    updatedAt: at,
  };
  tx.insert(peers)
    .values({ key: buffer(key), ...values })
    .onConflictDoUpdate({ target: peers.key, set: values })
    .run();
};

/** Who was said to hold posts of a case. */
export const chosenReceivers = (tx: RecordsReader, caseId: string): Readonly<Partial<Record<Role, string>>> =>
  Object.fromEntries(
    tx
      .select()
      .from(caseReceivers)
      .where(eq(caseReceivers.caseId, caseId))
      .all()
      .map(({ role, entryId }) => [role, entryId]),
  );

/** Says who holds a post of a case. */
export const writeChosenReceiver = (tx: RecordsWriter, caseId: string, role: Role, entryId: string): void => {
  tx.insert(caseReceivers)
    .values({ caseId, role, entryId })
    .onConflictDoUpdate({ target: [caseReceivers.caseId, caseReceivers.role], set: { entryId } })
    .run();
};
