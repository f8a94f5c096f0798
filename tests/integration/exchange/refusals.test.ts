import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { openWithIdentity, sealToRecipient } from '../../../electron/backend/crypto/age.ts';
import { systemRandom } from '../../../electron/backend/crypto/random.ts';
import { packages } from '../../../electron/backend/db/exchange-schema.ts';
import { meta } from '../../../electron/backend/db/shared-columns.ts';
import { beginEpoch, senderEpoch } from '../../../electron/backend/exchange/ledger/epoch.ts';
import { findPeer } from '../../../electron/backend/exchange/ledger/peer-rows.ts';
import { seenFrom } from '../../../electron/backend/exchange/ledger/seen.ts';
import { takeIn } from '../../../electron/backend/exchange/receive/inspections.ts';
import { takeDirectory } from '../../../electron/backend/identity/trusted-directory.ts';
import type { Directory } from '../../../shared/domain/identity/directory.ts';
import { toHex } from '../../../shared/kernel/bytes.ts';
import { toLocalDay } from '../../../shared/kernel/date.ts';
import { attach, contents } from '../../fixtures/case-steps.ts';
import { evaluated, observed, sign } from '../../fixtures/case-walks.ts';
import { dumpWhatCounts } from '../../fixtures/dump.ts';
import { addressOf, forgeAct, forgePackage } from '../../fixtures/forge.ts';
import {
  foundInstitution,
  type Institution,
  look,
  type Member,
  pass,
  send,
  sendReceipt,
  take,
} from '../../fixtures/institution.ts';
import * as people from '../../fixtures/people/cast.ts';
import { writable } from '../../fixtures/writable.ts';

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
} as const;
type Cast = Institution<keyof typeof cast>;

/** An assessor's file with its report, ready to leave. */
const reported = async (assessor: Member): Promise<string> => {
  const caseId = await observed(assessor.calls);
  await evaluated(assessor.calls, caseId);
  const evidence = await attach(assessor.calls, '%PDF-1.7 lampiran');
  await sign(assessor.calls, caseId, 'reportSubmitted', 'assessor', { attachmentIds: [evidence] });
  return caseId;
};

/** Inspects, and proves that nothing that counts was changed by it. */
const heldBy = async (at: Member, paths: readonly string[]): Promise<string | null> => {
  const before = dumpWhatCounts(at.vault);
  const { held } = await look(at, paths);
  expect(dumpWhatCounts(at.vault)).toBe(before);
  return held;
};

const revoke = (directory: Directory, entryId: string): Directory => ({
  ...directory,
  entries: directory.entries.map((entry) =>
    entry.entryId === entryId
      ? { ...entry, keys: entry.keys.map((key) => ({ ...key, revoked: { at: key.from, reason: 'lost' } })) }
      : entry,
  ),
});

const tell = (member: Member, file: Uint8Array): void => {
  const taken = takeDirectory(member.exchange.work, writable(member.vault.records), file);
  expect(taken.ok).toBe(true);
};

const without = (directory: Directory, entryId: string): Directory => ({
  ...directory,
  entries: directory.entries.filter((entry) => entry.entryId !== entryId),
});

describe('a package is held, and nothing is stored,', () => {
  const begin = async (): Promise<Cast & { caseId: string }> => {
    const made = await foundInstitution(cast);
    return { ...made, publish: made.publish, caseId: await reported(made.members.assessor) };
  };

  it('when it comes a second time', async () => {
    const { members, caseId } = await begin();
    const paths = await send(members.assessor, members.officer, caseId);
    await take(members.officer, paths);
    expect(await heldBy(members.officer, paths)).toBe('packageDuplicate');
  });

  it('when it is for somebody else', async () => {
    const { members, caseId } = await begin();
    const paths = await send(members.assessor, members.officer, caseId);
    expect(await heldBy(members.head, paths)).toBe('packageNotForMe');
  });

  it('when its receiver passed it on under a new encryption', async () => {
    const { members, caseId } = await begin();
    const [path = ''] = await send(members.assessor, members.officer, caseId);
    const inside = await openWithIdentity(readFileSync(path), members.officer.vault.keys.receivingIdentities[0] ?? '');
    if (!inside.ok) throw new Error(inside.error);
    const forHead = await identityToRecipient(members.head.vault.keys.receivingIdentities[0] ?? '');
    const again = join(members.officer.outbox, 'lain.paket');
    writeFileSync(again, await sealToRecipient(inside.value, forHead));
    expect(await heldBy(members.head, [again])).toBe('packageForOther');
  });

  it('when a bit of it changed, or its end is missing', async () => {
    const { members, caseId } = await begin();
    const [path = ''] = await send(members.assessor, members.officer, caseId);
    const bytes = readFileSync(path);
    const changed = Buffer.from(bytes);
    changed[bytes.length - 40] = (changed[bytes.length - 40] ?? 0) ^ 1;
    const broken = join(members.officer.outbox, 'rusak.paket');
    writeFileSync(broken, changed);
    expect(await heldBy(members.officer, [broken])).toBe('packageDamaged');
    writeFileSync(broken, bytes.subarray(0, bytes.length - 100));
    expect(await heldBy(members.officer, [broken])).toBe('packageDamaged');
    writeFileSync(broken, 'bukan paket');
    expect(await heldBy(members.officer, [broken])).toBe('packageUnreadable');
  });

  it('when this vault trusts no directory', async () => {
    const { members, caseId } = await begin();
    const paths = await send(members.assessor, members.officer, caseId);
    writable(members.officer.vault.records).delete(meta).run();
    expect(await heldBy(members.officer, paths)).toBe('noDirectory');
  });

  it('when the directory does not know its signer, or no longer', async () => {
    const { members, caseId, publish } = await begin();
    const paths = await send(members.assessor, members.officer, caseId);
    tell(
      members.officer,
      publish((directory) => revoke(directory, members.assessor.entryId)),
    );
    expect(await heldBy(members.officer, paths)).toBe('signerRevoked');
    tell(
      members.officer,
      publish((directory) => without(directory, members.assessor.entryId)),
    );
    expect(await heldBy(members.officer, paths)).toBe('signerUnknown');
  });

  it('when its counter stands for another content', async () => {
    const { members, caseId } = await begin();
    await pass(members.assessor, members.officer, caseId);
    // The assessor's vault is put back to before it sealed: it counts the same number again.
    writable(members.assessor.vault.records).delete(packages).run();
    const paths = await send(members.assessor, members.officer, caseId, true);
    expect(await heldBy(members.officer, paths)).toBe('packageFork');
  });

  it('when an act was signed in a role that is not certified', async () => {
    const { members, caseId, publish } = await begin();
    const paths = await send(members.assessor, members.officer, caseId);
    const coach = publish((directory) => ({
      ...directory,
      entries: directory.entries.map((entry) =>
        entry.entryId === members.assessor.entryId
          ? { ...entry, roles: entry.roles.map((span) => ({ ...span, role: 'coach' as const })) }
          : entry,
      ),
    }));
    tell(members.officer, coach);
    expect(await heldBy(members.officer, paths)).toBe('actNotCertified');
  });

  it('when parts are missing', async () => {
    const { members } = await begin();
    expect(await heldBy(members.officer, ['/x/bilik-0badcafe-1-dari-2.paket'])).toBe('partsIncomplete');
  });
});

describe('acts of a revoked key', () => {
  it('are held for a person, who may take them in', async () => {
    const { members, publish } = await foundInstitution(cast);
    const { assessor, officer, head } = members;
    const caseId = await reported(assessor);
    await pass(assessor, officer, caseId);
    const paths = await send(officer, head, caseId);
    tell(
      head,
      publish((directory) => revoke(directory, assessor.entryId)),
    );
    const inspection = await look(head, paths);
    expect(inspection).toMatchObject({ held: 'actKeyRevoked', mayAccept: true, details: [people.assessor.name] });
    const refused = await takeIn(head.exchange, inspection.inspectionId, false);
    expect(refused).toMatchObject({ ok: false, error: { code: 'packageHeld' } });
    const again = await look(head, paths);
    expect(await takeIn(head.exchange, again.inspectionId, true)).toMatchObject({ ok: true });
    const view = await head.calls.get('case.open', { caseId });
    expect(view.acts.find(({ type }) => type === 'reportSubmitted')?.body).not.toBeNull();
    const { entries } = await head.calls.get('audit.list', { store: 'records', before: null, limit: 50 });
    expect(entries.map(({ kind }) => kind)).toContain('packageHeldAccepted');
  });
});

describe('acts of somebody whose role is over', () => {
  it('are held for a person when they are first seen, however early they are dated', async () => {
    const { members, publish } = await foundInstitution(cast);
    const { assessor, officer, head } = members;
    const caseId = await reported(assessor);
    await pass(assessor, officer, caseId);
    const paths = await send(officer, head, caseId);
    const ended = { role: 'assessor', from: '2020-01-01', to: '2021-12-31' } as never;
    const without = publish((directory) => ({
      ...directory,
      entries: directory.entries.map((entry) =>
        entry.entryId === assessor.entryId ? { ...entry, roles: [ended] } : entry,
      ),
    }));
    tell(head, without);
    expect(await look(head, paths)).toMatchObject({ held: 'actNotCertified', mayAccept: false });
    const backdated = forgeAct(assessor, {
      caseId,
      type: 'feedbackRecorded',
      capacity: 'assessor',
      refs: loadCase(officer.vault.records, caseId).state.heads,
      content: contents.feedbackRecorded,
      statedAt: '2021-06-01T02:00:00.000Z',
    });
    tell(officer, without);
    const path = await forgePackage(assessor, await addressOf(officer), { caseId, acts: [backdated] });
    const inspection = await look(officer, [path]);
    expect(inspection).toMatchObject({ held: 'actRoleEnded', mayAccept: true });
    expect(inspection.details).toEqual([people.assessor.name, 'actBeforeNamed', people.assessor.name]);
    expect(await takeIn(officer.exchange, inspection.inspectionId, false)).toMatchObject({
      error: { code: 'packageHeld' },
    });
    const again = await look(officer, [path]);
    expect(await takeIn(officer.exchange, again.inspectionId, true)).toMatchObject({ ok: true });
  });

  it('or that are dated in the future are held for a person too: one of two clocks is wrong', async () => {
    const { members } = await foundInstitution(cast);
    const { assessor, officer } = members;
    const caseId = await reported(assessor);
    await pass(assessor, officer, caseId);
    const ahead = forgeAct(assessor, {
      caseId,
      type: 'feedbackRecorded',
      capacity: 'assessor',
      refs: loadCase(officer.vault.records, caseId).state.heads,
      content: contents.feedbackRecorded,
      statedAt: new Date(Date.now() + 2 * 86_400_000).toISOString(),
    });
    const path = await forgePackage(assessor, await addressOf(officer), { caseId, acts: [ahead] });
    const details = [people.assessor.name];
    expect(await look(officer, [path])).toMatchObject({ held: 'actFromFuture', mayAccept: true, details });
  });
});

describe('what the counter tells', () => {
  it('names a package that came late, a gap, and a vault that was put back', async () => {
    const { members } = await foundInstitution(cast);
    const { assessor, officer } = members;
    const caseId = await reported(assessor);
    const first = await send(assessor, officer, caseId);
    await sign(assessor.calls, caseId, 'feedbackRecorded', 'assessor');
    const second = await send(assessor, officer, caseId);
    expect((await take(officer, second)).notices).toEqual(['counterGap']);
    const { missing } = await officer.calls.get('exchange.journal', {});
    expect(missing.map(({ counters }) => counters)).toEqual([[1]]);
    expect((await take(officer, first)).notices).toEqual(['arrivedLate']);

    writable(assessor.vault.records).transaction((tx) => beginEpoch(systemRandom, tx));
    await sign(assessor.calls, caseId, 'feedbackRecorded', 'assessor', { content: { content: 'Lagi.' } });
    expect((await pass(assessor, officer, caseId)).notices).toEqual(['newEpoch']);
  });

  it('keeps what is latest of a sender, whatever comes late: of this epoch or of one before', async () => {
    const { members, publish } = await foundInstitution(cast);
    const { assessor, officer } = members;
    const key = toHex(assessor.vault.publicKey);
    const caseId = await reported(assessor);
    const say = async (content: string): Promise<string[]> => {
      await sign(assessor.calls, caseId, 'feedbackRecorded', 'assessor', { content: { content } });
      return send(assessor, officer, caseId);
    };
    const first = await send(assessor, officer, caseId);
    tell(
      assessor,
      publish((directory) => directory),
    );
    await take(officer, await say('Kedua.'));
    const latest = findPeer(officer.vault.records, key);
    expect(latest?.directorySerial).toBe(2);
    await take(officer, first);
    expect(findPeer(officer.vault.records, key)).toEqual(latest);
    expect(seenFrom(officer.vault.records, toHex(officer.vault.publicKey), key)?.audit).toEqual(latest?.audit);

    const third = await say('Ketiga.');
    await take(officer, await say('Keempat.'));
    writable(assessor.vault.records).transaction((tx) => beginEpoch(systemRandom, tx));
    await take(officer, await say('Kelima.'));
    const renewed = findPeer(officer.vault.records, key);
    await take(officer, third);
    expect(findPeer(officer.vault.records, key)).toEqual(renewed);
  });

  it('makes a vault that was put back begin a new epoch, and gives it back what others have', async () => {
    const { members } = await foundInstitution(cast);
    const { assessor, officer } = members;
    const caseId = await reported(assessor);
    await pass(assessor, officer, caseId);
    const before = senderEpoch(systemRandom, writable(assessor.vault.records));
    writable(assessor.vault.records).delete(packages).run();
    const receipt = await take(assessor, await sendReceipt(officer, assessor));
    expect(receipt.notices).toEqual(['rolledBack']);
    expect(senderEpoch(systemRandom, writable(assessor.vault.records))).not.toBe(before);
  });
});

describe('what does not leave', () => {
  it('acts signed in a role that the directory does not certify', async () => {
    const { members, publish } = await foundInstitution(cast);
    const caseId = await reported(members.assessor);
    tell(
      members.assessor,
      publish((directory) => ({
        ...directory,
        entries: directory.entries.map((entry) =>
          entry.entryId === members.assessor.entryId
            ? { ...entry, roles: [{ role: 'coach' as const, from: '2020-01-01' as never, to: null }] }
            : entry,
        ),
      })),
    );
    const code = await members.assessor.calls.code('exchange.seal', {
      caseId,
      entryId: members.officer.entryId,
      again: false,
      partBytes: null,
    });
    expect(code).toBe('roleNotCertified');
  });

  it('of somebody whose role began before it was certified, until its beginning is set back; then all comes in', async () => {
    const { members, publish } = await foundInstitution(cast);
    const { assessor, officer } = members;
    const beginning = (from: string) =>
      publish((directory) => ({
        ...directory,
        entries: directory.entries.map((entry) =>
          entry.entryId === assessor.entryId
            ? { ...entry, roles: [{ role: 'assessor' as const, from: from as never, to: null }] }
            : entry,
        ),
      }));
    // Whoever works alone signs before anybody certifies a role; here the role begins a month after the acts.
    const caseId = await reported(assessor);
    tell(assessor, beginning(toLocalDay(Date.now() + 30 * 86_400_000)));
    await expect(send(assessor, officer, caseId)).rejects.toThrow('roleNotCertified');
    const setBack = beginning('2020-01-01');
    tell(assessor, setBack);
    tell(officer, setBack);
    await pass(assessor, officer, caseId);
    const hashes = (member: Member) => loadCase(member.vault.records, caseId).acts.map(({ hash }) => hash);
    expect(hashes(officer)).toEqual(hashes(assessor));
  });

  it('anything, when nothing is due', async () => {
    const { members } = await foundInstitution(cast);
    const caseId = await reported(members.assessor);
    await pass(members.assessor, members.officer, caseId);
    await expect(send(members.assessor, members.officer, caseId)).rejects.toThrow('nothingToSend');
  });
});
