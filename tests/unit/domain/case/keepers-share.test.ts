import { type ActType, actTypes } from '@shared/domain/case/act-type.ts';
import { type ActBody, actBodySchema } from '@shared/domain/case/body.ts';
import { factsOf } from '@shared/domain/case/check-act.ts';
import { counsellorKinds } from '@shared/domain/case/content/counselling.ts';
import { deciderRoles } from '@shared/domain/case/content/follow-up.ts';
import { foldCase } from '@shared/domain/case/fold.ts';
import type { ActHeader } from '@shared/domain/case/header.ts';
import { scopeOf } from '@shared/domain/case/scope.ts';
import { sightOf } from '@shared/domain/case/sight.ts';
import type { CaseState, NamedHeader } from '@shared/domain/case/state.ts';
import type { Role } from '@shared/domain/identity/person.ts';
import { describe, expect, it } from 'vitest';
import { castOf, contents } from '../../../fixtures/case-steps.ts';
import { keepersByLaw } from '../../../fixtures/keepers-by-law.ts';
import { addAll, type CaseFile, type Step } from '../../../property/support/case-file.ts';
import * as s from '../../../property/support/steps.ts';

// Whoever keeps a paper by law can share it with the real program, out of what that person has of the case.

const about =
  (type: ActType, capacity: Role, target: ActType, facts: readonly string[] = []) =>
  ({ acts }: CaseState): Step => ({
    type,
    capacity,
    facts: [...facts],
    about: acts.findLast((act) => act.type === target)?.hash ?? null,
  });
const corrected = ({ acts }: CaseState): Step => ({
  type: 'actCorrected',
  capacity: acts.at(-1)?.capacity ?? 'assessor',
  about: acts.at(-1)?.hash ?? null,
});
const ended = [about('followUpProgressed', 'personnelOfficer', 'followUpDecided', ['itemA', 'done'])];
const closed: Step = { type: 'caseClosed', capacity: 'authorisedOfficial', facts: ['concluded'] };
const posts: readonly Step[] = [
  { type: 'statusNotified', capacity: 'personnelOfficer', facts: ['concluded'] },
  { type: 'identityCorrected', capacity: 'personnelOfficer', facts: ['employee'] },
  { type: 'assessorReplaced', capacity: 'personnelHead', facts: ['plt'] },
  { type: 'postHandedOver', capacity: 'personnelHead', facts: ['personnelOfficer'] },
  { type: 'employeeLeft', capacity: 'personnelOfficer', facts: ['moved'] },
];

const inUnit: readonly Step[] = [
  { type: 'caseOpened', capacity: 'personnelOfficer', facts: ['fromReport'] },
  { type: 'feedbackRecorded', capacity: 'assessor', facts: ['withEvidence'] },
];
const alone: readonly (Step | ((state: CaseState) => Step))[] = [
  { type: 'caseOpened', capacity: 'counsellor', facts: ['fromAssignment'] },
  {
    type: 'counsellorAssigned',
    capacity: 'personnelHead',
    facts: ['independent', 'qualificationProven'],
    origin: 'paper',
  },
  corrected,
];

const withResult = (kind: Parameters<typeof s.withResult>[0], by: Role) =>
  s.fileAfter(
    ...s.toReport,
    corrected,
    ...s.toAccepted(kind, by),
    corrected,
    s.schedule,
    corrected,
    s.hold,
    s.signResult,
    corrected,
  );

/** Files in which each keeper comes to keep what the law gives. */
const files: readonly CaseFile[] = [
  s.fileAfter(...inUnit),
  s.fileAfter(...alone),
  s.fileAfter(...s.toReport, s.sendBack, corrected, { type: 'reportSubmitted', capacity: 'assessor' }, corrected),
  s.fileAfter(
    ...s.toReport,
    ...s.toAccepted('independent'),
    s.schedule,
    about('sessionRescheduled', 'counsellor', 'sessionScheduled'),
  ),
  addAll(s.fileAfter(...s.toReport, ...s.toAccepted('independent'), s.schedule), [s.end]),
  addAll(s.fileAfter(...s.toReport), [{ type: 'employeeMistaken', capacity: 'personnelHead' }]),
  addAll(withResult('independent', 'personnelHead'), [
    s.receive('personnelHead'),
    s.decide('personnelHead', 'authorisedOfficial', 'assessorSuperior'),
    about('followUpJoined', 'authorisedOfficial', 'followUpDecided'),
    about('followUpJoined', 'assessorSuperior', 'followUpDecided'),
    ...ended,
    closed,
  ]),
  addAll(withResult('trainedAssessor', 'personnelHead'), [
    s.receive('assessorSuperior'),
    s.decide('assessorSuperior', 'authorisedOfficial', 'personnelHead'),
    about('followUpJoined', 'personnelHead', 'followUpDecided'),
    about('followUpJoined', 'authorisedOfficial', 'followUpDecided'),
    ...ended,
    closed,
  ]),
  addAll(withResult('independent', 'authorisedOfficial'), [
    about('copyReleased', 'authorisedOfficial', 'resultSigned'),
    about('copyAcknowledged', 'employee', 'copyReleased'),
    about('correctionRequested', 'employee', 'copyReleased'),
    about('correctionAnswered', 'authorisedOfficial', 'correctionRequested', ['correctionRefused']),
    ...posts,
  ]),
  withResult('counsellingOfficial', 'personnelHead'),
  addAll(s.fileAfter(...s.toReport), [
    about('copyReleased', 'assessor', 'problemCommunicated'),
    about('responseGiven', 'employee', 'copyReleased'),
  ]),
];

/** What a holder of a role has of a case: what the sight reaches. */
const seenBy = (role: Role, acts: readonly NamedHeader[], whole: CaseState): readonly NamedHeader[] => {
  const sight = sightOf(whole, role) ?? -1;
  const level = new Map(whole.acts.map((act) => [act.hash, act.level]));
  return acts.filter(({ hash }) => (level.get(hash) ?? 0) <= sight);
};

const paper = { medium: 'ink', documentNumber: '', documentDate: '', remark: '' } as const;
const scan = (digit: string) => ({
  attachmentId: digit.repeat(32),
  name: 'pindaian.pdf',
  mediaType: 'application/pdf',
  size: 1,
  sha256: digit.repeat(64),
});

type Said = Pick<ActHeader, 'type' | 'capacity' | 'facts'>;

/** What an act with these facts says. */
const contentOf = ({ type, facts }: Said): Readonly<Record<string, unknown>> => {
  if (type === 'counsellorAssigned')
    return {
      ...contents[type],
      kind: counsellorKinds.find((kind) => facts.includes(kind)),
      qualification: 'SK 2/2026',
    };
  if (type !== 'followUpDecided') return contents[type];
  const deciders = deciderRoles.filter((role) => facts.includes(role)).map((role) => ({ role, person: castOf[role] }));
  const items = [contents[type].items[0], contents[type].items[0]];
  return { ...contents[type], deciders, items };
};

/** The body of such an act, with the scan and, where the facts say so, a file beside it. */
const bodyOf = (act: Said, target: Said | undefined): ActBody => {
  const content = act.type === 'actCorrected' && target ? { content: contentOf(target) } : {};
  const isProven = ['withEvidence', 'qualificationProven'].some((fact) => act.facts.includes(fact));
  return actBodySchema.parse({
    author: castOf[act.capacity],
    authorOffice: '',
    institution: 'Badan Contoh',
    content: { ...contentOf(act), ...content },
    attachments: isProven ? [scan('1'), scan('2')] : [scan('1')],
    paper,
  });
};

/** Types whose paper nobody keeps but its author (law: keeper). */
const ofNobody: readonly ActType[] = [
  'problemIdentified',
  'problemCommunicated',
  'changeEvaluated',
  'consentRecorded',
  'sessionHeld',
  'sessionMissed',
  'referralRecorded',
  'paperAnswered',
  'copyReleased',
];

/** Whether the holder of a role shares an act of a file that is entered from paper, after those that are seen. */
const isShared = (role: Role, header: ActHeader, seen: readonly NamedHeader[], target: ActHeader | undefined) => {
  const body = bodyOf(header, target);
  const facts = factsOf(header.type, body);
  const { type, capacity, about: of } = header;
  const scope = scopeOf({
    shared: foldCase(seen),
    signed: new Map(seen.map((act) => [act.hash, bodyOf(act.header, undefined)])),
    sameKey: () => true,
    own: new Set(),
    header: { type, capacity, about: of, origin: 'paper', facts: facts.ok ? facts.value : [] },
    body,
    signer: { is: ({ name }) => name === castOf[role].name, has: (held) => held === role },
  });
  return scope === 'shared';
};

/** Every paper that the law gives to a keeper in one of these files, and whether it can be shared somewhere. */
const papers = (): ReadonlyMap<string, boolean> => {
  const found = new Map<string, boolean>();
  for (const { acts } of files)
    for (const [index, { header }] of acts.entries()) {
      const before = acts.slice(0, index);
      const whole = foldCase(before);
      const target = before.find(({ hash }) => hash === header.about)?.header;
      for (const role of keepersByLaw(header, whole.acts)) {
        const name = [role, header.type, ...(header.type === 'actCorrected' ? [target?.type] : [])].join(' ');
        const seen = seenBy(role, before, whole);
        found.set(name, (found.get(name) ?? false) || isShared(role, header, seen, target));
      }
    }
  return found;
};

describe('who keeps a paper', () => {
  it('can share it, of each type, out of what is seen of the case', () => {
    const found = papers();
    expect([...found].flatMap(([name, isOpen]) => (isOpen ? [] : [name]))).toEqual([]);
    const ofSome = (type: ActType) => [...found.keys()].some((name) => name.split(' ')[1] === type);
    expect(actTypes.filter((type) => !ofSome(type))).toEqual(ofNobody);
  });
});
