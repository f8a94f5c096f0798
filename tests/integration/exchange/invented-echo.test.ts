import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { systemClock } from '../../../electron/backend/crypto/clock.ts';
import { systemRandom } from '../../../electron/backend/crypto/random.ts';
import { auditWitnesses, packages } from '../../../electron/backend/db/exchange-schema.ts';
import { audit } from '../../../electron/backend/db/shared-columns.ts';
import { findEpoch } from '../../../electron/backend/exchange/ledger/epoch.ts';
import { insertPackage, packagesWith } from '../../../electron/backend/exchange/ledger/package-rows.ts';
import { formatShownBy } from '../../../electron/backend/exchange/ledger/peer-rows.ts';
import { seenFrom } from '../../../electron/backend/exchange/ledger/seen.ts';
import { takeIn } from '../../../electron/backend/exchange/receive/inspections.ts';
import { auditHead } from '../../../electron/backend/trail/witnesses.ts';
import { openDatabases } from '../../../electron/backend/vault/open-databases.ts';
import { unlockedOf } from '../../../electron/backend/vault/unlocked.ts';
import { createOpenVault } from '../../../electron/backend/vault/vault.ts';
import type { AuditHead, Manifest, Seen } from '../../../shared/domain/package/manifest.ts';
import { toHex } from '../../../shared/kernel/bytes.ts';
import { callsOn } from '../../fixtures/calls.ts';
import { contents } from '../../fixtures/case-steps.ts';
import { evaluated, observed, sign } from '../../fixtures/case-walks.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { addressOf, forgeAct, forgePackage } from '../../fixtures/forge.ts';
import { foundInstitution, look, type Member, pass, send, sendReceipt, take } from '../../fixtures/institution.ts';
import { unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';
import { vaultDeps } from '../../fixtures/vault-deps.ts';
import { writable } from '../../fixtures/writable.ts';

const cast = {
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
  head: { person: people.personnelHead, roles: ['personnelHead'] },
} as const;

const keyOf = ({ vault }: Pick<Member, 'vault'>): string => toHex(vault.publicKey);

/** An assessor's file with its report, which went to the officer; what the officer may honestly tell back. */
const reported = async () => {
  const { members } = await foundInstitution(cast);
  const { assessor, officer } = members;
  const caseId = await observed(assessor.calls);
  await evaluated(assessor.calls, caseId);
  await sign(assessor.calls, caseId, 'reportSubmitted', 'assessor');
  await pass(assessor, officer, caseId);
  const more = async (content: string): Promise<string[]> => {
    await sign(assessor.calls, caseId, 'feedbackRecorded', 'assessor', { content: { content } });
    return send(assessor, officer, caseId);
  };
  const seen = seenFrom(officer.vault.records, keyOf(officer), keyOf(assessor));
  if (seen === null) throw new Error('nothing came');
  return { ...members, caseId, more, seen };
};
type Reported = Awaited<ReturnType<typeof reported>>;

/** A receipt of the officer for the assessor that tells whatever it is given. */
const tells = async ({ officer, assessor }: Reported, seen: Seen): Promise<string> =>
  forgePackage(officer, await addressOf(assessor), {
    caseId: null,
    acts: [],
    change: (manifest) => ({ ...manifest, seen }),
  });

const kindsOf = ({ vault }: Member): string[] =>
  vault.records
    .select({ kind: audit.kind })
    .from(audit)
    .orderBy(audit.seq)
    .all()
    .map(({ kind }) => kind);

/** The vault of a member as its files are now, opened in a folder of its own. */
const copyOf = (member: Member): Member => {
  const dir = temporaryFolder();
  for (const name of ['records.db', 'notes.db']) copyFileSync(join(member.vault.dir, name), join(dir, name));
  const keys = structuredClone(member.vault.keys);
  const databases = unwrap(openDatabases(vaultDeps, dir, keys, 'open'));
  const vault = createOpenVault({ dir, keys, databases, notices: [] });
  onTestFinished(() => vault.close());
  const exchange = unlockedOf({ vault, clock: systemClock, random: systemRandom });
  return { ...member, vault, exchange, calls: callsOn(vault), outbox: temporaryFolder() };
};

/** Takes the end off an audit trail, below everything that keeps it. */
const cutAudit = ({ vault }: Member): void => {
  vault.records.$client.exec('DROP TRIGGER audit_keeps; DROP TRIGGER audit_stays');
  vault.records.$client.exec('DELETE FROM audit WHERE seq > 3');
};

const stranger = 'ab'.repeat(16);
const named = (packageId: string, counter: number): Seen['received'][number] => ({
  packageId,
  counter,
  at: '2026-05-01T00:00:00.000Z' as never,
});
const openHead: AuditHead = { size: 900, hash: 'cd'.repeat(32) };
const closedHead: AuditHead = { size: 0, hash: 'cd'.repeat(32) };

/** What a modified member may make up out of what it honestly saw, and out of nothing. */
const inventions: Readonly<Record<string, (seen: Seen, others: Seen) => Seen>> = {
  'a later package': (seen) => ({ ...seen, counter: 2, received: [...seen.received, named(stranger, 2)] }),
  'a later package, with an audit head as 0.3 had it': (seen) => ({
    ...seen,
    counter: 2,
    received: [...seen.received, named(stranger, 2)],
    audit: openHead,
  }),
  'a higher number alone': (seen) => ({ ...seen, counter: 7 }),
  'the true package under another number': (seen) => ({
    ...seen,
    counter: 3,
    received: seen.received.map((each) => ({ ...each, counter: 3 })),
  }),
  'a package beside the true one': (seen) => ({ ...seen, received: [...seen.received, named(stranger, 9)] }),
  'no package at all': (seen) => ({ ...seen, received: [] }),
  'an epoch that never was': (seen) => ({ ...seen, epoch: 'ef'.repeat(16) }),
  'an epoch that never was, with a package': (seen) => ({
    ...seen,
    epoch: 'ef'.repeat(16),
    received: [named(stranger, 1)],
    audit: openHead,
  }),
  'another closed head': (seen) => ({ ...seen, audit: closedHead }),
  'an open head': (seen) => ({ ...seen, audit: openHead }),
  'what another member honestly has': (_seen, others) => others,
  'the closed head of another package': (seen, others) => ({ ...seen, audit: others.audit }),
};

describe('an invented echo', () => {
  it.each(Object.entries(inventions))(
    'is not believed, and said to be the fault of its sender: %s',
    async (_, invent) => {
      const world = await reported();
      const { assessor, officer, head, seen } = world;
      await pass(assessor, head, world.caseId);
      const others = seenFrom(head.vault.records, keyOf(head), keyOf(assessor));
      if (others === null) throw new Error('nothing came');
      const epoch = findEpoch(assessor.vault.records);
      const told = await look(assessor, [await tells(world, invent(seen, others))]);
      expect(told).toMatchObject({
        held: 'echoInvented',
        mayAccept: true,
        details: [officer.person.name],
        notices: ['echoInvented'],
        confirms: 0,
      });

      unwrap(await takeIn(assessor.exchange, told.inspectionId, true));
      expect(findEpoch(assessor.vault.records)).toBe(epoch);
      expect(assessor.vault.records.select().from(auditWitnesses).all()).toEqual([]);
      expect(packagesWith(assessor.vault.records, 'out', keyOf(officer)).map(({ receivedAt }) => receivedAt)).toEqual([
        null,
      ]);
      const kinds = kindsOf(assessor);
      expect(kinds).toContain('echoInvented');
      expect(kinds).not.toContain('epochRenewed');
    },
  );

  it('does not keep out the acts beside it: a person may take them', async () => {
    const { assessor, officer, caseId, seen } = await reported();
    const { records } = officer.vault;
    const act = forgeAct(assessor, {
      caseId,
      type: 'feedbackRecorded',
      capacity: 'assessor',
      refs: loadCase(records, caseId).state.heads,
      content: contents.feedbackRecorded,
    });
    const change = (manifest: Manifest) => ({ ...manifest, seen });
    const path = await forgePackage(assessor, await addressOf(officer), { caseId, acts: [act], change });
    const told = await look(officer, [path]);
    expect(told).toMatchObject({ held: 'echoInvented', details: [assessor.person.name] });
    unwrap(await takeIn(officer.exchange, told.inspectionId, true));
    expect(loadCase(records, caseId).byHash.has(act.hash)).toBe(true);
  });
});

describe('a true echo', () => {
  it('confirms what came and makes nothing of it', async () => {
    const world = await reported();
    const told = await take(world.assessor, await sendReceipt(world.officer, world.assessor));
    expect(told).toMatchObject({ notices: [], confirms: 1 });
    expect(world.assessor.vault.records.select().from(auditWitnesses).all()).toHaveLength(1);
  });

  it('shows every rollback: the files of a vault put back to any earlier copy', async () => {
    const { assessor, officer, more } = await reported();
    const copies = [copyOf(assessor)];
    for (const content of ['Kedua.', 'Ketiga.', 'Keempat.']) {
      await take(officer, await more(content));
      copies.push(copyOf(assessor));
    }
    const receipt = await sendReceipt(officer, assessor);
    const told = await Promise.all(copies.map(async (copy) => (await look(copy, receipt)).notices));
    expect(told).toEqual([['rolledBack'], ['rolledBack'], ['rolledBack'], []]);
    for (const copy of copies.slice(0, 3)) {
      const before = findEpoch(copy.vault.records);
      await take(copy, receipt);
      expect(findEpoch(copy.vault.records)).not.toBe(before);
    }
  });

  it('shows a rollback after which numbers were used again, even by what came last', async () => {
    const { assessor, officer, more, caseId } = await reported();
    const copy = copyOf(assessor);
    await take(officer, await more('Hilang.'));
    const again = async (content: string): Promise<string[]> => {
      await sign(copy.calls, caseId, 'feedbackRecorded', 'assessor', { content: { content } });
      return send(copy, officer, caseId);
    };
    await again('Nomor dua lagi.');
    await take(officer, await again('Nomor tiga.'), 'actForked');
    const told = await look(copy, await sendReceipt(officer, assessor));
    expect(told.notices).toEqual(['rolledBack']);
  });

  it('shows one rollback once, whoever kept how many echoes of what is lost', async () => {
    const world = await reported();
    const { assessor, officer, head, more, caseId } = world;
    await pass(assessor, head, caseId);
    const copy = copyOf(assessor);
    const lost: Seen[] = [];
    for (const content of ['Kedua.', 'Ketiga.', 'Keempat.']) {
      await take(officer, await more(content));
      lost.push(seenFrom(officer.vault.records, keyOf(officer), keyOf(assessor)) ?? expect.fail('nothing came'));
    }
    await pass(assessor, head, caseId);
    const echoes = await Promise.all(lost.map((seen) => tells(world, seen)));
    const others = await sendReceipt(head, assessor);
    const told: (readonly string[])[] = [];
    for (const path of [...echoes.map((one) => [one]), others]) told.push((await take(copy, path)).notices);
    // Each forged package is of an epoch of its own.
    const rollbacks = told.map((notices) => notices.includes('rolledBack'));
    expect(rollbacks).toEqual([true, false, false, false]);
    expect(kindsOf(copy).filter((kind) => kind === 'epochRenewed')).toHaveLength(1);
  });

  it('shows an audit trail that was cut, though nothing else was', async () => {
    const { assessor, officer } = await reported();
    cutAudit(assessor);
    const told = await look(assessor, await sendReceipt(officer, assessor));
    expect(told.notices).toEqual(['rolledBack']);
  });
});

describe('the echo of a package that version 0.3 sealed', () => {
  /** What the officer has of the assessor, as if 0.3 had sealed it: nothing marked, the audit head open. */
  const sealedBefore = async () => {
    const world = await reported();
    const { assessor, officer, seen } = world;
    const [row] = packagesWith(assessor.vault.records, 'out', keyOf(officer));
    if (row === undefined) throw new Error('nothing left');
    const audit = auditHead(assessor.vault.records);
    const tx = writable(assessor.vault.records);
    const manifest = { ...row.manifest, packageId: stranger, audit };
    tx.delete(packages).run();
    insertPackage(tx, { ...row, direction: 'out', manifest, manifestBytes: Buffer.from(JSON.stringify(manifest)) });
    const honest: Seen = { ...seen, received: [named(stranger, 1)], audit };
    return { ...world, cut: () => cutAudit(assessor), told: async () => look(assessor, [await tells(world, honest)]) };
  };

  it('confirms it, and shows an audit trail that was cut since', async () => {
    const { cut, told } = await sealedBefore();
    expect(await told()).toMatchObject({ held: null, notices: [], confirms: 1 });
    cut();
    expect(await told()).toMatchObject({ held: null, notices: ['rolledBack'] });
  });

  it('proves nothing once it is forgotten: that is left to the person', async () => {
    const { assessor, cut, told } = await sealedBefore();
    writable(assessor.vault.records).delete(packages).run();
    cut();
    expect(await told()).toMatchObject({ held: 'echoInvented', mayAccept: true });
  });
});

describe('what a package says of its sender', () => {
  it('is no length and no head of its audit trail', async () => {
    const { assessor, officer } = await reported();
    const [row] = packagesWith(officer.vault.records, 'in', keyOf(assessor));
    expect(row?.manifest.audit.size).toBe(0);
    const heads = assessor.vault.records.select({ hash: audit.hash }).from(audit).all();
    const hash = row?.manifest.audit.hash ?? '';
    expect(heads.filter((each) => toHex(each.hash).slice(0, 8) === hash.slice(0, 8))).toEqual([]);
  });

  it('shows to read more than version 0.3', async () => {
    const world = await reported();
    const { assessor, officer, head } = world;
    expect(formatShownBy(head.vault.records, keyOf(assessor))).toBe(null);
    expect(formatShownBy(officer.vault.records, keyOf(assessor))).toBe(2);
    const old = await forgePackage(officer, await addressOf(assessor), { caseId: null, acts: [] });
    await take(assessor, [old]);
    expect(formatShownBy(assessor.vault.records, keyOf(officer))).toBe(1);
    await take(assessor, await sendReceipt(officer, assessor));
    expect(formatShownBy(assessor.vault.records, keyOf(officer))).toBe(2);
  });
});
