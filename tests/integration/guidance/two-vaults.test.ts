import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyDocument } from '../../../electron/backend/formats/pdf/verify.ts';
import { recordHash, signRecordBytes, writeRecord } from '../../../electron/backend/formats/record/record-crypto.ts';
import { readRecordFile, writeRecordFile } from '../../../electron/backend/formats/record/record-file.ts';
import { findRecord } from '../../../electron/backend/guidance/record-rows.ts';
import { takeDirectory } from '../../../electron/backend/identity/trusted-directory.ts';
import { keepSignedPdf } from '../../../renderer/features/competence/guidance/signed-evidence.ts';
import type { RpcClient } from '../../../renderer/lib/rpc/client.ts';
import type { StatedTime } from '../../../shared/domain/audit/stated-time.ts';
import { learningFromGuidance } from '../../../shared/domain/competence/from-guidance.ts';
import type { GuidanceRecord } from '../../../shared/domain/guidance/record.ts';
import { hasSignedPdf } from '../../../shared/domain/guidance/signed-pdf.ts';
import type { DirectoryEntry, DirectoryKey } from '../../../shared/domain/identity/directory.ts';
import { toIsoInstant } from '../../../shared/kernel/date.ts';
import { dumpWhatCounts } from '../../fixtures/dump.ts';
import { addressOf, forgePackage } from '../../fixtures/forge.ts';
import {
  coachingSample,
  mentoringSample,
  preCoachingSample,
  sampleFile,
  sampleId,
  workedCoaching,
} from '../../fixtures/guidance.ts';
import { foundInstitution, look, type Member, take } from '../../fixtures/institution.ts';
import { unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';
import { writable } from '../../fixtures/writable.ts';
import { begin, guidanceCast, make, recordOf, sendRecord } from './support.ts';

const both = async () => {
  const { members } = await foundInstitution(guidanceCast);
  const guidanceId = await begin(members.coach.calls);
  return { ...members, guidanceId };
};

describe('one coaching in two vaults', () => {
  it('is signed by both, each in an own vault', async () => {
    const { coach, employee, guidanceId } = await both();
    const hash = await make(coach.calls, guidanceId, coachingSample());
    const inspection = await take(employee, await sendRecord(coach, employee, hash));
    expect(inspection.guidance).toMatchObject({
      kind: 'coaching',
      asksForMine: true,
      signedBy: [people.assessor.name],
    });
    const [listed] = await employee.calls.get('guidance.list', {});
    expect(listed).toMatchObject({ guidanceId, own: false, waitingForMe: 1 });
    await employee.calls.get('guidance.signRecord', { hash });
    await take(coach, await sendRecord(employee, coach, hash));
    for (const { calls } of [coach, employee]) {
      const record = await recordOf(calls, guidanceId, hash);
      expect(record.complete).toBe(true);
      expect(record.record?.content).toEqual(coachingSample());
    }
  });

  it('gives a signed PDF with the record inside, that other tools check', async () => {
    const { coach, employee, guidanceId } = await both();
    const hash = await make(coach.calls, guidanceId, coachingSample());
    expect(await coach.calls.code('guidance.documentOf', { hash })).toBe('recordIncomplete');
    await take(employee, await sendRecord(coach, employee, hash));
    await employee.calls.get('guidance.signRecord', { hash });
    await take(coach, await sendRecord(employee, coach, hash));
    const { documentId } = await coach.calls.get('guidance.documentOf', { hash });
    expect((await coach.calls.get('guidance.documentOf', { hash })).documentId).toBe(documentId);
    const listed = await coach.calls.get('documents.list', {});
    expect(listed).toMatchObject([{ documentId, kind: 'coaching', employeeName: people.employee.name }]);
    expect(await coach.calls.get('documents.print', { source: { documentId } })).toEqual({ printed: true });
    expect(coach.calls.host.jobs.at(-1)?.html).toContain(`Rekaman ${hash.slice(0, 4)}`);
    const { bytes } = await coach.calls.get('documents.read', { documentId, offset: 0, length: 1_048_576 });
    const path = join(coach.outbox, 'rekaman.pdf');
    writeFileSync(path, bytes);
    expect(execFileSync('pdfsig', [path], { encoding: 'utf8' })).toContain('Signature is Valid');
    expect(verifyDocument(bytes, Date.now(), [])).toMatchObject({
      // The record with the statement of who signed first; the other signed after it.
      content: 'extended',
      act: null,
      record: { hash, kind: 'coaching', signers: [{ party: 0 }] },
      signatures: [{ signer: people.assessor.name }, { signer: people.employee.name }],
    });
    execFileSync('pdfdetach', ['-save', '1', '-o', join(coach.outbox, 'rekaman.json'), path]);
    const embedded = execFileSync('cat', [join(coach.outbox, 'rekaman.json')]);
    expect(unwrap(readRecordFile(new Uint8Array(embedded)))).toMatchObject({ hash });
    // The last sign before the padding holds bits that no byte takes: another one would be another file of the record.
    const respelled: Record<string, string> = { A: 'B', Q: 'R', g: 'h', w: 'x' };
    const lastSign = /("signature":"[^"]{85})([AQgw])==/;
    const other = embedded.toString().replace(lastSign, (_, kept, last) => `${kept}${respelled[last]}==`);
    expect(other).not.toBe(embedded.toString());
    expect(readRecordFile(new TextEncoder().encode(other))).toMatchObject({
      error: { code: 'recordSignatureInvalid' },
    });
  });

  it('carries what the employee wrote before, and nothing of the working papers', async () => {
    const { coach, employee } = await both();
    const file = sampleFile('coaching');
    const guidanceId = await begin(employee.calls, file);
    const hash = await make(employee.calls, guidanceId, preCoachingSample);
    expect((await recordOf(employee.calls, guidanceId, hash)).complete).toBe(true);
    await take(coach, await sendRecord(employee, coach, hash));
    const got = await coach.calls.get('guidance.get', { guidanceId });
    expect(got.file).toBeNull();
    expect(got.records[0]?.record?.content).toEqual(preCoachingSample);
    const save = { guidanceId, revision: 0, file: workedCoaching() };
    expect(await coach.calls.code('guidance.save', save)).toBe('guidanceNotOwn');
    expect(await coach.calls.code('guidance.prepareOverview', { guidanceId })).toBe('guidanceNotOwn');
  });

  it('of a group is signed by everyone, in whatever order', async () => {
    const { coach, employee, other } = (await foundInstitution(guidanceCast)).members;
    const file = sampleFile('coaching', { participants: [people.employee, people.otherEmployee] });
    const guidanceId = await begin(coach.calls, file);
    const hash = await make(coach.calls, guidanceId, coachingSample());
    for (const member of [other, employee]) {
      await take(member, await sendRecord(coach, member, hash));
      await member.calls.get('guidance.signRecord', { hash });
      await take(coach, await sendRecord(member, coach, hash));
    }
    expect((await recordOf(coach.calls, guidanceId, hash)).complete).toBe(true);
  });

  it('is sent to its people alone, by who signed it', async () => {
    const { coach, employee, head, other, guidanceId } = await both();
    const hash = await make(coach.calls, guidanceId, coachingSample(), false);
    const { receivers } = await coach.calls.get('guidance.receivers', { hash });
    expect(receivers.map(({ entryId }) => entryId)).toEqual([employee.entryId]);
    await expect(sendRecord(coach, employee, hash)).rejects.toThrow('recordNotSignedHere');
    await coach.calls.get('guidance.signRecord', { hash });
    for (const stranger of [head, other]) {
      await expect(sendRecord(coach, stranger, hash)).rejects.toThrow('unknownEntry');
    }
  });
});

/** A record as a forger wants it, of whomever. */
const forgedRecord = (change: Partial<GuidanceRecord> = {}): GuidanceRecord => ({
  format: 'bilik/guidance-record/v1',
  recordId: sampleId('e'),
  guidanceId: sampleId('f'),
  guidance: 'coaching',
  topic: 'Mutu data',
  institution: people.institution,
  period: '2026',
  leader: people.assessor,
  participants: [people.employee],
  content: coachingSample(),
  statedAt: '2026-11-20T02:00:00.000Z' as never,
  ...change,
});

const fileBy = (
  record: GuidanceRecord,
  signers: readonly (readonly [Member, number])[],
  at: string = toIsoInstant(Date.now()),
): Uint8Array => {
  const bytes = writeRecord(record);
  const time = { at, corrected: false } as StatedTime;
  return writeRecordFile(
    bytes,
    signers.map(([{ vault }, party]) => signRecordBytes(vault, recordHash(bytes), party, time)),
  );
};

describe('a record that somebody forged', () => {
  const heldBy = async (
    pick: (members: Awaited<ReturnType<typeof both>>) => { from: Member; to: Member; guidance: Uint8Array },
  ): Promise<string> => {
    const members = await both();
    const { from, to, guidance } = pick(members);
    const path = await forgePackage(from, await addressOf(to), { caseId: null, acts: [], guidance });
    const before = dumpWhatCounts(to.vault);
    const { held, details } = await look(to, [path]);
    expect(dumpWhatCounts(to.vault)).toBe(before);
    return [held, ...details.filter((detail) => !/^[0-9a-f]{64}$/.test(detail))].join(' ');
  };

  it('is held when the signer is not the person whom it names', async () => {
    expect(
      await heldBy(({ other, employee }) => ({
        from: other,
        to: employee,
        guidance: fileBy(forgedRecord(), [[other, 0]]),
      })),
    ).toBe('actNotCertified');
  });

  it('is held when it is not about the receiver', async () => {
    expect(
      await heldBy(({ coach, other }) => ({ from: coach, to: other, guidance: fileBy(forgedRecord(), [[coach, 0]]) })),
    ).toBe('actNotForMe');
  });

  it('is held when the sender did not sign it', async () => {
    expect(
      await heldBy(({ coach, head, employee }) => ({
        from: head,
        to: employee,
        guidance: fileBy(forgedRecord(), [[coach, 0]]),
      })),
    ).toBe('actRefused recordNotSignedBySender');
  });

  it('is held when a signature is of another record', async () => {
    expect(
      await heldBy(({ coach, employee }) => {
        const other = writeRecord(forgedRecord({ topic: 'Lain' }));
        const signature = signRecordBytes(coach.vault, recordHash(other), 0, { at: toIsoInstant(0), corrected: false });
        return { from: coach, to: employee, guidance: writeRecordFile(writeRecord(forgedRecord()), [signature]) };
      }),
    ).toBe('packageTampered recordSignatureInvalid');
  });

  it('is held when a leader signs without a role, or a kind that asks for no leader', async () => {
    const led = forgedRecord({ leader: people.otherEmployee });
    expect(
      await heldBy(({ other, employee }) => ({ from: other, to: employee, guidance: fileBy(led, [[other, 0]]) })),
    ).toBe('actNotCertified');
    const written = forgedRecord({ content: preCoachingSample });
    expect(
      await heldBy(({ coach, employee }) => ({ from: coach, to: employee, guidance: fileBy(written, [[coach, 0]]) })),
    ).toBe('actNotCertified');
  });

  it('is held when a leader without a role calls a coaching a learning community, which everybody may lead', async () => {
    const content = { ...coachingSample(), adjustment: null };
    for (const guidance of ['learningCommunity', 'internship'] as const) {
      const led = forgedRecord({ guidance, content, leader: people.otherEmployee });
      expect(
        await heldBy(({ other, employee }) => ({ from: other, to: employee, guidance: fileBy(led, [[other, 0]]) })),
      ).toBe('packageTampered recordFileInvalid');
    }
  });

  it('is no package when something of a case goes along', async () => {
    expect(await heldBy(({ coach, employee }) => ({ from: coach, to: employee, guidance: Buffer.from('{}') }))).toBe(
      'packageTampered recordFileInvalid',
    );
    const { coach, employee } = await both();
    const guidance = fileBy(forgedRecord(), [[coach, 0]]);
    const path = await forgePackage(coach, await addressOf(employee), {
      caseId: null,
      acts: [],
      guidance,
      change: (manifest) => ({ ...manifest, caseId: sampleId('c') }),
    });
    expect((await look(employee, [path])).held).toBe('packageUnreadable');
  });
});

describe('a record whose leader had the role at another time', () => {
  const dayMs = 86_400_000;
  const ago = (days: number): string => toIsoInstant(Date.now() - days * dayMs);

  /** What the employee is told of a record that the leader signed at a time, by a directory in which entries differ. */
  const toldOf = async (
    signedAt: string,
    change: (entry: DirectoryEntry) => Partial<DirectoryEntry> = () => ({}),
  ): Promise<readonly (string | boolean)[]> => {
    const { members, publish } = await foundInstitution(guidanceCast);
    const { coach, employee } = members;
    const file = publish((directory) => ({
      ...directory,
      entries: directory.entries.map((entry) =>
        entry.entryId === coach.entryId ? { ...entry, ...change(entry) } : entry,
      ),
    }));
    expect(takeDirectory(employee.exchange.work, writable(employee.vault.records), file).ok).toBe(true);
    const guidance = fileBy(forgedRecord(), [[coach, 0]], signedAt);
    const path = await forgePackage(coach, await addressOf(employee), { caseId: null, acts: [], guidance });
    const { held, mayAccept } = await look(employee, [path]);
    return [held ?? '', mayAccept];
  };
  const led = (from: string, to: string | null) => () => ({ roles: [{ role: 'coach', from, to }] as never });

  it('is held where there was none then', async () => {
    expect(await toldOf(ago(1), led('2020-01-01', '2021-12-31'))).toEqual(['actNotCertified', false]);
    expect(await toldOf(ago(400), led(ago(30).slice(0, 10), null))).toEqual(['actNotCertified', false]);
  });

  it('is for a person to judge where it is over, or is dated ahead, or before the key', async () => {
    expect(await toldOf(ago(1))).toEqual(['', false]);
    expect(await toldOf('2021-06-01T02:00:00.000Z', led('2020-01-01', '2021-12-31'))).toEqual(['actRoleEnded', true]);
    expect(await toldOf(ago(-3))).toEqual(['actFromFuture', true]);
    const replaced = ({ keys: [key] }: DirectoryEntry) => {
      const at = ago(10) as DirectoryKey['from'];
      const old = { ...key, key: 'c'.repeat(64), vaultId: 'c'.repeat(32), revoked: { at, reason: 'lost' } };
      return { keys: [old, { ...key, from: at }] as DirectoryKey[] };
    };
    expect(await toldOf(ago(12), replaced)).toEqual(['actBeforeKey', true]);
    expect(await toldOf(ago(5), replaced)).toEqual(['', false]);
  });

  it('leaves no vault before the role is certified for that day', async () => {
    const { members, publish } = await foundInstitution(guidanceCast);
    const { coach, employee } = members;
    const guidanceId = await begin(coach.calls);
    const hash = await make(coach.calls, guidanceId, coachingSample());
    const from = ago(-30).slice(0, 10);
    const later = publish((directory) => ({
      ...directory,
      entries: directory.entries.map((entry) =>
        entry.entryId === coach.entryId ? { ...entry, ...led(from, null)() } : entry,
      ),
    }));
    expect(takeDirectory(coach.exchange.work, writable(coach.vault.records), later).ok).toBe(true);
    await expect(sendRecord(coach, employee, hash)).rejects.toThrow('roleNotCertified');
  });
});

/** Another superior, who leads somebody by the same institution's directory. */
const strangersCast = {
  ...guidanceCast,
  peer: { person: people.assessorSuperior, roles: ['assessorSuperior', 'mentor'] },
} as const;

describe('an id that a stranger used first', () => {
  it.each([
    ['of a record', {}],
    ['of a file, for mentoring,', { recordId: sampleId('e'), guidance: 'mentoring', content: mentoringSample }],
  ] as const)('%s keeps no honest record out', async (_what, change) => {
    const { coach, employee, peer } = (await foundInstitution(strangersCast)).members;
    const guidanceId = await begin(coach.calls);
    const hash = await make(coach.calls, guidanceId, coachingSample());
    const bytes = findRecord(coach.vault.records, hash)?.bytes ?? new Uint8Array();
    const { recordId } = JSON.parse(new TextDecoder().decode(bytes)) as GuidanceRecord;
    const theirs = forgedRecord({ recordId, guidanceId, leader: people.assessorSuperior, ...change });
    const content = { caseId: null, acts: [], guidance: fileBy(theirs, [[peer, 0]]) };
    await take(employee, [await forgePackage(peer, await addressOf(employee), content)]);
    await take(employee, await sendRecord(coach, employee, hash));
    await employee.calls.get('guidance.signRecord', { hash });
    await take(coach, await sendRecord(employee, coach, hash));
    expect((await recordOf(coach.calls, guidanceId, hash)).complete).toBe(true);
    // Each lies in a file of its own, so that what is written there goes to nobody else.
    const listed = await employee.calls.get('guidance.list', {});
    const files = await Promise.all(
      listed.map(({ guidanceId: fileId }) => employee.calls.get('guidance.get', { guidanceId: fileId })),
    );
    const leaders = files.map(({ records }) => records.map(({ record }) => record?.leader.name));
    expect(leaders.toSorted()).toEqual([[people.assessor.name], [people.assessorSuperior.name]].sort());
    const own = listed.find((_, index) => leaders[index]?.[0] === people.assessor.name)?.guidanceId ?? '';
    const answer = await make(employee.calls, own, preCoachingSample);
    await take(coach, await sendRecord(employee, coach, answer));
    expect((await recordOf(coach.calls, guidanceId, answer)).complete).toBe(true);
  });
});

describe('a coaching that both signed in their vaults', () => {
  it('proves the learning that it is entered as by its signed PDF', async () => {
    const { coach, employee, guidanceId } = await both();
    const hash = await make(coach.calls, guidanceId, coachingSample());
    const { calls } = coach;
    expect(hasSignedPdf(await recordOf(calls, guidanceId, hash))).toBe(false);
    await take(employee, await sendRecord(coach, employee, hash));
    await employee.calls.get('guidance.signRecord', { hash });
    await take(coach, await sendRecord(employee, coach, hash));
    const view = await recordOf(calls, guidanceId, hash);
    expect(hasSignedPdf(view)).toBe(true);
    const record = view.record ?? expect.fail('no record');
    const kept = unwrap(await keepSignedPdf({ call: calls.call as RpcClient['call'] }, hash, record.content));
    const { bytes } = await calls.get('attachments.read', {
      ...{ store: 'records', attachmentId: kept.attachmentId, offset: 0, length: 1_048_576 },
    });
    expect(verifyDocument(bytes, Date.now(), [])).toMatchObject({ content: 'extended', record: { hash } });
    const { personId } = await calls.get('persons.save', { personId: null, person: people.employee });
    const learning = learningFromGuidance(record, [kept.attachmentId]) ?? expect.fail('no learning');
    const saving = { personId, recordId: null, revision: 0, record: learning, guidanceHash: hash };
    await calls.get('competence.saveRecord', saving);
    const { records } = await calls.get('competence.employee', { personId });
    expect(records).toMatchObject([{ kind: 'coaching', evidence: [kept.attachmentId] }]);
  });
});
