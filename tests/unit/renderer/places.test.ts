import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { createAppRouter } from '../../../renderer/app/router.tsx';
import { featureRoutes, navigationRoutes } from '../../../renderer/app/routes.ts';
import type { useGo } from '../../../renderer/lib/navigation.ts';
import { type Page, type Place, pages, placeOf, placeOfAct } from '../../../shared/domain/place/places.ts';
import { textsOf } from '../../e2e/support/accessible/texts.ts';

// A link of the window is a place, and a place is a page that a feature registers: no link leads nowhere, no page is
// out of reach, and no address is written a second time.

const project = resolve(import.meta.dirname, '../../..');
const names = Object.keys(pages) as Page[];

const filesBelow = (folder: string, ends: RegExp): string[] =>
  readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ends.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name));
const sources = ['renderer', 'shared', 'electron']
  .flatMap((folder) => filesBelow(folder, /\.(tsx?|html)$/))
  .filter((file) => !file.endsWith('shared/domain/place/places.ts'))
  .map((file) => ({ file: file.slice(project.length + 1), text: readFileSync(file, 'utf8') }));
const texts = [...filesBelow('shared/i18n', /\.json$/), join(project, 'docs/panduan.md')].map((file) => ({
  file: file.slice(project.length + 1),
  text: readFileSync(file, 'utf8'),
}));

/** First parts of the addresses: `cases`, `guidance`, … */
const areas = [...new Set(names.map((name) => pages[name].split('/')[1] ?? ''))].filter((area) => area !== '');

/** The address of a page with anything at all for its parameters. */
const anyPlace = (page: Page): Place => pages[page].replaceAll(/\$\w+/g, '0f'.repeat(16)) as Place;

const router = createAppRouter(featureRoutes, placeOf('home'));
const shownAt = (path: string): string | undefined => router.matchRoutes(path, {}).at(-1)?.routeId;

describe('a page of the window', () => {
  it('is registered once, by the name of its place', () => {
    expect(featureRoutes.map(({ page }) => page).sort()).toEqual([...names].sort());
  });

  it.each(names)('%s is what its own address shows', (page) => {
    expect(shownAt(anyPlace(page))).toBe(pages[page]);
  });

  it('is led to from somewhere', () => {
    const linked = new Set(
      sources.flatMap(({ text }) => [...text.matchAll(/\bplaceOf\(\s*'(\w+)'/g)].map(([, name]) => name)),
    );
    const inNavigation = new Set<string>(navigationRoutes.map(({ place }) => place));
    const byAct = sources.some(({ text }) => text.includes('placeOfAct('));
    const reached = names.filter(
      (name) => linked.has(name) || inNavigation.has(pages[name]) || (byAct && (name === 'act' || name === 'actAbout')),
    );
    expect(names.filter((name) => !reached.includes(name))).toEqual([]);
  });
});

describe('a link', () => {
  it('takes a place, which only the register makes', () => {
    expectTypeOf<Parameters<ReturnType<typeof useGo>>[0]>().toEqualTypeOf<Place>();
    expectTypeOf<string>().not.toExtend<Place>();
    const refused = [
      // @ts-expect-error: a page that there is not
      () => placeOf('nowhere'),
      // @ts-expect-error: which case?
      () => placeOf('case'),
      // @ts-expect-error: no such act
      () => placeOf('act', { caseId: '0f', type: 'notAnAct' }),
    ];
    expect(refused).toHaveLength(3);
    expect(sources.filter(({ text }) => /\bas Place\b/.test(text)).map(({ file }) => file)).toEqual([]);
  });

  it('has its parameters filled in, and none can leave its part of the address', () => {
    expect(placeOf('caseDocument', { caseId: 'a1', hash: 'b2' })).toBe('/cases/a1/document/b2');
    expect(placeOfAct('a1', 'caseClosed')).toBe('/cases/a1/act/caseClosed');
    expect(placeOfAct('a1', 'caseClosed', '')).toBe('/cases/a1/act/caseClosed');
    expect(placeOfAct('a1', 'actCorrected', 'b2')).toBe('/cases/a1/act/actCorrected/b2');
    const odd = placeOf('case', { caseId: 'a/b $hash' });
    expect(shownAt(odd)).toBe(pages.case);
  });

  it('is nowhere written by hand: not in code, not in texts, not in the guide', () => {
    const byHand = new RegExp(`["'\`(\\s]/(${areas.join('|')})(?=[/"'\`?#)])`);
    expect([...sources, ...texts].filter(({ text }) => byHand.test(text)).map(({ file }) => file)).toEqual([]);
  });

  it('of the guide begins at a page of the navigation', () => {
    const t = textsOf('id');
    const labels = new Set(navigationRoutes.map(({ labelKey }) => t(labelKey)));
    const guide = texts.find(({ file }) => file.endsWith('panduan.md'))?.text ?? '';
    const begins = [...guide.matchAll(/\*\*([^*]+)→[^*]+\*\*/g)].map(([, start]) => (start ?? '').trim());
    expect(begins.length).toBeGreaterThan(2);
    expect(begins.filter((start) => !labels.has(start))).toEqual([]);
  });
});

describe('an address that is no page', () => {
  it('shows none', () => {
    expect(shownAt('/nowhere/at/all')).toBe('__root__');
  });
});
