import { describe, expect, it } from 'vitest';
import { checkWitnesses } from '../../../electron/backend/audit/check-witnesses.ts';
import type { RecordsDb } from '../../../electron/backend/db/handles.ts';
import { type ChainRow, verifyAudit } from '../../../electron/backend/trail/audit-chain.ts';
import {
  allWitnesses,
  auditHead,
  type ChainHashes,
  judgedWitnesses,
  judgeHead,
  judgeWitness,
  noteWitness,
  type WitnessVerdict,
} from '../../../electron/backend/trail/witnesses.ts';
import type { AuditHead } from '../../../shared/domain/package/manifest.ts';
import { toHex } from '../../../shared/kernel/bytes.ts';
import { grow, growTo } from '../../fixtures/audit-chains.ts';
import { testVault } from '../../fixtures/calls.ts';
import { holder } from '../../fixtures/made-vault.ts';
import { writable } from '../../fixtures/writable.ts';

// A cut and a chain written anew are whole in themselves; heads that others echoed show them.

const length = 10_000;
const chain = growTo(length);
const headAt = (seq: number) => {
  const row = chain[seq - 1];
  return { size: seq, hash: row === undefined ? '0'.repeat(64) : toHex(row.hash) };
};

const emptyRecords = async (): Promise<RecordsDb> => {
  const { records } = await testVault(holder.person, holder.roles);
  records.$client.exec('DROP TRIGGER audit_keeps; DROP TRIGGER audit_stays');
  return records;
};

/** Puts rows in and takes rows out below everything that keeps the chain. */
const tamper = ({ $client }: RecordsDb) => {
  const insert = $client.prepare(
    'INSERT OR REPLACE INTO audit (seq, at, kind, subject, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const cut = $client.prepare('DELETE FROM audit WHERE seq > ?');
  return {
    put: ({ seq, at, kind, subject, prevHash, hash }: ChainRow): void =>
      void insert.run(seq, at, kind, subject, Buffer.from(prevHash), Buffer.from(hash)),
    cut: (after: number): void => void cut.run(after),
    atOnce: (run: () => void): void => $client.transaction(run)(),
  };
};

const vaultWithChain = async (rows: readonly ChainRow[]) => {
  const records = await emptyRecords();
  const { put, cut, atOnce } = tamper(records);
  atOnce(() => rows.forEach(put));
  return { records, put, cut, atOnce };
};

const places = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
const byPeer = (letter: string) => ({ key: letter.repeat(64), at: '2026-05-01T00:00:00.000Z' });

/** A chain in memory that ends with `last` after the first `kept` good entries. */
const cutTo = (kept: number, last?: ChainRow): ChainHashes => ({
  entries: last?.seq ?? kept,
  hashAt: (seq) => (seq === last?.seq ? last.hash : seq <= kept ? chain[seq - 1]?.hash : undefined),
});

/** Some places of all, near both ends and between. */
const sample = [0, 1, 2, 1234, 5000, length - 2, length - 1];

describe('heads that others saw', () => {
  it('hold at every length', async () => {
    const whole = cutTo(length);
    expect([0, ...places(length)].filter((seq) => judgeHead(whole, headAt(seq)) !== 'holds')).toEqual([]);
    const { records } = await vaultWithChain(chain);
    expect(auditHead(records)).toEqual(headAt(length));
    expect(sample.filter((seq) => judgeWitness(records, headAt(seq)) !== 'holds')).toEqual([]);
    expect(judgeWitness(records, { size: 0, hash: 'ab'.repeat(32) })).toBe('differs');
  });

  it('show every cut of the tail', async () => {
    // The longest head, the shortest that sees the cut, and the longest that does not.
    const judged = (judge: (head: AuditHead) => WitnessVerdict, kept: number): string =>
      [headAt(length), headAt(kept + 1), headAt(kept)].map(judge).join();
    const cuts = [0, ...places(length - 1)];
    expect(cuts.filter((kept) => judged((head) => judgeHead(cutTo(kept), head), kept) !== 'ahead,ahead,holds')).toEqual(
      [],
    );
    const { records, cut } = await vaultWithChain(chain);
    for (const kept of [...sample].reverse()) {
      cut(kept);
      expect(judged((head) => judgeWitness(records, head), kept)).toBe('ahead,ahead,holds');
      expect(verifyAudit(records)).toMatchObject({ entries: kept, broken: null });
    }
  });

  // Entry k of a fork has another hash, and every later one is a hash over it: a head at k or later could only fit
  // by a collision of SHA-256. So each fork is tried against the heads around its place, some of them in full below.
  it('show a fork at every place', () => {
    const missed = places(length).filter((at) => {
      const fork = cutTo(at - 1, grow(chain[at - 2], 'ff'));
      return judgeHead(fork, headAt(at - 1)) !== 'holds' || judgeHead(fork, headAt(at)) !== 'differs';
    });
    expect(missed).toEqual([]);
  });

  it.each([1, 2, 5000, length - 1, length])('show a fork at %i that is whole in itself', async (at) => {
    const fork = growTo(length + 3, chain.slice(0, at - 1), 'ff');
    const { records } = await vaultWithChain(fork);
    expect(verifyAudit(records)).toMatchObject({ entries: length + 3, broken: null });
    const seen = places(length).filter((seq) => seq % 97 === 0 || Math.abs(seq - at) < 3 || seq === length);
    const wrong = seen.filter((seq) => judgeWitness(records, headAt(seq)) !== (seq < at ? 'holds' : 'differs'));
    expect(wrong).toEqual([]);
  });

  it('show an entry that was taken out below a longer chain', async () => {
    const { records } = await vaultWithChain([...chain.slice(0, 9), ...chain.slice(10, 20)]);
    expect(judgeWitness(records, headAt(10))).toBe('differs');
    expect(verifyAudit(records).broken).toEqual({ seq: 10, reason: 'sequence' });
  });
});

describe('witnesses of a vault', () => {
  it('are kept once each, and told as one for everyone who saw the chain', async () => {
    const { records } = await vaultWithChain(chain.slice(0, 50));
    noteWitness(writable(records), { ...byPeer('a'), ...headAt(20) });
    noteWitness(writable(records), { ...byPeer('a'), ...headAt(20), at: '2026-06-01T00:00:00.000Z' });
    noteWitness(writable(records), { ...byPeer('a'), ...headAt(40) });
    noteWitness(writable(records), { ...byPeer('b'), ...headAt(30) });
    expect(allWitnesses(records)).toHaveLength(3);
    expect(judgedWitnesses(records)).toEqual([
      { ...byPeer('a'), ...headAt(40), verdict: 'holds' },
      { ...byPeer('b'), ...headAt(30), verdict: 'holds' },
    ]);
    expect(checkWitnesses({ records, notes: records as never })).toEqual([]);
  });

  it('tell the first head that does not hold, however many fit', async () => {
    const { records, cut, put } = await vaultWithChain(chain.slice(0, 50));
    for (const seq of [10, 35, 40, 45]) noteWitness(writable(records), { ...byPeer('a'), ...headAt(seq) });
    cut(30);
    expect(judgedWitnesses(records)).toMatchObject([{ size: 35, verdict: 'ahead' }]);
    for (const row of growTo(36, chain.slice(0, 30), 'ff').slice(30)) put(row);
    expect(judgedWitnesses(records)).toMatchObject([{ size: 35, verdict: 'differs' }]);
    expect(checkWitnesses({ records, notes: records as never })).toEqual([
      { file: 'records.db', code: 'auditDiffers', details: { size: 35, key: 'a'.repeat(16) } },
    ]);
  });

  it('are not asked of a schema that has none yet', async () => {
    const { records } = await vaultWithChain([]);
    records.$client.exec('DROP TABLE audit_witnesses');
    expect(checkWitnesses({ records, notes: records as never })).toEqual([]);
  });
});
