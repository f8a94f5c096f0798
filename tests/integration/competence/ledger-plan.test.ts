import { expect, it } from 'vitest';
import { callsOn, testVault } from '../../fixtures/calls.ts';
import * as people from '../../fixtures/people/cast.ts';

// The ledger of a large institution is looked at all day: no question of it may read every learning record.

it('reads no table of learning from end to end when it looks what has ended meanwhile', async () => {
  const vault = await testVault(people.personnelOfficer, ['personnelOfficer']);
  const calls = callsOn(vault);
  const client = vault.records.$client;
  const asked: { readonly sql: string; readonly values: readonly unknown[] }[] = [];
  const prepare = client.prepare.bind(client);
  client.prepare = ((sql: string) => {
    const statement = prepare(sql);
    const all = statement.all.bind(statement);
    statement.all = ((...values: unknown[]) => {
      asked.push({ sql, values });
      return all(...values);
    }) as never;
    return statement;
  }) as never;
  const query = { year: 2026, search: '', unit: null, employmentStatus: null, belowTarget: false } as const;
  await calls.get('competence.ledger', { ...query, sort: 'name', offset: 0, limit: 200 });
  client.prepare = prepare;
  const ofLearning = asked.filter(({ sql }) => sql.includes('planned_until'));
  expect(ofLearning).toHaveLength(1);
  const plan = ofLearning.flatMap(({ sql, values }) =>
    (client.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[]).map(({ detail }) => detail),
  );
  expect(plan.filter((detail) => /^SCAN (?!CONSTANT)/.test(detail))).toEqual([]);
  expect(plan.join('\n')).toContain('learning_records_by_day');
});
