import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { actAttachments } from '../../../electron/backend/db/records-schema.ts';
import { sealDraft } from '../../../electron/backend/exchange/send/seal.ts';
import { attach, contents, step } from '../../fixtures/case-steps.ts';
import { evaluated, sign } from '../../fixtures/case-walks.ts';
import { dumpWhatCounts } from '../../fixtures/dump.ts';
import { addressOf, type Forged, forgeAct, forgeFile, forgePackage } from '../../fixtures/forge.ts';
import {
  foundInstitution,
  type Institution,
  look,
  type Member,
  outputOf,
  pass,
  take,
} from '../../fixtures/institution.ts';
import { unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';
import { writable } from '../../fixtures/writable.ts';

// Ids are chosen by whoever signs: one that a stranger used first must keep nobody's package out.

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
  rival: { person: people.assessorSuperior, roles: ['assessor'] },
} as const;

/** A case of an assessor that the officer holds, and what new acts build on. */
interface Held {
  readonly owner: Member;
  readonly caseId: string;
  readonly refs: readonly string[];
}

interface Scene {
  readonly members: Institution<keyof typeof cast>['members'];
  readonly honest: Held;
  readonly stranger: Held;
}

const reportedBy = async (owner: Member, officer: Member): Promise<Held> => {
  const content = { assessor: owner.person, assessorSuperior: people.authorisedOfficial };
  const opening = { ...step('caseOpened', 'assessor', { content }), draftId: null };
  const { caseId } = await owner.calls.get('case.recordAct', opening);
  await sign(owner.calls, caseId, 'feedbackRecorded', 'assessor');
  await evaluated(owner.calls, caseId);
  const attachmentIds = [await attach(owner.calls, `%PDF-1.7 laporan ${owner.person.name}`)];
  await sign(owner.calls, caseId, 'reportSubmitted', 'assessor', { attachmentIds });
  await pass(owner, officer, caseId);
  return { owner, caseId, refs: loadCase(officer.vault.records, caseId).state.heads };
};

const begin = async (): Promise<Scene> => {
  const { members } = await foundInstitution(cast);
  const honest = await reportedBy(members.assessor, members.officer);
  return { members, honest, stranger: await reportedBy(members.rival, members.officer) };
};

const feedback = ({ owner, caseId, refs }: Held, change: Partial<Parameters<typeof forgeAct>[1]> = {}): Forged =>
  forgeAct(owner, {
    caseId,
    type: 'feedbackRecorded',
    capacity: 'assessor',
    refs,
    content: contents.feedbackRecorded,
    ...change,
  });

const packed = async (
  { owner, caseId }: Held,
  to: Member,
  acts: readonly Forged[],
  blobs: readonly Uint8Array[] = [],
): Promise<string> => forgePackage(owner, await addressOf(to), { caseId, acts, blobs });

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

const readFile = async ({ calls }: Pick<Member, 'calls'>, attachmentId: string): Promise<string> => {
  const part = { store: 'records' as const, attachmentId, offset: 0, length: 1_048_576 };
  return textOf((await calls.get('attachments.read', part)).bytes);
};

/** The bytes that the window shows for each file of an act, in the order of its body. */
const shownBytes = async ({ calls }: Pick<Member, 'calls'>, caseId: string, hash: string): Promise<string[]> => {
  const { acts } = await calls.get('case.open', { caseId });
  const files = acts.find((act) => act.hash === hash)?.files ?? [];
  return Promise.all(files.map(({ attachmentId }) => readFile({ calls }, attachmentId)));
};

describe('an id that a stranger used first', () => {
  it('of an act keeps no honest act out', async () => {
    const { members, honest, stranger } = await begin();
    const actId = randomBytes(16).toString('hex');
    await take(members.officer, [await packed(stranger, members.officer, [feedback(stranger, { actId })])]);
    const act = feedback(honest, { actId });
    const { acts } = await take(members.officer, [await packed(honest, members.officer, [act])]);
    expect(acts.map(({ hash }) => hash)).toEqual([act.hash]);
  });

  it('of a file keeps no honest file out, and that goes on to others', async () => {
    const { members, honest, stranger } = await begin();
    const { assessor, officer, head } = members;
    const attachmentId = await attach(assessor.calls, '%PDF-1.7 bukti jujur');
    const theirs = forgeFile('%PDF-1.7 bukti orang lain', attachmentId);
    const first = feedback(stranger, { attachments: [theirs.ref] });
    await take(officer, [await packed(stranger, officer, [first], [theirs.bytes])]);
    const { caseId } = honest;
    const again = { attachmentIds: [attachmentId], content: { date: '2026-04-23' } };
    const act = await sign(assessor.calls, caseId, 'feedbackRecorded', 'assessor', again);
    await pass(assessor, officer, caseId);
    await pass(officer, head, caseId);
    for (const member of [officer, head])
      expect(await shownBytes(member, caseId, act)).toEqual(['%PDF-1.7 bukti jujur']);
    expect(await shownBytes(officer, stranger.caseId, first.hash)).toEqual([textOf(theirs.bytes)]);
  });

  it('of the file of a draft leaves the draft its own', async () => {
    const { members, honest, stranger } = await begin();
    const { assessor, officer } = members;
    const { caseId } = honest;
    const attachmentId = await attach(assessor.calls, '%PDF-1.7 usulan');
    const theirs = forgeFile('%PDF-1.7 bukti orang lain', attachmentId);
    const act = feedback(stranger, { attachments: [theirs.ref] });
    await take(officer, [await packed(stranger, officer, [act], [theirs.bytes])]);
    const { about, content, authorOffice } = { about: null, content: contents.reportRegistered, authorOffice: '' };
    const draft = { type: 'reportRegistered' as const, about, authorOffice, institution: '', content, remark: '' };
    const output = outputOf(assessor);
    const request = { caseId, entryId: officer.entryId, partBytes: null };
    const sealed = unwrap(
      await sealDraft(assessor.exchange, output, { ...request, draft: { ...draft, attachmentIds: [attachmentId] } }),
    );
    await take(
      officer,
      sealed.files.map((name) => join(assessor.outbox, name)),
    );
    const [{ draftId } = expect.fail('no draft')] = await officer.calls.get('exchange.drafts', {});
    const { draft: received } = await officer.calls.get('exchange.draft', { draftId });
    const [named = ''] = received.attachmentIds;
    expect(await readFile(officer, named)).toBe('%PDF-1.7 usulan');
  });
});

describe('an act', () => {
  it('gets at no file by its id or its hash: whoever names one brings it', async () => {
    const { members, honest, stranger } = await begin();
    const { officer } = members;
    for (const from of [honest, stranger]) {
      const { attachments } = await officer.calls.get('case.open', { caseId: honest.caseId });
      const act = feedback(from, { attachments: [attachments[0]!] });
      const before = dumpWhatCounts(officer.vault);
      expect((await look(officer, [await packed(from, officer, [act])])).held).toBe('attachmentMissing');
      expect(dumpWhatCounts(officer.vault)).toBe(before);
    }
  });

  it('that brings the very file of another case shows a copy in its own', async () => {
    const { members, honest, stranger } = await begin();
    const { officer } = members;
    const filesOf = async (caseId: string) => (await officer.calls.get('case.open', { caseId })).attachments;
    const [foreign] = await filesOf(honest.caseId);
    const bytes = Buffer.from(await readFile(officer, foreign!.attachmentId));
    const act = feedback(stranger, { attachments: [foreign!] });
    await take(officer, [await packed(stranger, officer, [act], [bytes])]);
    expect(await shownBytes(officer, stranger.caseId, act.hash)).toEqual([textOf(bytes)]);
    const ids = async (caseId: string) => (await filesOf(caseId)).map(({ attachmentId }) => attachmentId);
    const strangers = new Set(await ids(stranger.caseId));
    expect((await ids(honest.caseId)).filter((id) => strangers.has(id))).toEqual([]);
  });
});

describe('a file', () => {
  it('is shown only where its bytes are those that the body of the act is bound to', async () => {
    const { members, honest, stranger } = await begin();
    const { calls, vault } = members.officer;
    const idsIn = async ({ caseId }: Held) =>
      (await calls.get('case.open', { caseId })).attachments.map(({ attachmentId }) => attachmentId);
    const [[own = ''], [foreign = '']] = [await idsIn(honest), await idsIn(stranger)];
    writable(vault.records)
      .update(actAttachments)
      .set({ attachmentId: foreign })
      .where(eq(actAttachments.attachmentId, own))
      .run();
    expect(await idsIn(honest)).toEqual([]);
  });
});

describe('two packages of two senders', () => {
  /** What an act of a package is made of: places in pools of ids, contents and names that all of them share. */
  const place = fc.nat({ max: 2 });
  const named = fc.record({ id: place, content: place, name: place });
  const files = fc.uniqueArray(named, { maxLength: 3, selector: ({ id }) => id });
  const acts = fc.array(fc.record({ id: place, files }), { minLength: 1, maxLength: 2 });

  it('are both taken in either order whatever ids they share, and each act shows its own bytes', async () => {
    const { members, honest, stranger } = await begin();
    const { officer } = members;
    const { attachments } = await officer.calls.get('case.open', { caseId: honest.caseId });
    const known = attachments[0]?.attachmentId ?? '';
    const expected = new Map<string, { readonly caseId: string; readonly bytes: readonly string[] }>();
    const latest = new Map<Held, string>();
    await fc.assert(
      fc.asyncProperty(acts, acts, fc.boolean(), async (first, second, swapped) => {
        // One id that the vault gave to a file itself, one of this run, one of all runs.
        const ids = [known, randomBytes(16).toString('hex'), 'a'.repeat(32)];
        const made = (
          [
            [honest, first],
            [stranger, second],
          ] as const
        ).map(([from, wanted]) => {
          const texts = new Set<string>();
          const forged = wanted.map((act) => {
            const parts = act.files.map(({ id, content, name }) => {
              const { ref } = forgeFile(`%PDF-1.7 isi ${content}`, ids[id]);
              texts.add(`%PDF-1.7 isi ${content}`);
              return { ...ref, name: `bukti-${name}.pdf` };
            });
            const refs = [latest.get(from) ?? from.refs].flat();
            const one = feedback(from, { actId: ids[act.id] ?? '', attachments: parts, refs });
            latest.set(from, one.hash);
            const bytes = act.files.map(({ content }) => `%PDF-1.7 isi ${content}`);
            expected.set(one.hash, { caseId: from.caseId, bytes });
            return one;
          });
          return { from, forged, blobs: [...texts].map((text) => Buffer.from(text)) };
        });
        for (const { from, forged, blobs } of swapped ? made.toReversed() : made) {
          await take(officer, [await packed(from, officer, forged, blobs)]);
        }
      }),
      { numRuns: 15 },
    );
    for (const [hash, { caseId, bytes }] of expected) expect(await shownBytes(officer, caseId, hash)).toEqual(bytes);
    expect(expected.size).toBeGreaterThan(30);
  });
});
