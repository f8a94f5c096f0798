import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseHolder, holderKey } from '../../electron/backend/case/case-holder.ts';
import { listCases } from '../../electron/backend/case/list-cases.ts';
import { loadCase } from '../../electron/backend/case/load-case.ts';
import { systemRandom } from '../../electron/backend/crypto/random.ts';
import { insertDecision } from '../../electron/backend/exchange/ledger/held-rows.ts';
import { answersKey, answersOf, keepAnswer, undoAnswers } from '../../electron/backend/persons/same-person-rows.ts';
import { toIsoInstant } from '../../shared/kernel/date.ts';
import { callsOn, testVault } from '../fixtures/calls.ts';
import { registered } from '../fixtures/case-walks.ts';
import * as people from '../fixtures/people/cast.ts';
import { writable } from '../fixtures/writable.ts';

// Folded cases are kept in memory by who the holder is. What changes who that is, changes the key: else a stale fold.

const named = [people.assessor, people.counsellor, people.employee];

/** One answer, by a decision or not, or one of the decisions so far taken back. */
const steps = fc.array(
  fc.record({
    person: fc.nat(named.length - 1),
    same: fc.boolean(),
    // The clock of an office computer goes back, and stands still within a millisecond.
    at: fc.nat(3),
    does: fc.constantFrom('tells', 'decides', 'decides', 'takesBack'),
    which: fc.nat(20),
  }),
  { minLength: 1, maxLength: 12 },
);

interface Said {
  readonly person: number;
  readonly same: boolean;
  readonly decision: number | null;
}

describe('what is kept by who the holder is', () => {
  it('has never the same key for other answers; one that is taken back gives way to the one before', async () => {
    const { records } = await testVault(people.personnelOfficer, ['personnelOfficer']);
    const tx = writable(records);
    const answersByKey = new Map<string, string>();
    let standing: Said[] = [];
    let restored = 0;
    fc.assert(
      fc.property(steps, (given) => {
        for (const { person, same, at, does, which } of given) {
          const clock = { now: () => at * 1000 };
          const work = { clock, random: systemRandom };
          const made = standing.flatMap(({ decision }) => decision ?? []);
          if (does === 'takesBack' && made.length > 0) {
            const decision = made[which % made.length]!;
            undoAnswers(work, tx, decision);
            standing = standing.filter((one) => one.decision !== decision);
            restored += 1;
          } else {
            const choice = { item: 'a'.repeat(64), choice: 'tell', at: toIsoInstant(clock.now()) } as const;
            const decision = does === 'decides' ? insertDecision(tx, choice) : null;
            keepAnswer(work, tx, { person: named[person]!, known: 'self', same, decision });
            standing = [...standing, { person, same, decision }];
          }
          const answered = answersOf(records);
          const answers = named.map((one) => answered(one, 'self') ?? null);
          const latest = named.map((_, index) => standing.findLast((one) => one.person === index)?.same ?? null);
          expect(answers).toEqual(latest);
          const key = answersKey(records);
          expect(answersByKey.get(key) ?? JSON.stringify(answers)).toBe(JSON.stringify(answers));
          answersByKey.set(key, JSON.stringify(answers));
        }
      }),
      { numRuns: 40, seed: 11 },
    );
    expect(new Set(answersByKey.values()).size).toBeGreaterThan(10);
    expect(restored).toBeGreaterThan(10);
  });

  it('is folded anew once the holder has another number', async () => {
    const vault = await testVault(people.personnelOfficer, ['personnelOfficer']);
    const calls = callsOn(vault);
    const caseId = await registered(calls);
    const before = holderKey(vault.records, caseHolder(vault.records));
    expect([loadCase(vault.records, caseId).holder?.person.nip, listCases(vault).length]).toEqual([
      people.personnelOfficer.nip,
      1,
    ]);
    const nip = '197001012000011998';
    await calls.get('profile.save', { person: { ...people.personnelOfficer, nip }, roles: ['personnelOfficer'] });
    expect(loadCase(vault.records, caseId).holder?.person.nip).toBe(nip);
    expect(holderKey(vault.records, caseHolder(vault.records))).not.toBe(before);
  });
});
