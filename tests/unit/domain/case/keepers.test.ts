import { rowOf } from '@shared/domain/case/act-table.ts';
import { type ActType, actTypes } from '@shared/domain/case/act-type.ts';
import { deliveries, keepersOf } from '@shared/domain/case/routes.ts';
import { type CaseState, emptyCase, type FoldedAct } from '@shared/domain/case/state.ts';
import type { Role } from '@shared/domain/identity/person.ts';
import { describe, expect, it } from 'vitest';
import { decidesByLaw, keepersByLaw } from '../../../fixtures/keepers-by-law.ts';
import { addAll, type CaseFile, draftOf, type Step } from '../../../property/support/case-file.ts';
import * as s from '../../../property/support/steps.ts';

const last =
  (type: ActType) =>
  (state: CaseState): { readonly about: string | null } => ({
    about: state.acts.findLast((act) => act.type === type)?.hash ?? null,
  });
const about =
  (type: ActType, capacity: Role, target: ActType, facts: readonly string[] = []) =>
  (state: CaseState): Step => ({ type, capacity, facts: [...facts], ...last(target)(state) });

const reported = s.fileAfter(...s.toReport);
const counselled = s.withResult('independent');
const decided = addAll(counselled, [s.receive('personnelHead'), s.decide('personnelHead', 'assessorSuperior')]);
const released = addAll(counselled, [about('copyReleased', 'counsellor', 'resultSigned')]);

const asked = addAll(s.fileAfter(...s.toReport, s.register), [
  { type: 'counsellingDecided', capacity: 'personnelHead', facts: ['yes'], origin: 'paper', namedKey: 'e'.repeat(64) },
  ({ waiting }) => ({
    type: 'paperAnswered',
    capacity: 'personnelHead',
    facts: ['confirmed'],
    about: waiting[0]?.hash ?? null,
  }),
]);

const ends: readonly CaseFile[] = [
  asked,
  addAll(reported, [s.sendBack]),
  addAll(s.fileAfter(...s.toReport, ...s.toAccepted('trainedAssessor'), s.schedule), [
    about('sessionRescheduled', 'counsellor', 'sessionScheduled'),
    s.miss,
    { type: 'consentRecorded', capacity: 'counsellor', facts: ['refused'] },
    { type: 'referralRecorded', capacity: 'counsellor', facts: ['doctor'] },
  ]),
  addAll(s.fileAfter(...s.toReport, ...s.toAccepted('trainedAssessor'), s.schedule), [
    s.end,
    { type: 'counsellorAssigned', capacity: 'personnelHead', facts: ['independent'] },
  ]),
  addAll(s.withResult('counsellingOfficial'), [
    { type: 'statusNotified', capacity: 'counsellor', facts: ['concluded'] },
  ]),
  addAll(decided, [about('followUpJoined', 'assessorSuperior', 'followUpDecided')]),
  addAll(decided, [
    s.progress('A', 'done'),
    about('actCorrected', 'personnelHead', 'followUpDecided'),
    { type: 'caseClosed', capacity: 'personnelHead', facts: ['concluded'] },
  ]),
  addAll(counselled, [{ type: 'employeeMistaken', capacity: 'personnelHead' }]),
  addAll(released, [about('copyAcknowledged', 'employee', 'copyReleased')]),
  addAll(released, [
    about('correctionRequested', 'employee', 'copyReleased'),
    about('correctionAnswered', 'personnelHead', 'correctionRequested', ['correctionRefused']),
  ]),
  addAll(counselled, [
    about('copyReleased', 'assessor', 'problemCommunicated'),
    about('responseGiven', 'employee', 'copyReleased'),
  ]),
  addAll(counselled, [
    { type: 'postHandedOver', capacity: 'personnelHead', facts: ['personnelHead'] },
    { type: 'assessorReplaced', capacity: 'personnelHead', facts: ['plt'] },
    { type: 'identityCorrected', capacity: 'personnelOfficer', facts: ['employee'] },
    { type: 'employeeLeft', capacity: 'personnelOfficer', facts: ['moved'] },
  ]),
];

/** Every act of these files with the case as it stood after it, and at the end. */
const moments = ends.flatMap(({ acts, state: end }) =>
  acts.map((_, index) => {
    const { state } = addAll(
      { acts: [], state: emptyCase },
      acts.slice(0, index + 1).map(
        ({ header }) =>
          () =>
            header,
      ),
    );
    return { state, end, act: end.acts[index] as FoldedAct };
  }),
);

const sorted = (list: readonly Role[]): string => [...list].sort().join(' ');

describe('who keeps the paper of an act (law: keeper)', () => {
  it('is looked at for every type of act', () => {
    expect([...new Set(moments.map(({ act }) => act.type))].sort()).toEqual([...actTypes].sort());
  });

  it.each(actTypes)('is the table’s: %s', (type) => {
    for (const { state, act } of moments.filter((moment) => moment.act.type === type))
      expect(sorted(keepersOf(state, act))).toBe(sorted(keepersByLaw(act, state.acts)));
  });

  it('is never more than who receives the whole of it', () => {
    for (const { state, end, act } of moments) {
      const forms = deliveries(act, end);
      for (const role of keepersOf(state, act)) expect([act.type, role, forms[role]]).toEqual([act.type, role, 'all']);
    }
  });

  it('leaves out a head who is the assessor, and a counsellor of a letter that appoints, but where the file begins with it', () => {
    const asHead = { ...reported.state, assessorIsHead: true };
    const assignment = draftOf({ type: 'counsellorAssigned', capacity: 'personnelHead' });
    expect(sorted(keepersOf(asHead, assignment))).toBe('authorisedOfficial personnelOfficer');
    expect(keepersOf({ ...reported.state, startsFrom: 'assignment' }, assignment)).toContain('counsellor');
  });
});

describe('what decides or concludes (law: answered)', () => {
  it('is what the law says, and nothing else', () => {
    expect(actTypes.filter((type) => rowOf(type).decides).sort()).toEqual([...decidesByLaw].sort());
  });
});
