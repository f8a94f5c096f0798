import { expect, it } from 'vitest';
import { failureText } from '../../../renderer/lib/failure-text.ts';
import { textsOf } from '../../e2e/support/accessible/texts.ts';

it.each(['id', 'en'] as const)('an input that is too long is told with its limit: %s', (language) => {
  const t = textsOf(language);
  const texts = {
    exists: () => true,
    t: (path: string, values: Readonly<Record<string, unknown>>) => t(path, values as Record<string, string>),
  };
  const told = (details?: Readonly<Record<string, string | number>>) =>
    failureText(texts, { code: 'invalidInput', details });
  expect(told({ limit: 2000, unit: 'characters' })).toContain('2000');
  expect(told({ limit: 50, unit: 'entries' })).toContain('50');
  expect(told({ limit: 2000, unit: 'characters' })).not.toBe(told({ limit: 2000, unit: 'entries' }));
  expect(told()).toBe(t('errors.invalidInput'));
});
