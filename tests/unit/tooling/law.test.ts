import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { actTable } from '@shared/domain/case/act-table.ts';
import { actTypes } from '@shared/domain/case/act-type.ts';
import { rules } from '@shared/domain/case/rules.ts';
import { choiceRows } from '@shared/domain/guidance/choice-rows.ts';
import { signatureRules } from '@shared/domain/guidance/record.ts';
import { guidanceRules } from '@shared/domain/guidance/rules.ts';
import {
  coachingStages,
  communityStages,
  internshipStages,
  mentoringFileStages,
} from '@shared/domain/guidance/stages.ts';
import { roles } from '@shared/domain/identity/person.ts';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const sources = ['shared', 'electron', 'renderer', 'scripts', 'tests'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => /\.(tsx?|mjs)$/.test(path) && path !== 'tests/unit/tooling/law.test.ts'),
);

const law = read('docs/law.md');
/** Tags that docs/law.md explains. */
const legend = [...law.matchAll(/^- \*\*\[([^\]]+)\]\*\*/gm)].map(([, tag]) => tag);
/** Sections of docs/law.md, each with the tags that it begins with. */
const sections = new Map(
  [...law.matchAll(/^### (.+)\n(.*)/gm)].map(([, id, line]) => [
    id ?? '',
    [...(line?.split('·')[0]?.matchAll(/\[([^\]]+)\]/g) ?? [])].map(([, tag]) => tag ?? ''),
  ]),
);

/** Comments of a source text, each as one line. */
const commentsIn = (text: string): string[] =>
  [...text.matchAll(/\/\*[\s\S]*?\*\/|\/\/.*/g)].map(([comment]) => comment.replace(/\s*\n\s*\*?\s*/g, ' '));
/** Sections that a text cites: `law: decide` or `law: decide, assign`. */
const citedIn = (text: string): string[] =>
  [...text.matchAll(/\blaw: ([A-Za-z]+(?:, [A-Za-z]+)*)/g)].flatMap(([, ids]) => ids?.split(', ') ?? []);
/** Names of sources, and the short tags of design notes that are not in the repository. */
const namesSource =
  /\b(R6|R8|LAN|Permen\w+|Peraturan)\b|\b(6\/2022|8\/2021|10\/2018|27\/2022|71\/2019|30\/2019)\b|\b(domain|papers)\.md|\[(own|pub|article|practice|strategy|magang|brief)\b/;
const isUncited = (comment: string): boolean => namesSource.test(comment) && citedIn(comment).length === 0;

const comments = sources.flatMap((path) => commentsIn(read(path)).map((comment) => ({ path, comment })));
const ruled = [
  ...Object.values(actTable).flatMap((row) => [row, ...row.gates, ...row.bodyGates]),
  ...choiceRows,
  ...coachingStages,
  ...mentoringFileStages,
  ...communityStages,
  ...internshipStages,
  ...Object.values(signatureRules),
].map(({ rule }) => rule);

test('citations are read from comments, over line ends too', () => {
  const text = "/** One (law: a, b);\n * two (law:\n * c). */\nconst x = 'law: d'; // three (law: e)";
  expect(commentsIn(text).flatMap(citedIn)).toEqual(['a', 'b', 'c', 'e']);
  expect(
    ['/** As PermenPANRB 6/2022 says. */', '// A proposal [own].', '/** As 8/2021 says (law: a). */'].map(isUncited),
  ).toEqual([true, true, false]);
});

test('every section of docs/law.md says where its rule comes from, by a tag that the legend explains', () => {
  expect(sections.size).toBeGreaterThan(90);
  expect(law.match(/^### /gm)).toHaveLength(sections.size);
  for (const [id, tags] of sections) {
    expect(id).toMatch(/^[a-z][A-Za-z]*$/);
    expect(tags, id).not.toEqual([]);
  }
  const used = [...law.replaceAll('`[own]`', '').matchAll(/\[([^\]]+)\](?!\()/g)].map(([, tag]) => tag);
  expect([...new Set(used)].filter((tag) => !legend.includes(tag))).toEqual([]);
  expect(
    [...law.matchAll(/\(?[Ss]ee `(\w+)`|in `(\w+)`|differs from `(\w+)`/g)].flatMap((found) => found.slice(1)),
  ).toSatisfy((ids: (string | undefined)[]) => ids.every((id) => id === undefined || sections.has(id)));
});

test('every citation in the tree names a section', () => {
  expect(
    comments.flatMap(({ path, comment }) =>
      citedIn(comment)
        .filter((id) => !sections.has(id))
        .map((id) => `${path}: ${id}`),
    ),
  ).toEqual([]);
});

test('every rule that a screen explains is one of the table', () => {
  const shown = sources
    .filter((path) => path.startsWith('renderer'))
    .flatMap((path) => [...read(path).matchAll(/\bruleText\('(\w+)'\)|<RuleHint rule="(\w+)"/g)])
    .map(([, asked, given]) => asked ?? given ?? '');
  expect(shown).toContain('copy');
  expect(shown.filter((key) => !(key in rules))).toEqual([]);
});

test('every section is cited: by a comment, or as the rule of a row', () => {
  const cited = new Set([...comments.flatMap(({ comment }) => citedIn(comment)), ...ruled]);
  expect([...sections.keys()].filter((id) => !cited.has(id))).toEqual([]);
});

test('a comment that names a source cites the section', () => {
  expect(
    comments.filter(({ comment }) => isUncited(comment)).map(({ path, comment }) => `${path}: ${comment}`),
  ).toEqual([]);
});

test('tables of rules name the source that the section begins with', () => {
  const firstTag = (id: string): string => sections.get(id)?.[0] ?? 'no section';
  for (const [key, source] of Object.entries({ ...rules, ...guidanceRules }))
    expect(`${key} ${source}`).toBe(`${key} ${firstTag(key)}`);
});

test.each([
  ['id', 'Usulan Bilik', 'UU 27/2022'],
  ['en', 'Proposed by Bilik', 'Law 27/2022'],
])('what a screen says of a rule credits whom its section credits (%s)', (language, own, law27) => {
  const credits = { R6: 'PermenPANRB 6/2022', R8: 'PermenPANRB 8/2021', 'UU27/2022': law27, own };
  const texts: Record<string, string> = JSON.parse(read(`shared/i18n/${language}/case.json`)).rules;
  for (const [key, source] of Object.entries(rules)) {
    const given = [...(texts[key] ?? '').matchAll(/\(([^()]+)\)(?= [^a-z]|$)/g)].map(([, credit]) => credit);
    const tagged = (sections.get(key) ?? []).map((tag) => credits[tag as keyof typeof credits]);
    expect(given[0], key).toBe(credits[source]);
    expect(given.filter((credit) => !tagged.includes(credit ?? ''), key)).toEqual([]);
  }
});

test('docs/glossary.md names every role and every act, and refers to sections that there are', () => {
  const rows = read('docs/glossary.md')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const codes = new Set(rows.flatMap((cells) => [...(cells[1] ?? '').matchAll(/`(\w+)`/g)].map(([, code]) => code)));
  expect([...roles, ...actTypes].filter((code) => !codes.has(code))).toEqual([]);
  const referred = rows.flatMap((cells) => [...(cells[4] ?? '').matchAll(/`(\w+)`/g)].map(([, id]) => id ?? ''));
  expect(referred.length).toBeGreaterThan(40);
  expect(referred.filter((id) => !sections.has(id))).toEqual([]);
});

test('comments refer to pages and sections of them that are in the repository', () => {
  const headings = (page: string): string[] =>
    [...read(page).matchAll(/^## (.+)$|^\*\*(.+?)\.?\*\*/gm)].map(([, heading, lead]) => heading ?? lead ?? '');
  const lost = comments.flatMap(({ path, comment }) =>
    [...comment.matchAll(/([\w/-]+\.md)\b(?:, "([^"]+)")?/g)]
      .filter(([, page = '', section]) =>
        existsSync(join(root, page)) ? section !== undefined && !headings(page).includes(section) : true,
      )
      .map(([reference]) => `${path}: ${reference}`),
  );
  expect(lost).toEqual([]);
});
