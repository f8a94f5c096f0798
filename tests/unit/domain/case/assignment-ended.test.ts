import type { ActBody } from '@shared/domain/case/body.ts';
import { checkAct } from '@shared/domain/case/check-act.ts';
import { actHeaderSchema } from '@shared/domain/case/header.ts';
import { rolesInCase } from '@shared/domain/case/holder.ts';
import { deliveries } from '@shared/domain/case/routes.ts';
import { type CaseState, type Level, standingAssignment } from '@shared/domain/case/state.ts';
import type { Role } from '@shared/domain/identity/person.ts';
import { describe, expect, it } from 'vitest';
import { castOf, contents } from '../../../fixtures/case-steps.ts';
import { counsellor, institution } from '../../../fixtures/people/cast.ts';
import { add, addAll, type CaseFile, draftOf, nameAct, put, type Step } from '../../../property/support/case-file.ts';
import * as s from '../../../property/support/steps.ts';

// The unit ends an assignment that was accepted, before the first session (law: alsoAssesses).

const accepted = s.fileAfter(...s.toReport, ...s.toAccepted('trainedAssessor'));
const scheduled = addAll(accepted, [s.schedule]);
const consented = addAll(scheduled, [{ type: 'consentRecorded', capacity: 'counsellor', facts: ['refused'] }]);
const ended = addAll(consented, [s.end]);
const assignAnew: Step = { type: 'counsellorAssigned', capacity: 'authorisedOfficial', facts: ['independent'] };

const session = { ...contents.sessionScheduled, date: '2026-05-06' };
const bodyOf = (content: object, author = castOf.personnelHead): ActBody => ({
  author,
  authorOffice: '',
  content: { ...content },
  attachments: [],
  paper: null,
  institution,
});

/** Why somebody may not end an assignment of a file, with all bodies of sessions at hand. */
const codesOf = (
  { state }: CaseFile,
  change: Partial<Step> & { readonly date?: string; readonly sees?: Level; readonly imported?: true } = {},
): string[] => {
  const { date = '2026-05-05', sees = 1, imported, ...step } = change;
  const header = draftOf({ ...s.end(state), ...step });
  const bodies = new Map(state.sessions.map(({ hash }) => [hash, bodyOf(session)]));
  const body = bodyOf({ date });
  return checkAct({ state, header, body, bodies, holderRoles: imported ? null : [header.capacity], sees })
    .filter(({ severity }) => severity === 'block')
    .map(({ code }) => code);
};

describe('an assignment that was accepted is ended', () => {
  it.each(['personnelHead', 'authorisedOfficial'] as const)('by who assigns: %s', (capacity) => {
    expect(codesOf(scheduled, { capacity })).toEqual([]);
  });

  it.each(['assessor', 'counsellor', 'personnelOfficer', 'assessorSuperior', 'employee'] as const)(
    'never by the %s, whoever asks for it',
    (capacity) => {
      expect(codesOf(scheduled, { capacity })).toEqual(['capacityNotAllowed']);
    },
  );

  it('never by a head who assesses', () => {
    const opening: Step = { type: 'caseOpened', capacity: 'assessor', facts: ['assessorIsHead'] };
    const headed = s.fileAfter(opening, ...s.toReport.slice(1), ...s.toAccepted('independent', 'authorisedOfficial'));
    expect(codesOf(headed)).toEqual(['capacityNotAllowed']);
    expect(codesOf(headed, { capacity: 'authorisedOfficial' })).toEqual([]);
  });

  it('once, and not one that was declined or that nobody has accepted', () => {
    expect(codesOf(ended)).toContain('assignmentNotAccepted');
    const assigned = s.fileAfter(...s.toReport, ...s.toAccepted('trainedAssessor').slice(0, -1));
    expect(codesOf(assigned)).toContain('assignmentNotAccepted');
    expect(codesOf(addAll(assigned, [s.decline]))).toContain('assignmentNotAccepted');
  });

  it('the one that stands alone: neither an earlier one nor that of another file', () => {
    const again = addAll(ended, [assignAnew, s.accept]);
    expect(codesOf(again, { about: ended.state.assignment?.hash ?? null })).toEqual(['aboutNotPossible']);
    expect(codesOf(again, { about: 'f'.repeat(64) })).toEqual(['aboutUnknown']);
    expect(codesOf(again, { about: null })).toEqual(['aboutMissing']);
    expect(codesOf(again)).toEqual([]);
  });

  it('until the day of the first session, which the unit knows, also where somebody else sends it', () => {
    expect(codesOf(scheduled, { date: session.date })).toEqual([]);
    for (const sees of [1, 2] as const)
      expect(codesOf(scheduled, { date: '2026-05-07', sees, imported: true })).toEqual(['firstSessionPassed']);
    // Who does not see the schedule leaves that to those who do.
    expect(codesOf(scheduled, { date: '2026-05-07', sees: 0, imported: true })).toEqual([]);
  });

  it('not after a session was held, for who knows of it; whoever cannot is not told so', () => {
    const held = addAll(scheduled, [s.hold]);
    expect(codesOf(held, { sees: 2 })).toEqual(['firstSessionPassed']);
    expect(codesOf(held)).toEqual([]);
  });

  it('not once there is a result, nor once everybody was told that the counselling is over', () => {
    const resulted = addAll(scheduled, [s.hold, s.signResult]);
    expect(codesOf(resulted)).toContain('resultAlreadySigned');
    expect(codesOf(resulted, { imported: true })).toEqual(['resultAlreadySigned']);
    const told = addAll(resulted, [{ type: 'statusNotified', capacity: 'counsellor', facts: ['concluded'] }]);
    expect(codesOf(told, { sees: 0, imported: true })).toEqual(['resultAlreadySigned']);
  });

  it('and its day is corrected after that too: by then somebody else may counsel', () => {
    const resulted = addAll(addAll(ended, [assignAnew, s.accept]), [s.schedule, s.hold, s.signResult]);
    const { state } = resulted;
    const about = state.acts.find(({ type }) => type === 'assignmentEnded')?.hash ?? '';
    const header = draftOf({ type: 'actCorrected', capacity: 'personnelHead', about });
    const bodies = new Map([
      [about, bodyOf(contents.assignmentEnded)],
      ...state.sessions.map(({ hash }) => [hash, bodyOf(session)] as const),
    ]);
    const body = bodyOf({ ...contents.actCorrected, content: { date: '2026-05-07' } });
    const found = checkAct({ state, header, body, bodies, holderRoles: ['personnelHead'], sees: 1 });
    expect(found.filter(({ severity }) => severity === 'block')).toEqual([]);
  });

  it('with a day and no reason, in no fact of its header and in no format of 0.3', () => {
    const { header } = nameAct(scheduled, s.end(scheduled.state));
    expect(header.facts).toEqual([]);
    expect(Object.keys(contents.assignmentEnded)).toEqual(['date']);
    const {
      format: _,
      scope: _s,
      enteredAs: _e,
      namedKey: _n,
      statedOn: _o,
      deeper: _d,
      ...said
    } = header as never as Record<string, unknown>;
    expect(actHeaderSchema.safeParse({ ...said, format: 'bilik/act/v1' }).success).toBe(false);
    expect(codesOf(scheduled, { facts: ['refused'] })).toEqual(['factsNotInTable', 'factsMismatch']);
  });
});

describe('after an assignment was ended', () => {
  it('nobody counsels, what was planned and said under it is void, and another one may be assigned', () => {
    const { assignment, sessions, consent, phase } = ended.state;
    expect({ answer: assignment?.answer, sessions, consent, phase }).toEqual({
      answer: 'ended',
      sessions: [],
      consent: null,
      phase: 'assignment',
    });
    expect(standingAssignment(ended.state)).toBe(null);
    const after = put(ended, { type: 'sessionHeld', capacity: 'counsellor', about: scheduled.state.sessions[0]!.hash });
    expect(after.state.refused.map(({ code }) => code)).toEqual(['assignmentNotAccepted']);
    expect(add(ended, assignAnew).state.assignment).toMatchObject({ kind: 'independent', answer: null });
  });

  it('the state is the same with and without what the counsellor alone had', () => {
    const plain = addAll(scheduled, [s.end]).state;
    const common = ({ sessions, consent, referred, assignment, phase, result }: CaseState) =>
      [sessions, consent, referred, assignment, phase, result] as const;
    expect(common(ended.state)).toEqual(common(plain));
  });

  it('whoever is assigned next gets what all have, and nothing of what that counsellor alone had', () => {
    const next = addAll(ended, [
      assignAnew,
      s.accept,
      s.schedule,
      { type: 'consentRecorded', capacity: 'counsellor', facts: ['given'] },
    ]).state;
    const got = next.acts.map((act) => [act.type, deliveries(act, next).counsellor] as const);
    expect(got.filter(([type]) => type === 'consentRecorded').map(([, form]) => form)).toEqual(['nothing', 'all']);
    expect(got.filter(([, form]) => form === 'nothing')).toHaveLength(1);
    const first = next.acts.find(({ type }) => type === 'consentRecorded')!;
    const correction = { type: 'actCorrected', capacity: 'counsellor', origin: 'vault', facts: [] } as const;
    expect(deliveries({ ...correction, about: first.hash }, next).counsellor).toBe('nothing');
  });

  it('is routed to those who know of the assignment: whole to them, by its header to everyone on the file', () => {
    const act = ended.state.acts.at(-1)!;
    const forms = deliveries(act, addAll(ended, [assignAnew]).state);
    const whole: readonly Role[] = ['personnelOfficer', 'personnelHead', 'authorisedOfficial', 'counsellor'];
    for (const [role, form] of Object.entries(forms))
      if (whole.includes(role as Role)) expect(form, role).toBe('all');
      else expect(form, role).toBe(role === 'assessor' ? 'header' : 'nothing');
  });

  it('the one who was assigned takes no part once another one is', () => {
    const anew = addAll(ended, [assignAnew]);
    const bodies = new Map([
      [
        anew.state.assignment?.hash ?? '',
        bodyOf({ ...contents.counsellorAssigned, counsellor: castOf.personnelOfficer }),
      ],
    ]);
    expect(rolesInCase(anew.state, bodies, { person: counsellor, roles: ['counsellor'] })).toEqual([]);
  });
});
