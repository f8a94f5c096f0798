import { checkAct } from '@shared/domain/case/check-act.ts';
import { foldCase } from '@shared/domain/case/fold.ts';
import { type CaseState, disputedActs, type Level } from '@shared/domain/case/state.ts';
import type { Role } from '@shared/domain/identity/person.ts';
import { describe, expect, it } from 'vitest';
import { addAll, type CaseFile, draftOf, put, type Step } from '../../../property/support/case-file.ts';
import * as s from '../../../property/support/steps.ts';

// A denial stops the work (law: answered): that of those who see it, and what has effect is the same for everybody.

const key = 'e'.repeat(64);
/** Of an independent counsellor, of whose sessions the assessor sees nothing. */
const accepted = s.fileAfter(...s.toReport, ...s.toAccepted('independent'));
const entered = addAll(accepted, [{ ...s.schedule, capacity: 'personnelHead', origin: 'paper', namedKey: key }]);
const denied = put(entered, {
  type: 'paperAnswered',
  capacity: 'personnelHead',
  facts: ['denied'],
  about: entered.acts.at(-1)?.hash ?? null,
});

/** What of a case somebody has who sees up to a level, folded with that sight. */
const seenAt = ({ state, acts }: CaseFile, sees: Level): CaseState => {
  const levels = new Map([...state.acts, ...state.refused].map(({ hash, level }) => [hash, level]));
  return foldCase(
    acts.filter(({ hash }) => (levels.get(hash) ?? 2) <= sees),
    sees,
  );
};

const upTo = (state: CaseState, level: Level): string[] =>
  state.acts.filter((act) => act.level <= level).map(({ hash }) => hash);

const steps: readonly Step[] = [
  { type: 'feedbackRecorded', capacity: 'assessor', facts: ['withEvidence'] },
  { type: 'employeeLeft', capacity: 'assessor', facts: ['moved'] },
];

describe('a denial that fewer see', () => {
  it.each(steps)('takes no effect from a $type that the assessor signs unknowing', (step) => {
    expect(disputedActs(denied.state).map(({ level }) => level)).toEqual([1]);
    const assessor = seenAt(denied, 0);
    const after = put(denied, step, { seen: assessor });
    const hash = after.acts.at(-1)?.hash;
    expect(seenAt(after, 0).acts.map((act) => act.hash)).toContain(hash);
    for (const sees of [1, 2] as const) expect(upTo(foldCase(after.acts, sees), 0)).toEqual(upTo(seenAt(after, 0), 0));
  });
});

describe('a denial', () => {
  const session = denied.state.sessions[0]?.hash ?? null;

  it('stops what as many see, for all of them', () => {
    const after = put(denied, { type: 'sessionRescheduled', capacity: 'counsellor', about: session });
    expect(after.state.refused.map(({ code }) => code)).toEqual(['paperDisputed']);
  });

  it('lets nobody who sees it sign on, also what more people see', () => {
    const header = { ...draftOf(steps[1] ?? s.schedule), capacity: 'personnelHead' } as const;
    const codes = (holderRoles: readonly Role[] | null) =>
      checkAct({ state: denied.state, header, body: null, bodies: new Map(), holderRoles }).map(({ code }) => code);
    expect(codes(['personnelHead'])).toEqual(['paperDisputed']);
    expect(codes(null)).toEqual([]);
  });
});
