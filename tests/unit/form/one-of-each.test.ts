import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

// One list, one person field, one date field for all areas, in renderer/ui/form: a second one is found here.

const renderer = resolve(import.meta.dirname, '../../../renderer');
const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(renderer, name), 'utf8') }));

const filesWith = (pattern: RegExp): readonly string[] =>
  sources
    .filter(({ text }) => pattern.test(text))
    .map(({ name }) => name)
    .sort();

/** What each text field says of what is wrong with it, by file. */
const errorsOfFields = (): readonly string[] =>
  sources.flatMap(({ name, text }) =>
    [...text.matchAll(/<(?:TextInput|Textarea|NumberInput|PasswordInput|PassphraseField)\b[\s\S]*?\/>/g)].flatMap(
      ([element]) => [...element.matchAll(/\berror=\{([\s\S]*?)\}\n/g)].map(([, said]) => `${name}: ${said}`),
    ),
  );

it('no field that somebody types in says what is wrong before it is left: a form judges it, or it does itself', () => {
  const errors = errorsOfFields();
  expect(errors.length).toBeGreaterThan(5);
  expect(errors.filter((error) => !/: (issue|said)\(/.test(error))).toEqual([
    // It stands empty once a password was refused.
    "ui/viewer/PdfPassword.tsx: wrong ? t('viewer.password.wrong') : null",
  ]);
});

describe('one of each for all areas', () => {
  it('only the date field asks for a calendar day', () => {
    expect(filesWith(/\btype[=:]\s*\{?['"]date['"]/)).toEqual(['ui/form/DateField.tsx']);
    expect(filesWith(/@mantine\/dates/)).toEqual([]);
  });

  it('only the person field asks for name, NIP and rank', () => {
    expect(filesWith(/label=\{t\(['"`]person\.(name|nip|rank)/)).toEqual(['ui/form/PersonFields.tsx']);
  });

  it('only the list takes off entries by their place, and whoever has entries draws them with it', () => {
    expect(filesWith(/\.filter\(\(_\w*, (\w+)\) => \1 !== /)).toEqual(['ui/form/field-props.ts']);
    const users = filesWith(/\bremoveAt\b/).filter((name) => name !== 'ui/form/field-props.ts');
    expect(users).not.toEqual([]);
    expect(users.filter((name) => !filesWith(/<EntryList\b/).includes(name))).toEqual([]);
  });

  it('a record is asked by its table: no form of these areas has inputs of its own for one', () => {
    const byHand = filesWith(/<(TextInput|Textarea|NumberInput|TagsInput|Autocomplete)\b/).filter((name) =>
      /^features\/(guidance|competence|programme)\//.test(name),
    );
    // Searching, a reason for taking back, the question bank beside a session, and sums that are typed once from a
    // heap of sheets are no records.
    expect(byHand).toEqual([
      'features/competence/WithdrawDialog.tsx',
      'features/competence/ledger/LedgerPage.tsx',
      'features/guidance/file/QuestionBank.tsx',
      'features/guidance/list/GuidancePage.tsx',
      'features/programme/Tallies.tsx',
    ]);
  });
});
