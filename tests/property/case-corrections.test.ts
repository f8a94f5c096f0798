import { actTable } from '@shared/domain/case/act-table.ts';
import { type ActType, actTypes } from '@shared/domain/case/act-type.ts';
import type { ActBody } from '@shared/domain/case/body.ts';
import { checkAct, factsOf, isAllowed } from '@shared/domain/case/check-act.ts';
import { counsellorKinds } from '@shared/domain/case/content/counselling.ts';
import { followUpStates, handedOverPosts, statuses, tenures } from '@shared/domain/case/content/follow-up.ts';
import { emptyCase, type FoldedAct } from '@shared/domain/case/state.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contents } from '../fixtures/case-steps.ts';
import { assessor, institution } from '../fixtures/people/cast.ts';

/** Fields that a header tells as facts, with the codes that they may have. */
const decisive: Readonly<Partial<Record<ActType, Readonly<Record<string, readonly unknown[]>>>>> = {
  caseOpened: { assessorIsHead: [true, false], startsFrom: ['observation', 'report', 'assignment'] },
  problemCommunicated: { acknowledgement: ['signed', 'refused', 'awaited'] },
  changeEvaluated: { outcome: ['changed', 'unchanged'] },
  counsellingDecided: { decision: ['yes', 'no'] },
  counsellorAssigned: { kind: counsellorKinds },
  assignmentAnswered: { answer: ['accepted', 'declined'] },
  consentRecorded: { consent: ['given', 'refused'] },
  referralRecorded: { to: ['psychologist', 'doctor', 'other'], imminentDanger: [true, false] },
  resultSigned: { outcome: ['completed', 'ended'] },
  statusNotified: { status: statuses },
  caseClosed: { reason: ['behaviourChanged', 'notCounselled', 'followedUp', 'employeeLeft', 'other'] },
  followUpProgressed: { item: [0, 1], state: followUpStates },
  assessorReplaced: { kind: tenures, assessorIsHead: [true, false] },
  postHandedOver: { post: handedOverPosts },
  employeeLeft: { kind: ['moved', 'retired', 'resigned', 'died', 'other'] },
};

/** An act of a type, and a correction that may change any of its decisive fields. */
const corrected = fc.constantFrom(...(Object.keys(decisive) as ActType[])).chain((type) => {
  const fields = Object.entries(decisive[type] ?? {}).map(
    ([name, codes]) => [name, fc.constantFrom(...codes)] as const,
  );
  const chosen = fc.record(Object.fromEntries(fields));
  return fc.record({
    type: fc.constant(type),
    before: chosen,
    after: chosen,
    reason: fc.constantFrom('Salah ketik.', 'Keliru.'),
  });
});

const bodyOf = (content: Readonly<Record<string, unknown>>): ActBody => ({
  author: assessor,
  authorOffice: '',
  content,
  attachments: [],
  paper: null,
  institution,
});

const original = '1'.repeat(64);
/** Bears out that a counselling was completed; a refused consent, that it was not. */
const held = { hash: '2'.repeat(64), latest: '2'.repeat(64), state: 'held' } as const;

/** Types whose facts are no codes of their own content, or which no correction may be about. */
const others: readonly ActType[] = ['followUpDecided', 'identityCorrected', 'paperAnswered', 'correctionAnswered'];

describe('corrections', () => {
  it('are tried of every type that a header tells facts of, and of each of its fields', () => {
    const fields = actTypes.flatMap((type) =>
      others.includes(type) ? [] : actTable[type].factFields.map((field) => `${type}.${field}`),
    );
    const tried = Object.entries(decisive).flatMap(([type, named]) =>
      Object.keys(named).map((field) => `${type}.${field}`),
    );
    expect(fields.filter((field) => !tried.includes(field))).toEqual([]);
    expect(fields.length).toBeGreaterThan(15);
  });

  it('keep the facts of the act that they correct, whatever else they say', () => {
    fc.assert(
      fc.property(corrected, ({ type, before, after, reason }) => {
        // A refusal to counsel has a reason; some kinds of counsellor name what they are qualified by.
        const filled = {
          ...(type === 'counsellingDecided' ? { reason } : {}),
          ...(type === 'counsellorAssigned' ? { qualification: 'Sertifikat 7/2025' } : {}),
        };
        const body = bodyOf({ ...contents[type], ...before, ...filled });
        const facts = factsOf(type, body);
        const act: FoldedAct = {
          hash: original,
          type,
          capacity: 'assessor',
          origin: 'vault',
          facts: facts.ok ? facts.value : [],
          about: null,
          level: 0,
          asks: null,
          enteredAs: null,
        };
        const violations = checkAct({
          state: { ...emptyCase, caseId: 'c'.repeat(32), acts: [act], consent: 'refused', sessions: [held] },
          header: { type: 'actCorrected', capacity: 'assessor', origin: 'vault', facts: [], about: original },
          body: bodyOf({ ...contents.actCorrected, reason, content: { ...contents[type], ...after, ...filled } }),
          bodies: new Map([[original, body]]),
          holderRoles: ['assessor'],
        });
        expect(isAllowed(violations)).toBe(JSON.stringify(before) === JSON.stringify(after));
        if (!isAllowed(violations)) expect(violations.map(({ code }) => code)).toContain('correctionChangesFacts');
      }),
      { numRuns: 500 },
    );
  });
});
