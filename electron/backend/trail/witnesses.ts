import type { AuditHead } from '@shared/domain/package/manifest.ts';
import { toHex } from '@shared/kernel/bytes.ts';
import { asc, eq } from 'drizzle-orm';
import { auditWitnesses } from '../db/exchange-schema.ts';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import { audit } from '../db/shared-columns.ts';
import { chainHead, emptyChain } from './audit-chain.ts';

// Heads of this vault's chain travel in its packages; whoever takes one in echoes the head it saw. Nobody who
// edits the database here can reach what others saw: a cut or rewritten chain no longer fits it. Packages carry the
// head closed (`formats/package/own-marks.ts`); opened here, its hash has 16 bytes (`wholeHead`).

/**
 * `holds`: our chain has this head at this length. `ahead`: others saw a longer chain than we have, so ours was
 * cut or put back to an older state. `differs`: our entry of that number has another hash, so the chain was
 * edited, or cut and grown anew.
 */
export type WitnessVerdict = 'holds' | 'ahead' | 'differs';

/** Someone saw our chain at this head. */
export interface Witness extends AuditHead {
  /** Ed25519 public key of who saw it, 64 hexadecimal digits. */
  readonly key: string;
  /** When the echo was taken in here. */
  readonly at: string;
}

/** Length and head of the chain of records.db, to be stated in a package. */
export const auditHead = (tx: RecordsReader): AuditHead => {
  const { entries, head } = chainHead(tx);
  return { size: entries, hash: toHex(head) };
};

/** Keeps that someone saw our chain at this head. What is known already stays as it is. */
export const noteWitness = (tx: RecordsWriter, { key, size, hash, at }: Witness): void => {
  tx.insert(auditWitnesses)
    .values({ key: Buffer.from(key, 'hex'), size, hash: Buffer.from(hash, 'hex'), at })
    .onConflictDoNothing()
    .run();
};

/** A chain by its hashes. */
export interface ChainHashes {
  readonly entries: number;
  /** Hash of an entry; undefined when there is none of that number. */
  readonly hashAt: (seq: number) => Uint8Array | undefined;
}

/** Compares a head that others saw with a chain. Says nothing of what lies before it: that is `verifyChain`. */
export const judgeHead = ({ entries, hashAt }: ChainHashes, { size, hash }: AuditHead): WitnessVerdict => {
  const own = size === 0 ? emptyChain.head : hashAt(size);
  if (own !== undefined) return toHex(own) === hash ? 'holds' : 'differs';
  // A number that is missing further down was taken out.
  return size > entries ? 'ahead' : 'differs';
};

const hashesOf = (tx: RecordsReader): ChainHashes => ({
  entries: chainHead(tx).entries,
  hashAt: (seq) => tx.select({ hash: audit.hash }).from(audit).where(eq(audit.seq, seq)).get()?.hash,
});

/**
 * A head of which the first bytes of the hash are known, as this vault's chain has it. Where the chain has no such
 * head, zeros fill the hash: that holds nowhere.
 */
export const wholeHead = (tx: RecordsReader, { size, hash }: AuditHead): AuditHead => {
  const own = toHex(size === 0 ? emptyChain.head : (hashesOf(tx).hashAt(size) ?? new Uint8Array(0)));
  return { size, hash: own.startsWith(hash) ? own : hash.padEnd(64, '0') };
};

/** Compares a head that others saw with the chain of this vault. */
export const judgeWitness = (tx: RecordsReader, head: AuditHead): WitnessVerdict => judgeHead(hashesOf(tx), head);

/** Every head that was kept, by key and length. */
export const allWitnesses = (tx: RecordsReader): Witness[] =>
  tx
    .select()
    .from(auditWitnesses)
    .orderBy(asc(auditWitnesses.key), asc(auditWitnesses.size), asc(auditWitnesses.at))
    .all()
    .map(({ key, size, hash, at }) => ({ key: toHex(key), size, hash: toHex(hash), at }));

/** A head that someone saw, compared. */
export interface JudgedWitness extends Witness {
  readonly verdict: WitnessVerdict;
}

/**
 * One head for everyone who saw the chain: the first that does not hold, else the longest. All are compared; one
 * that holds vouches for everything before it, as long as the chain is whole in itself.
 */
export const judgedWitnesses = (tx: RecordsReader): JudgedWitness[] => {
  const chain = hashesOf(tx);
  const byKey = new Map<string, JudgedWitness>();
  for (const witness of allWitnesses(tx)) {
    const judged = { ...witness, verdict: judgeHead(chain, witness) };
    if ((byKey.get(witness.key)?.verdict ?? 'holds') === 'holds') byKey.set(witness.key, judged);
  }
  return [...byKey.values()];
};
