import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { guidanceTitles } from '@shared/domain/documents/guidance/titles.ts';
import { printableKinds, printableTitle } from '@shared/domain/documents/printable.ts';
import { type TextTree, textPaths } from '@shared/i18n/index.ts';
import { describe, expect, test } from 'vitest';

const project = resolve(import.meta.dirname, '../../..');

interface NamedText {
  readonly area: string;
  readonly text: string;
}

const valueAt = (tree: TextTree, path: string): string =>
  path.split('.').reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], tree) as string;

const textsOf = (language: 'id' | 'en'): readonly NamedText[] =>
  readdirSync(join(project, 'shared/i18n', language)).flatMap((area) => {
    const tree = JSON.parse(readFileSync(join(project, 'shared/i18n', language, area), 'utf8')) as TextTree;
    return textPaths(tree).map((path) => ({ area, text: valueAt(tree, path) }));
  });

/** A text as it is compared: without what is filled in, and without the mark at its end. */
const plain = (text: string): string =>
  text
    .replaceAll(/\{\{\w+\}\}|…/g, '')
    .replace(/[\s.:]+$/, '')
    .trim()
    .toLowerCase();

/** Quotes of what a person says or writes, and names of other programs; everything else in quotes is on screen. */
const spokenAreas = ['guidance-help.json', 'guidance-questions.json', 'guidance-choice.json'];
const otherNames = ['CSV UTF-8', 'age', 'Please wait'];
/** A name that the window or the backend fills in from the very text that it names. */
const isFilledIn = (quoted: string): boolean => /^\{\{\w+\}\}$/.test(quoted);

describe.each(['id', 'en'] as const)('texts in %s', (language) => {
  const texts = textsOf(language);
  // An option explains itself in brackets; who names it leaves them out.
  const known = new Set(texts.flatMap(({ text }) => [plain(text), plain(text.replace(/ \([^)]*\)$/, ''))]));
  test('that name a button, page or mark name one that is there', () => {
    const missing = texts
      .filter(({ area }) => !spokenAreas.includes(area))
      .flatMap(({ area, text }) =>
        [...text.matchAll(/“([^”]+)”/g)].map(([, quoted]) => ({ area, quoted: quoted ?? '' })),
      )
      .filter(({ quoted }) => !isFilledIn(quoted) && !otherNames.includes(quoted) && !known.has(plain(quoted)))
      .map(({ area, quoted }) => `${area}: ${quoted}`);
    expect(missing).toEqual([]);
  });
});

/** What the guide sets in bold for the eye alone: keys, and first words of a paragraph. */
const emphasis = [
  'Ctrl+L',
  'Ctrl+K',
  'Sepuluh menit cukup.',
  'Keterbukaan dalam coaching tidak menjadi bukti.',
  'Sekali saja, sebelum mulai',
  'Mengirim.',
  'Menerima.',
  'ditahan',
  'Berganti jabatan.',
  'Brankas hilang atau diganti',
  'Brankas dipulihkan dari cadangan',
  'Pengesah direktori hilang',
  'tidak tersertifikasi',
];

test('the guide names menus, buttons, pages and papers as the window does', () => {
  const known = new Set([
    ...textsOf('id').map(({ text }) => plain(text)),
    ...[...printableKinds.map(printableTitle), ...Object.values(guidanceTitles)].map(plain),
  ]);
  const guide = readFileSync(join(project, 'docs/panduan.md'), 'utf8');
  const named = [...guide.matchAll(/\*\*([^*]+)\*\*/g)]
    .map(([, bold = '']) => bold.replaceAll(/\s+/g, ' '))
    .filter((bold) => !emphasis.includes(bold))
    .flatMap((bold) => bold.split('→'));
  expect(named.length).toBeGreaterThan(80);
  expect(named.filter((name) => !known.has(plain(name)))).toEqual([]);
});
