import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actTypes } from '@shared/domain/case/act-type.ts';
import { fieldsOf } from '@shared/domain/case/fields/act-fields.ts';
import { mergeTexts, textPaths } from '@shared/i18n/index.ts';
import { describe, expect, it } from 'vitest';
import enFields from '../../../shared/i18n/en/case-fields.json' with { type: 'json' };
import enCases from '../../../shared/i18n/en/cases.json' with { type: 'json' };
import idFields from '../../../shared/i18n/id/case-fields.json' with { type: 'json' };
import idCases from '../../../shared/i18n/id/cases.json' with { type: 'json' };
import { textKeysOf } from '../../fixtures/form-tables.ts';

const id = mergeTexts([idCases, idFields]);
const en = mergeTexts([enCases, enFields]);

const folder = 'renderer/features/cases';
const sources = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => join(folder, name))
  .concat('renderer/lib/follow-up-names.ts', 'renderer/features/settings/BurdenSection.tsx')
  .map((path) => readFileSync(path, 'utf8'));
const known = new Set(textPaths(id));

/** Keys written out in the code; `${…}` stands for one step. */
const writtenKeys = new Set(
  sources.flatMap((text) => [...text.matchAll(/['`](cases\.[\w.${}]+)['`]/g)].map((match) => match[1] ?? '')),
);
const matches = (written: string, key: string): boolean =>
  new RegExp(`^${written.replace(/[.]/g, '\\.').replace(/\$\{[^}]*\}/g, '[^.]+')}$`).test(key);

describe('texts of the screens of counselling files', () => {
  it('are complete in both languages', () => {
    expect(textPaths(en).sort()).toEqual([...known].sort());
  });

  it('exist for every key in the code', () => {
    const missing = [...writtenKeys].filter((written) => ![...known].some((key) => matches(written, key)));
    expect(missing).toEqual([]);
  });

  it('are all used', () => {
    const fieldKeys = actTypes.flatMap((type) => textKeysOf(fieldsOf(type)));
    const unused = [...known]
      .filter((key) => key.startsWith('cases.'))
      .filter((key) => !fieldKeys.includes(key) && ![...writtenKeys].some((written) => matches(written, key)));
    expect(unused).toEqual([]);
  });
});
