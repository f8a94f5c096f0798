import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parseLockSearch } from '../../../renderer/app/lock-search.ts';
import { createLockTexts } from '../../../renderer/features/vault/unlock/texts.ts';
import { lockTexts } from '../../../renderer/lib/texts-lock.ts';
import { readableVariables } from '../../../renderer/ui/theme.ts';
import { maxPassphrase } from '../../../shared/contract/fields.ts';
import { parsePreferences } from '../../../shared/contract/preferences-file.ts';

const project = resolve(import.meta.dirname, '../../..');
const html = readFileSync(join(project, 'renderer/lock.html'), 'utf8');
const css = readFileSync(join(project, 'renderer/app/lock.css'), 'utf8');

/** Everything that a module loads at once: its static imports of values, and theirs. */
const loadedBy = (file: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(file)) return seen;
  seen.add(file);
  if (!/\.tsx?$/.test(file)) return seen;
  const source = readFileSync(file, 'utf8');
  for (const [, clause = '', from = ''] of source.matchAll(/^(?:import|export)\s+([^;]*?\s+from\s+)?'([^']+)';/gm)) {
    if (clause.startsWith('type ')) continue;
    if (from.startsWith('.')) loadedBy(join(dirname(file), from), seen);
    else if (from.startsWith('@shared/')) loadedBy(join(project, from.replace('@', '')), seen);
    else seen.add(from);
  }
  return seen;
};

test('the lock page loads no library before a later page is asked for', () => {
  const loaded = [...loadedBy(join(project, 'renderer/app/main-lock.ts'))];
  expect(loaded.length).toBeGreaterThan(10);
  expect(loaded.filter((name) => !name.startsWith('/'))).toEqual([]);
});

// A form that is sent by the page itself would load it anew, and what was typed would be gone.
test('its form is sent by the script alone', () => {
  expect(html).toContain('<form id="form" method="dialog"');
});

test('its field takes as many characters as the contract', () => {
  expect(html).toContain(`maxlength="${maxPassphrase}"`);
});

test('every text that lock.html names is there in both languages', () => {
  const paths = [...html.matchAll(/data-(?:text|label)="([^"]+)"/g)].map(([, path]) => path ?? '');
  expect(paths.length).toBeGreaterThan(8);
  for (const language of ['id', 'en'] as const) {
    const { exists } = createLockTexts(lockTexts, language);
    expect(paths.filter((path) => !exists(path))).toEqual([]);
  }
});

test('its colours are those of the theme', () => {
  const { light, dark } = readableVariables({} as never);
  for (const [name, variable] of [
    ['text', '--mantine-color-text'],
    ['dimmed', '--mantine-color-dimmed'],
    ['surface', '--bilik-surface'],
    ['disabled', '--mantine-color-disabled-color'],
  ] as const) {
    expect(css).toContain(`--lock-${name}: light-dark(${light[variable]}, ${dark[variable]});`);
  }
});

test('texts are filled in, and an unknown path answers itself', () => {
  const { t, exists } = createLockTexts(lockTexts, 'en');
  expect(t('vault.forgetTitle', { label: 'Arsip' })).toBe('Take “Arsip” off the list?');
  expect([exists('vault.reason.quit'), t('vault.nowhere')]).toEqual([false, 'vault.nowhere']);
});

test('the address tells the page what to show; what is unknown counts as the default', () => {
  expect(parseLockSearch('?language=en&scheme=dark&version=1.2&known=false&reason=idle')).toEqual({
    preferences: { language: 'en', colorScheme: 'dark' },
    version: '1.2',
    knowsVaults: false,
    reason: 'idle',
  });
  expect(parseLockSearch('?language=xx')).toMatchObject({
    preferences: { language: 'id', colorScheme: 'auto' },
    knowsVaults: true,
    reason: null,
  });
});

test('preferences that are absent or spoiled are the defaults', () => {
  const kept = { language: 'en', colorScheme: 'dark', contentProtection: false };
  expect(parsePreferences(JSON.stringify(kept))).toEqual(kept);
  const defaults = { language: 'id', colorScheme: 'auto', contentProtection: true };
  for (const text of [null, '', 'null', '{}', '{"language":"xx","colorScheme":"dark","contentProtection":true}']) {
    expect(parsePreferences(text)).toEqual(defaults);
  }
});
