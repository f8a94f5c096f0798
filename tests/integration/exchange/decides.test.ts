import { expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import type { ActType } from '../../../shared/domain/case/act-type.ts';
import type { Role } from '../../../shared/domain/identity/person.ts';
import { attach, type StepChange } from '../../fixtures/case-steps.ts';
import { enter, evaluated, observed, sign } from '../../fixtures/case-walks.ts';
import { foundInstitution, hashOf, type Member, spread } from '../../fixtures/institution.ts';
import { decidesByLaw } from '../../fixtures/keepers-by-law.ts';
import * as people from '../../fixtures/people/cast.ts';

// What decides or concludes (law: answered), each type by a keeper's paper: it goes to its author's key alone, and has
// effect in no vault until that key answers.

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  official: { person: people.authorisedOfficial, roles: ['authorisedOfficial'] },
  superior: { person: people.assessorSuperior, roles: ['assessorSuperior'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
  counsellor: { person: people.counsellor, roles: ['counsellor'] },
} as const;
type Name = keyof typeof cast;

/** What a keeper enters in whose name. */
interface Entered {
  readonly type: ActType;
  readonly by: Name;
  readonly author: Name;
  readonly about?: ActType;
  readonly content?: Readonly<Record<string, unknown>>;
  /** What comes before it. */
  readonly first?: () => Promise<void>;
}

it('goes to its author alone and counts nowhere before the answer, whatever it decides', async () => {
  const { members } = await foundInstitution(cast);
  const all = Object.values<Member>(members);
  const { head, officer, assessor, counsellor } = members;
  const caseId = await observed(assessor.calls);
  await evaluated(assessor.calls, caseId);
  const by = async (member: Member, type: ActType, capacity: Role, about?: ActType, change: StepChange = {}) => {
    await sign(member.calls, caseId, type, capacity, {
      ...change,
      ...(about && { about: hashOf(member, caseId, about) }),
    });
    await spread(member, all, caseId);
  };
  await by(assessor, 'reportSubmitted', 'assessor', undefined, {
    attachmentIds: [await attach(assessor.calls, '%PDF-1.7 laporan')],
  });
  await by(officer, 'reportRegistered', 'personnelOfficer', 'reportSubmitted');
  const decider = (name: 'head' | 'official' | 'superior') => ({
    role: cast[name].roles[0],
    person: cast[name].person,
  });

  const entered: readonly Entered[] = [
    { type: 'counsellingDecided', by: 'officer', author: 'head' },
    { type: 'counsellorAssigned', by: 'officer', author: 'head' },
    {
      type: 'resultSigned',
      by: 'head',
      author: 'counsellor',
      first: async () => {
        await by(counsellor, 'assignmentAnswered', 'counsellor', 'counsellorAssigned');
        await by(head, 'sessionScheduled', 'personnelHead');
        await by(counsellor, 'sessionHeld', 'counsellor', 'sessionScheduled');
      },
    },
    {
      type: 'followUpDecided',
      by: 'head',
      author: 'superior',
      content: { deciders: [decider('superior'), decider('head'), decider('official')] },
    },
    { type: 'followUpJoined', by: 'superior', author: 'official', about: 'followUpDecided' },
    { type: 'caseClosed', by: 'officer', author: 'head' },
    { type: 'employeeMistaken', by: 'officer', author: 'head' },
  ];
  expect(entered.map(({ type }) => type).sort()).toEqual([...decidesByLaw].sort());

  const sharedBy = ({ vault }: Member) => loadCase(vault.records, caseId).shared;
  const counts = (member: Member, hash: string) => sharedBy(member).acts.some((act) => act.hash === hash);
  const has = ({ vault }: Member, hash: string) => loadCase(vault.records, caseId).byHash.has(hash);
  for (const { type, by: keeper, author, about, content, first } of entered) {
    await first?.();
    const [from, asked] = [members[keeper], members[author]];
    const holding = all.filter((member) => hashOf(member, caseId, 'caseOpened') !== '');
    const folds = () => holding.map((member) => ({ ...sharedBy(member), waiting: [] }));
    const before = folds();
    const capacity = cast[author].roles[0];
    const change = { ...(about && { about: hashOf(from, caseId, about) }), ...(content && { content }) };
    const hash = await enter(from.calls, caseId, type, capacity, change);
    await spread(from, all, caseId);
    const whoHas = Object.entries<Member>(members).filter(([, member]) => has(member, hash));
    expect(whoHas.map(([name]) => name).sort(), type).toEqual([keeper, author].sort());
    expect(folds(), `${type} before the answer`).toEqual(before);
    // Who was asked may have nothing of the file before.
    for (const member of all) expect([type, counts(member, hash)]).toEqual([type, false]);
    for (const [, { vault }] of whoHas) {
      const { waiting } = loadCase(vault.records, caseId).shared;
      expect([type, waiting.some((act) => act.hash === hash)]).toEqual([type, true]);
    }

    await sign(asked.calls, caseId, 'paperAnswered', capacity, { about: hash });
    await spread(asked, all, caseId);
    await spread(from, all, caseId);
    for (const member of all.filter((some) => has(some, hash)))
      expect([type, member.person.name, counts(member, hash)]).toEqual([type, member.person.name, true]);
    expect(all.filter((member) => has(member, hash)).length, type).toBeGreaterThan(2);
  }
}, 600_000);
