import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { actTable } from '@shared/domain/case/act-table.ts';
import { actTypes } from '@shared/domain/case/act-type.ts';
import { rules } from '@shared/domain/case/rules.ts';
import { phases } from '@shared/domain/case/state.ts';
import { mergeTexts, type TextTree } from '@shared/i18n/index.ts';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../../..');
const read = (path: string): string => readFileSync(resolve(root, path), 'utf8');
const texts = (language: string): TextTree =>
  mergeTexts(
    readdirSync(resolve(root, 'shared/i18n', language)).map((file) =>
      JSON.parse(read(`shared/i18n/${language}/${file}`)),
    ),
  );
const group = (language: string, name: string): string[] =>
  Object.keys((texts(language)[name] as TextTree | undefined) ?? {});

/** Codes that the sources of the case domain give to violations outside of gates. */
const codesInSources = (): string[] =>
  ['check-act.ts', 'judge-header.ts', 'fold.ts', 'body-gates.ts', 'acts/result.ts'].flatMap((file) =>
    [...read(`shared/domain/case/${file}`).matchAll(/(?:block\(|warning\(|refuse\(\w+, \w+, |code: )'(\w+)'/g)].map(
      ([, code]) => code ?? '',
    ),
  );

describe.each(['id', 'en'])('texts of the case domain (%s)', (language) => {
  it('name every type, stage and rule', () => {
    expect(group(language, 'acts')).toEqual(expect.arrayContaining([...actTypes]));
    expect(group(language, 'phases')).toEqual(expect.arrayContaining([...phases]));
    expect(group(language, 'rules')).toEqual(expect.arrayContaining(Object.keys(rules)));
  });
  it('name every fact', () => {
    const facts = Object.values(actTable).flatMap(({ factRule: { one = [], some = [], optional = [] } }) => [
      ...one.flat(),
      ...some.flat(),
      ...optional,
    ]);
    expect(group(language, 'facts')).toEqual(expect.arrayContaining(facts));
  });
  it('explain every refusal', () => {
    const gates = Object.values(actTable).flatMap((row) => [...row.gates, ...row.bodyGates].map(({ code }) => code));
    expect(codesInSources().length).toBeGreaterThan(20);
    expect(group(language, 'errors')).toEqual(expect.arrayContaining([...gates, ...codesInSources()]));
  });
});
