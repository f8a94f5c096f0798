import { actTypes } from '@shared/domain/case/act-type.ts';
import { availableActs } from '@shared/domain/case/available-acts.ts';
import { asksFirst, foldCase } from '@shared/domain/case/fold.ts';
import { judgeHeader } from '@shared/domain/case/judge-header.ts';
import { deliveries, deliveriesOfDraft } from '@shared/domain/case/routes.ts';
import { resultReceivers, sightOf } from '@shared/domain/case/sight.ts';
import { actOf, emptyCase } from '@shared/domain/case/state.ts';
import { roles } from '@shared/domain/identity/person.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCase, arbitraryStep, lawfulCase } from './support/arbitrary-case.ts';
import { add, type CaseFile, draftOf, put, type Step } from './support/case-file.ts';
import { brokenLaws } from './support/law.ts';
import { fileAfter, register, toReport } from './support/steps.ts';

const shuffled = (file: CaseFile): fc.Arbitrary<CaseFile['acts']> =>
  fc.shuffledSubarray([...file.acts], { minLength: file.acts.length, maxLength: file.acts.length });

/** What a role holds of a case after all that its routes deliver. */
const heldBy = (file: CaseFile, role: (typeof roles)[number]): CaseFile['acts'] =>
  file.acts.filter(({ hash, header }) => {
    return deliveries(actOf(file.state, hash) ?? header, file.state)[role] !== 'nothing';
  });

describe('random sequences of acts', () => {
  it('never reach a state that the law forbids', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({ state }) => {
        expect(brokenLaws(state.acts)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('reach every stage and nearly every act, so that the laws were really tried', () => {
    const files = fc.sample(arbitraryCase(), { numRuns: 800, seed: 1 });
    const types = new Set(files.flatMap(({ state }) => state.acts.map(({ type }) => type)));
    expect([...types].sort()).toHaveLength(actTypes.length);
    const refusals = new Set(files.flatMap(({ state }) => state.refused.map(({ code }) => code)));
    expect(refusals.size).toBeGreaterThan(30);
  });

  it('fold the same in any order of arrival, and with repeats', () => {
    const ordered = arbitraryCase().chain((file) => fc.tuple(fc.constant(file), shuffled(file)));
    fc.assert(
      fc.property(ordered, ([file, acts]) => {
        expect(foldCase([...acts, ...acts.slice(0, 3)])).toEqual(file.state);
      }),
      { numRuns: 150 },
    );
  });

  it('take no effect where the table does not allow them, and say why', () => {
    const tried = arbitraryCase().chain((file) => fc.tuple(fc.constant(file), arbitraryStep(file.state)));
    fc.assert(
      fc.property(tried, ([file, step]) => {
        // What asks its author first is judged with the answer: see answers.test.
        fc.pre(!asksFirst(draftOf(step)) && step.type !== 'paperAnswered');
        const [violation] = judgeHeader(file.state, draftOf(step));
        const after = put(file, step, { salt: 'tried' }).state;
        if (violation === undefined) {
          expect(after.acts).toHaveLength(file.state.acts.length + 1);
        } else {
          const { refused, heads: _heads, unseen: _unseen, ...rest } = after;
          const { refused: earlier, heads: _before, unseen: _earlier, ...unchanged } = file.state;
          expect(rest).toEqual(unchanged);
          expect(refused.map(({ code }) => code)).toContain(violation.code);
          expect(refused).toHaveLength(earlier.length + 1);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('say nothing with effect that their form had not offered', () => {
    const tried = arbitraryCase().chain((file) => fc.tuple(fc.constant(file), arbitraryStep(file.state)));
    fc.assert(
      fc.property(tried, ([{ state }, step]) => {
        fc.pre(step.format !== 'bilik/act/v1' && judgeHeader(state, draftOf(step)).length === 0);
        const offer = availableActs(state, { roles }).find(({ type }) => type === step.type);
        const withheld = Object.values(offer?.notOffered ?? {}).flat();
        expect(withheld.filter((code) => draftOf(step).facts.includes(code))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

/** Expects that who receives an act is told before it is signed; gives who that is. */
const expectTold = (file: CaseFile, step: Step): ReturnType<typeof deliveries> => {
  const { state, acts } = put(file, step, { salt: 'told' });
  const [act] = acts.slice(-1);
  const forms = deliveries(actOf(state, act?.hash ?? '') ?? draftOf(step), state);
  // Whoever ceases to counsel by it is told too, though nobody counsels any more by then.
  const told = step.type === 'assignmentEnded' ? { ...forms, counsellor: 'all' } : forms;
  expect(deliveriesOfDraft(file.state, draftOf(step)), step.type).toEqual(told);
  return forms;
};

describe('what the routes deliver', () => {
  it('is enough for every role to fold its headers without a refusal', () => {
    fc.assert(
      fc.property(lawfulCase(), (file) => {
        // An employee has no file to fold: what is addressed to one is read by itself.
        for (const role of roles.filter((other) => other !== 'employee')) {
          const folded = foldCase(heldBy(file, role), sightOf(file.state, role) ?? 0);
          // Lawful acts are without effect only where a denial took it from them: then for everybody.
          const forAll = new Set(file.state.refused.map(({ hash }) => hash));
          expect(
            folded.refused.filter(({ hash }) => !forAll.has(hash)),
            role,
          ).toEqual([]);
          if (sightOf(file.state, role) !== null) {
            expect([folded.closed, folded.report, folded.decision]).toEqual([
              file.state.closed,
              file.state.report,
              file.state.decision,
            ]);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is what was told before the act was signed', () => {
    const tried = arbitraryCase().chain((file) => fc.tuple(fc.constant(file), arbitraryStep(file.state)));
    fc.assert(
      fc.property(tried, ([file, step]) => {
        fc.pre(judgeHeader(file.state, draftOf(step)).length === 0);
        expectTold(file, step);
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  it('is what was told before, also of an answer that gives effect to what waited, or denies it', () => {
    const registered = fileAfter(...toReport, register);
    const entered = { type: 'counsellingDecided', capacity: 'personnelHead', facts: ['yes'] } as const;
    const waiting = put(registered, { ...entered, origin: 'paper', namedKey: 'b'.repeat(64) });
    const about = waiting.acts.at(-1)?.hash ?? '';
    expect(waiting.state.waiting.map(({ hash }) => hash)).toEqual([about]);
    const told = (['confirmed', 'denied'] as const).map((answer) =>
      expectTold(waiting, { type: 'paperAnswered', capacity: 'personnelHead', facts: [answer], about }),
    );
    expect(told.map(({ assessor, authorisedOfficial }) => [assessor, authorisedOfficial])).toEqual([
      ['header', 'all'],
      ['nothing', 'nothing'],
    ]);
  });

  it('keeps the result record with the receivers of its route and its author', () => {
    fc.assert(
      fc.property(lawfulCase(), ({ state }) => {
        for (const act of state.acts.filter(({ type }) => type === 'resultSigned')) {
          const forms = deliveries(act, state);
          const whole = roles.filter((role) => forms[role] === 'all');
          expect(whole.sort()).toEqual(['counsellor', ...resultReceivers(state)].sort());
          if (state.assignment?.kind === 'independent') {
            expect(forms.assessor).toBe('nothing');
            if (state.assessorIsHead) expect(forms.personnelHead).toBe('nothing');
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('keeps consent and referral with the counsellor', () => {
    fc.assert(
      fc.property(lawfulCase(), ({ state }) => {
        for (const act of state.acts.filter(({ type }) => /^(consent|referral)Recorded$/.test(type))) {
          const forms = deliveries(act, state);
          expect(roles.filter((role) => forms[role] !== 'nothing')).toEqual(['counsellor']);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('an empty file', () => {
  it('takes an opening and nothing else', () => {
    fc.assert(
      fc.property(arbitraryStep(emptyCase), (step) => {
        const refused = judgeHeader(emptyCase, draftOf(step)).length > 0;
        if (!refused) expect(add({ state: emptyCase, acts: [] }, step).state.acts[0]?.type).toBe('caseOpened');
      }),
    );
  });
});
