import { describe, expect, it } from 'vitest';
import { findCase } from '../../../electron/backend/case/case-rows.ts';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import type { ActType } from '../../../shared/domain/case/act-type.ts';
import type { Role } from '../../../shared/domain/identity/person.ts';
import { attach, contents, type StepChange, step } from '../../fixtures/case-steps.ts';
import { enter, sign } from '../../fixtures/case-walks.ts';
import { foundInstitution, look, type Member, send, take } from '../../fixtures/institution.ts';
import * as people from '../../fixtures/people/cast.ts';

// One person keeps a whole case alone, everyone else on paper, in as many steps as the papers are; then the others get
// the program, and the same case meets what they really signed.

const cast = {
  assessor: { person: people.assessor, roles: ['assessor'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  counsellor: { person: people.counsellor, roles: ['counsellor'] },
} as const;
type Name = keyof typeof cast;
const names = Object.keys(cast) as Name[];

interface Paper {
  readonly type: ActType;
  readonly by: Name;
  readonly about?: ActType;
  readonly content?: StepChange['content'];
}

/** Two decide the follow-up by one paper. */
const deciders = [
  ...contents.followUpDecided.deciders,
  { role: 'assessorSuperior', person: people.assessorSuperior },
] as const;

/** The papers of a whole case: each is one act, whoever enters it. */
const papers: readonly Paper[] = [
  { type: 'caseOpened', by: 'assessor' },
  { type: 'feedbackRecorded', by: 'assessor' },
  { type: 'problemIdentified', by: 'assessor' },
  { type: 'problemCommunicated', by: 'assessor' },
  { type: 'changeEvaluated', by: 'assessor', content: { outcome: 'unchanged' } },
  { type: 'reportSubmitted', by: 'assessor' },
  { type: 'reportRegistered', by: 'officer', about: 'reportSubmitted' },
  { type: 'counsellingDecided', by: 'head' },
  { type: 'counsellorAssigned', by: 'head' },
  { type: 'assignmentAnswered', by: 'counsellor', about: 'counsellorAssigned' },
  { type: 'sessionScheduled', by: 'head' },
  { type: 'sessionHeld', by: 'counsellor', about: 'sessionScheduled' },
  { type: 'resultSigned', by: 'counsellor' },
  { type: 'resultReceived', by: 'head', about: 'resultSigned' },
  { type: 'followUpDecided', by: 'head', content: { deciders } },
  { type: 'followUpProgressed', by: 'head', about: 'followUpDecided' },
  { type: 'statusNotified', by: 'head' },
  { type: 'caseClosed', by: 'head' },
];

const shared = ({ vault }: Member, caseId: string) => loadCase(vault.records, caseId).shared;

/** Records one act as its author signs it, or as somebody enters it from that paper; one call. */
const put = async (at: Member, caseId: string, { type, by, about, content }: Paper): Promise<string> => {
  const { acts } = loadCase(at.vault.records, caseId);
  const target = acts.findLast(({ header }) => header.type === about)?.hash;
  const files = type === 'feedbackRecorded' ? [await attach(at.calls, '%PDF-1.7 bukti')] : [];
  const change = {
    author: cast[by].person,
    attachmentIds: files,
    ...(target && { about: target }),
    ...(content && { content }),
  };
  const role: Role = cast[by].roles[0];
  const record = at.person.name === cast[by].person.name && type !== 'reportSubmitted' ? sign : enter;
  return record(at.calls, caseId, type, role, change);
};

/** Begins the file, and records the papers up to one. */
const keep = async (at: Member, list: readonly Paper[]): Promise<{ caseId: string; steps: number }> => {
  const [first, ...rest] = list;
  expect(first?.type).toBe('caseOpened');
  const { caseId } = await at.calls.get('case.recordAct', { ...step('caseOpened', 'assessor'), draftId: null });
  for (const paper of rest) await put(at, caseId, paper);
  return { caseId, steps: loadCase(at.vault.records, caseId).acts.length };
};

/** Everyone gets what is due, until nobody has more for anybody. */
const exchange = async (members: Readonly<Record<Name, Member>>, caseId: string): Promise<void> => {
  for (let moved = true; moved; ) {
    moved = false;
    for (const from of names.map((name) => members[name])) {
      if (findCase(from.vault.records, caseId) === undefined) continue;
      const { cases } = await from.calls.get('exchange.outbox', { caseId });
      const due = cases.find((entry) => entry.caseId === caseId)?.receivers.filter(({ acts }) => acts.length > 0);
      for (const { person } of due ?? []) {
        const to = Object.values(members).find((member) => member.person.name === person.name) ?? expect.fail();
        const files = await send(from, to, caseId);
        expect((await look(to, files)).held).toBeNull();
        await take(to, files);
        moved = true;
      }
    }
  }
};

describe('a whole case kept alone on paper', () => {
  it('takes one step for each paper, and then meets what the others really signed', async () => {
    const { members } = await foundInstitution(cast);
    const { assessor } = members;
    const { caseId, steps } = await keep(assessor, papers);
    expect(steps).toBe(papers.length);
    const alone = await assessor.calls.get('case.open', { caseId });
    expect(alone.summary).toMatchObject({ phase: 'closed', closed: true });
    expect(alone.acts.every(({ withoutEffect, damage }) => withoutEffect === null && damage === null)).toBe(true);
    // A paper that two have signed is one step: nobody's statement is missing.
    expect(alone.awaitedDeciders).toEqual([]);
    // Of all that was entered for others nothing leaves, but for the status: that letter is the assessor's to keep.
    const own = alone.acts.filter(({ ownRecord }) => ownRecord).map(({ hash }) => hash);
    const forOthers = papers.filter(({ by, type }) => by !== 'assessor' && type !== 'statusNotified');
    expect(own).toHaveLength(forOthers.length);
    await exchange(members, caseId);
    for (const hash of own) expect(shared(members.officer, caseId).acts.map((act) => act.hash)).not.toContain(hash);

    for (const paper of papers.filter(({ by }) => by !== 'assessor')) {
      await put(members[paper.by], caseId, paper);
      await exchange(members, caseId);
    }
    for (const name of names) expect(shared(members[name], caseId)).toMatchObject({ closed: true, refused: [] });
    // Everything is still there; what others signed took the place of what was entered in their names.
    const met = await assessor.calls.get('case.open', { caseId });
    expect(met.acts.map(({ hash }) => hash)).toEqual(expect.arrayContaining(alone.acts.map(({ hash }) => hash)));
    const codes = new Set(met.acts.filter(({ hash }) => own.includes(hash)).map((act) => act.withoutEffect));
    expect([...codes]).toEqual(['superseded']);
    expect(met.acts.filter(({ hash }) => !own.includes(hash)).every((act) => act.withoutEffect === null)).toBe(true);
  }, 120_000);
});
