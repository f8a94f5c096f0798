import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import guidance from '@shared/i18n/id/guidance.json' with { type: 'json' };
import { expect, it } from 'vitest';

const features = resolve(import.meta.dirname, '../../../renderer/features');
/** Pages without what is said in guidance: days of sessions, and the register of coaches. */
const others = ['CalendarPage.tsx', 'CoachesPage.tsx'];

it('each page of guidance says that it is no matter for the assessment of SKP', () => {
  const pages = ['guidance', 'guidance-choice'].flatMap((feature) =>
    readdirSync(join(features, feature), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('Page.tsx') && !others.some((other) => path.endsWith(other)))
      .map((path) => join(features, feature, path)),
  );
  expect(pages.length).toBeGreaterThanOrEqual(6);
  expect(pages.filter((path) => !readFileSync(path, 'utf8').includes('<NotForSkp />'))).toEqual([]);
  expect(guidance.guidance.notForSkp).toMatch(/bukan bahan penilaian SKP.*\(Usulan Bilik\)/);
});
