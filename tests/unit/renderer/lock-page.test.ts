import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parseLockSearch } from '../../../renderer/app/lock-search.ts';
import { createLockTexts } from '../../../renderer/features/vault/unlock/texts.ts';
import { lockTexts } from '../../../renderer/lib/texts-lock.ts';
import { readableVariables } from '../../../renderer/ui/theme.ts';
import { maxPassphrase } from '../../../shared/contract/fields.ts';
import { parsePreferences } from '../../../shared/contract/preferences-file.ts';
import { loadedBy } from '../../fixtures/loaded-by.ts';

const project = resolve(import.meta.dirname, '../../..');
const html = readFileSync(join(project, 'renderer/lock.html'), 'utf8');
const css = readFileSync(join(project, 'renderer/app/lock.css'), 'utf8');

test('the lock page loads no library before a later page is asked for', () => {
  const loaded = loadedBy('renderer/app/main-lock.ts');
  expect(loaded.length).toBeGreaterThan(10);
  expect(loaded.filter((name) => !/^(renderer|shared)\//.test(name))).toEqual([]);
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
