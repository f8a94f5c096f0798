import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../electron/backend/crypto/hash.ts';
import { readings } from '../../../electron/backend/desk/readings/readings.ts';
import { signAgain } from '../../../electron/backend/formats/pdf/sign-pdf.ts';
import { verifyDocument } from '../../../electron/backend/formats/pdf/verify.ts';
import { writeRecordFile } from '../../../electron/backend/formats/record/record-file.ts';
import { findRecord } from '../../../electron/backend/guidance/record-rows.ts';
import { trustedDirectory } from '../../../electron/backend/identity/trusted-directory.ts';
import { holderCertificate } from '../../../electron/backend/papers/holder-certificate.ts';
import type { CallContext } from '../../../electron/backend/rpc/context.ts';
import { signersOfDirectory } from '../../../shared/domain/documents/signers.ts';
import { toHex } from '../../../shared/kernel/bytes.ts';
import { attachBytes } from '../../fixtures/case-steps.ts';
import { dumpWhatCounts } from '../../fixtures/dump.ts';
import { addressOf, forgePackage } from '../../fixtures/forge.ts';
import { coachingSample, preCoachingSample, sampleFile } from '../../fixtures/guidance.ts';
import { foundInstitution, look, type Member, take } from '../../fixtures/institution.ts';
import { unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';
import { begin, guidanceCast, make, recordOf, sendRecord } from './support.ts';

const groupFile = () => sampleFile('coaching', { participants: [people.employee, people.otherEmployee] });

/** A coaching of two employees, made and signed by its coach. */
const group = async () => {
  const { members } = await foundInstitution(guidanceCast);
  const { coach, employee, other, head } = members;
  const guidanceId = await begin(coach.calls, groupFile());
  const hash = await make(coach.calls, guidanceId, coachingSample());
  return { coach, employee, other, head, guidanceId, hash };
};
type Group = Awaited<ReturnType<typeof group>>;

const pass = async (from: Member, to: Member, hash: string) => take(to, await sendRecord(from, to, hash));

const originalOf = async ({ calls }: Member, { guidanceId, hash }: Pick<Group, 'guidanceId' | 'hash'>) => {
  const { original } = await recordOf(calls, guidanceId, hash);
  if (original === null) throw new Error('no original here');
  const piece = { store: 'records', attachmentId: original.attachmentId, offset: 0, length: 1_048_576 } as const;
  const { bytes } = await calls.get('attachments.read', piece);
  return { ...original, bytes, sha256: toHex(sha256(bytes)) };
};

const sign = ({ calls }: Member, hash: string) => calls.get('guidance.signRecord', { hash });

describe('the one original of a record', () => {
  it('goes round in order, and lies in every vault with the same bytes', async () => {
    const one = await group();
    const { coach, employee, other, guidanceId, hash } = one;
    expect(await originalOf(coach, one)).toMatchObject({ signed: [0], turn: 1 });
    await pass(coach, employee, hash);
    expect(await recordOf(employee.calls, guidanceId, hash)).toMatchObject({ mayContinue: true });
    await sign(employee, hash);
    await pass(employee, other, hash);
    expect(await originalOf(other, one)).toMatchObject({ signed: [0, 1], turn: 2 });
    await sign(other, hash);
    await pass(other, coach, hash);
    await pass(coach, employee, hash);
    const all = await Promise.all([coach, employee, other].map((member) => originalOf(member, one)));
    expect(new Set(all.map((original) => original.sha256)).size).toBe(1);
    expect(all[0]).toMatchObject({ signed: [0, 1, 2], turn: null });
    for (const { calls } of [coach, employee, other]) {
      const { complete, documentId, mayContinue } = await recordOf(calls, guidanceId, hash);
      expect([complete, mayContinue]).toEqual([true, false]);
      expect(await calls.get('guidance.documentOf', { hash })).toEqual({ documentId });
      expect(await calls.get('documents.list', {})).toMatchObject([{ documentId, kind: 'coaching', state: 'signed' }]);
      expect(await calls.code('guidance.signRecord', { hash })).toBe('alreadySigned');
    }
    // Other people's tools find each signature.
    const path = join(coach.outbox, 'asli.pdf');
    writeFileSync(path, all[0]?.bytes ?? '');
    const told = execFileSync('pdfsig', [path], { encoding: 'utf8' });
    expect(told.match(/Signature is Valid/g)).toHaveLength(3);
    expect(told.match(/Signature #/g)).toHaveLength(3);
    expect(spawnSync('qpdf', ['--check', path], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
    const directory = trustedDirectory(coach.vault.records)?.directory ?? expect.fail('no directory');
    const check = verifyDocument(all[0]?.bytes ?? new Uint8Array(), Date.now(), signersOfDirectory(directory));
    expect(check).toMatchObject({ verdict: 'genuine', content: 'extended', record: { hash } });
    expect(check.signatures.map(({ holder }) => holder)).toEqual([
      people.assessor.name,
      people.employee.name,
      people.otherEmployee.name,
    ]);
    expect(check.findings).not.toContain('originalUnderway');
  });

  it('waits for who comes first, and loses no signature of who signed the record before the turn', async () => {
    const one = await group();
    const { coach, employee, other, guidanceId, hash } = one;
    for (const member of [employee, other]) await pass(coach, member, hash);
    // The last one is early: the record counts, the original waits for the turn.
    await sign(other, hash);
    expect(await recordOf(other.calls, guidanceId, hash)).toMatchObject({ mayContinue: false, original: { turn: 1 } });
    expect(await other.calls.code('guidance.signRecord', { hash })).toBe('alreadySigned');
    await pass(other, coach, hash);
    await sign(employee, hash);
    await pass(employee, coach, hash);
    expect(await recordOf(coach.calls, guidanceId, hash)).toMatchObject({ complete: true, original: { turn: 2 } });
    await pass(coach, other, hash);
    const [waiting] = await other.calls.get('guidance.list', {});
    expect(waiting).toMatchObject({ waitingForMe: 1 });
    await sign(other, hash);
    await pass(other, coach, hash);
    await pass(coach, employee, hash);
    const all = await Promise.all([coach, employee, other].map((member) => originalOf(member, one)));
    expect(new Set(all.map((original) => original.sha256)).size).toBe(1);
    expect(all[0]?.turn).toBeNull();
  });

  it('is told in the window of confirmation, where its page is signed with the record', async () => {
    const one = await group();
    const { coach, employee, other, hash } = one;
    const said = async ({ exchange, vault }: Member) => {
      const { clock, random } = exchange.work;
      const context = { vault, clock, random } as CallContext;
      const read = await readings['guidance.signRecord']?.({ hash, clock: null }, context);
      return read?.ok ? read.value?.facts : expect.fail('not read');
    };
    for (const member of [employee, other]) await pass(coach, member, hash);
    const printed = [people.assessor.name, { key: 'confirm.originalPage' }];
    expect(await said(employee)).toEqual([{ label: 'originalPage', lines: printed }]);
    // Whose turn has not come signs the record alone.
    expect(await said(other)).toEqual([]);
  });

  it('is none of a record that one person signs alone', async () => {
    const { coach, employee } = (await foundInstitution(guidanceCast)).members;
    const guidanceId = await begin(employee.calls, sampleFile('coaching'));
    const hash = await make(employee.calls, guidanceId, preCoachingSample);
    await pass(employee, coach, hash);
    const none = { complete: true, original: null, documentId: null };
    for (const { calls } of [employee, coach]) expect(await recordOf(calls, guidanceId, hash)).toMatchObject(none);
  });

  it('ends where the record is signed on paper', async () => {
    const { coach, employee, guidanceId, hash } = await group();
    await pass(coach, employee, hash);
    const scan = new Uint8Array([0xff, 0xd8, 0xff, 0xe0]);
    const attachmentId = await attachBytes(employee.calls, scan);
    const paper = { hash, medium: 'ink' as const, signedOn: '2026-11-20', attachmentIds: [attachmentId] };
    await employee.calls.get('guidance.addPaper', paper);
    expect(await recordOf(employee.calls, guidanceId, hash)).toMatchObject({ complete: true, mayContinue: false });
  });
});

describe('packages with the original, in whatever order they come', () => {
  it('end in the same bytes everywhere', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(2), fc.nat(2), fc.nat(3)), { minLength: 4, maxLength: 9 }),
        async (steps) => {
          const one = await group();
          const { coach, employee, other, hash } = one;
          const all = [coach, employee, other];
          const underway: { readonly to: Member; readonly paths: string[] }[] = [];
          const deliver = async (at: number): Promise<void> => {
            const [came] = underway.splice(at % Math.max(1, underway.length), 1);
            if (came !== undefined) await take(came.to, came.paths);
          };
          const send = async (from: Member, to: Member): Promise<void> => {
            if (from === to || findRecord(from.vault.records, hash) === undefined) return;
            const keys = findRecord(from.vault.records, hash)?.signatures.map(({ key }) => key) ?? [];
            if (!keys.includes(toHex(from.vault.publicKey))) await from.calls.call('guidance.signRecord', { hash });
            underway.push({ to, paths: await sendRecord(from, to, hash) });
          };
          await send(coach, employee);
          await send(coach, other);
          for (const [from, to, what] of steps) {
            const member = all[from] ?? coach;
            if (what === 0) await member.calls.call('guidance.signRecord', { hash });
            else if (what === 1) await send(member, all[to] ?? coach);
            else await deliver(to);
          }
          while (underway.length > 0) await deliver(0);
          // Whatever is left to do, once round.
          for (const member of [employee, other]) {
            await send(coach, member);
            await deliver(0);
            await member.calls.call('guidance.signRecord', { hash });
            await send(member, coach);
            await deliver(0);
          }
          await send(coach, employee);
          await deliver(0);
          const ends = await Promise.all(all.map((member) => originalOf(member, one)));
          expect(ends.map(({ signed }) => signed)).toEqual([
            [0, 1, 2],
            [0, 1, 2],
            [0, 1, 2],
          ]);
          expect(new Set(ends.map((original) => original.sha256)).size).toBe(1);
        },
      ),
      { numRuns: 5, seed: 15 },
    );
  });
});

/** A record with an original as somebody of it forges it, sealed for the coach: what the coach is told. */
const told = async (
  one: Group,
  from: Member,
  forge: (bytes: Uint8Array) => Uint8Array,
): Promise<readonly (string | null)[]> => {
  const { coach, hash } = one;
  const { original } = await recordOf(from.calls, one.guidanceId, hash);
  if (original === null) throw new Error('no original');
  const row = findRecord(from.vault.records, hash) ?? expect.fail('no record');
  const forged = forge((await originalOf(from, one)).bytes);
  const content = {
    caseId: null,
    acts: [],
    guidance: writeRecordFile(row.bytes, row.signatures),
    original: forged,
  };
  const paths = [await forgePackage(from, await addressOf(coach), content)];
  const before = dumpWhatCounts(coach.vault);
  const { held, details, notices } = await look(coach, paths);
  expect(dumpWhatCounts(coach.vault)).toBe(before);
  return [held, ...details, ...notices.filter((notice) => notice !== 'newEpoch')];
};

const signedBy = (member: Member, bytes: Uint8Array): Uint8Array => {
  const identity = unwrap(holderCertificate(member.exchange, Date.now()));
  return signAgain(bytes, { at: new Date(), identity });
};

const changed = (bytes: Uint8Array, from: number): Uint8Array => {
  const other = Uint8Array.from(bytes);
  other[from] = (other[from] ?? 0) ^ 1;
  return other;
};

describe('an original that somebody forged', () => {
  it('is refused with its place, and nothing is taken in', async () => {
    const one = await group();
    const { coach, employee, other, head, hash } = one;
    const begun = (await originalOf(coach, one)).bytes;
    await pass(coach, employee, hash);
    await sign(employee, hash);
    const ours = (await originalOf(employee, one)).bytes;
    const refused = (place: number, why: string) => ['originalInvalid', why, `revision:${place}`];
    const from = (forge: (bytes: Uint8Array) => Uint8Array) => told(one, employee, forge);
    // A byte of the page; a byte of the second signature's update.
    expect(await from((bytes) => changed(bytes, 60))).toEqual(refused(1, 'originalDamaged'));
    expect(await from((bytes) => changed(bytes, begun.length + 20))).not.toEqual([null]);
    // Somebody who is no party, and somebody whose statement is not there.
    expect(await from((bytes) => signedBy(head, bytes))).toEqual(refused(3, 'originalForeign'));
    expect(await from((bytes) => signedBy(other, bytes))).toEqual(refused(3, 'originalForeign'));
    // Something that shows behind the last signature, and something that does not.
    const tail = Buffer.from('\n9 0 obj\n<< /Type /Page >>\nendobj\n');
    expect(await from((bytes) => Buffer.concat([bytes, tail]))).toEqual(refused(2, 'originalChanged'));
    expect(await from((bytes) => Buffer.concat([bytes, Buffer.from('\n')]))).toEqual(refused(2, 'originalChanged'));
    // The original of another record.
    const elsewhere = await make(coach.calls, one.guidanceId, coachingSample({ problem: 'Lain' }));
    const swapped = (await originalOf(coach, { guidanceId: one.guidanceId, hash: elsewhere })).bytes;
    expect(await from(() => swapped)).toEqual(refused(1, 'originalOfOther'));
    expect(await from(() => new Uint8Array(100))).toEqual(refused(1, 'originalUnreadable'));
    expect(await from(() => ours)).toEqual([null]);
  });

  it('on an older version leaves the record what it is, and says what to do', async () => {
    const one = await group();
    const { coach, employee, other, guidanceId, hash } = one;
    for (const member of [employee, other]) await pass(coach, member, hash);
    await sign(other, hash);
    // A program that does not wait for the turn, while nobody else has signed.
    expect(await told(one, other, (bytes) => signedBy(other, bytes))).toEqual([null, 'originalOlder']);
    await sign(employee, hash);
    await pass(employee, coach, hash);
    const newest = (await originalOf(coach, one)).sha256;
    // Two signed the same version side by side.
    expect(await told(one, other, (bytes) => signedBy(other, bytes))).toEqual([null, 'originalOlder']);
    await pass(other, coach, hash);
    expect(await recordOf(coach.calls, guidanceId, hash)).toMatchObject({ complete: true });
    expect((await originalOf(coach, one)).sha256).toBe(newest);
    // The same person signed twice: the one that stands is the same whatever came first.
    const twice = signedBy(employee, (await originalOf(other, one)).bytes);
    const answer = await told(one, employee, () => twice);
    expect([[null], [null, 'originalOlder']]).toContainEqual(answer);
  });
});
