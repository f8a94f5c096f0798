import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  askAnew,
  createQueryClient,
  queryKey,
  type useCommand,
  type useQueryCall,
} from '../../../renderer/lib/query.ts';
import { type CommandName, contract, type MethodName, type QueryName } from '../../../shared/contract/index.ts';
import { areas, changesOf } from '../../../shared/contract/method.ts';

const methods = Object.keys(contract) as MethodName[];
const areaOf = (method: string): string => method.split('.', 1)[0] ?? '';
const queries = methods.filter((method) => contract[method].kind === 'query') as QueryName[];

describe('what a call changes', () => {
  it('is an area that queries ask about, named once', () => {
    const asked = new Set(queries.map(areaOf));
    expect(areas.filter((area) => !asked.has(area))).toEqual([]);
    for (const method of methods) {
      const changes = changesOf(contract[method]);
      expect(changes.length, method).toBe(new Set(changes).size);
    }
  });

  it('is said of every area that there is', () => {
    const changed = new Set(methods.flatMap((method) => changesOf(contract[method])));
    expect(areas.filter((area) => !changed.has(area))).toEqual([]);
  });

  it('is for commands to say: the window asks by queries and acts by commands', () => {
    expectTypeOf<Parameters<typeof useQueryCall>[0]>().toEqualTypeOf<QueryName>();
    expectTypeOf<Parameters<typeof useCommand>[0]>().toEqualTypeOf<CommandName>();
    expectTypeOf<'case.recordAct'>().toExtend<CommandName>();
    expectTypeOf<'case.list'>().toExtend<QueryName>();
  });

  it('is asked anew in the window, and nothing else is', () => {
    const client = createQueryClient();
    const asked = queries.filter((method) => (areas as readonly string[]).includes(areaOf(method)));
    for (const method of asked) client.setQueryData(queryKey(method, {}), 'answer');
    askAnew(client, ['overview', 'drafts']);
    const stale = asked.filter((method) => client.getQueryState(queryKey(method, {}))?.isInvalidated);
    expect(stale.sort()).toEqual([
      'drafts.get',
      'drafts.list',
      'overview.followUps',
      'overview.home',
      'overview.schedule',
    ]);
  });
});
