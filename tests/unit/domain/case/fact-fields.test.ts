import { actTable } from '@shared/domain/case/act-table.ts';
import { type ActType, actTypes } from '@shared/domain/case/act-type.ts';
import { factsOf, factsSoFar } from '@shared/domain/case/check-act.ts';
import { describe, expect, it } from 'vitest';
import { contents } from '../../../fixtures/case-steps.ts';

const bare = { attachments: [], paper: null };
const contentOf = (type: ActType) => contents[type] as Readonly<Record<string, unknown>>;

describe('facts of an act that is not finished', () => {
  it.each(actTypes.filter((type) => contents[type] !== undefined))(
    'of %s are read from the fields it names',
    (type) => {
      const read = new Set<string>();
      const watched = new Proxy(
        { ...contentOf(type) },
        {
          get: (content, name) => {
            read.add(String(name));
            return content[String(name)];
          },
        },
      );
      (actTable[type].facts as (content: unknown, body: unknown) => unknown)(watched, bare);
      expect([...read].sort()).toEqual([...actTable[type].factFields].sort());
    },
  );

  it.each(actTypes.filter((type) => contents[type] !== undefined))('of %s are those of the finished one', (type) => {
    const { factFields } = actTable[type] as { readonly factFields: readonly string[] };
    const half = Object.fromEntries(Object.entries(contentOf(type)).filter(([name]) => factFields.includes(name)));
    const whole = factsOf(type, { ...bare, content: contentOf(type) });
    expect(factsSoFar(type, { ...bare, content: half })).toEqual(whole.ok ? whole.value : 'refused');
  });

  it('cannot be told before the field is filled in', () => {
    expect(factsSoFar('counsellorAssigned', { ...bare, content: { kind: '' } })).toBeNull();
  });
});
