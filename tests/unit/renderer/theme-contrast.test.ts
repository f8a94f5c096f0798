import { DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from '@mantine/core';
import { describe, expect, test } from 'vitest';
import { readableVariables, theme } from '../../../renderer/ui/theme.ts';

const merged = mergeMantineTheme(DEFAULT_THEME, theme);
const base = defaultCssVariablesResolver(merged);
const own = readableVariables(merged);

const variables = {
  light: { ...base.variables, ...base.light, ...own.variables, ...own.light },
  dark: { ...base.variables, ...base.dark, ...own.variables, ...own.dark },
} as const;
type Scheme = keyof typeof variables;

/** Value of a variable with its references followed. */
const variable = (scheme: Scheme, name: string): string => {
  const value = (variables[scheme] as Record<string, string>)[name];
  if (value === undefined) throw new Error(`no variable ${name}`);
  const reference = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
  return reference === undefined ? value : variable(scheme, reference);
};

const channels = (color: string): number[] => {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(color)?.[1];
  if (hex !== undefined) {
    const wide = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
    return [0, 2, 4].map((at) => Number.parseInt(wide.slice(at, at + 2), 16));
  }
  const numbers = color.match(/[\d.]+/g)?.map(Number);
  if (numbers === undefined || numbers.length < 3) throw new Error(`no colour: ${color}`);
  return numbers.slice(0, 3);
};

/** Relative luminance (WCAG 2.2). */
const luminance = (color: string): number => {
  const [red = 0, green = 0, blue = 0] = channels(color).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (a: string, b: string): number => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};

const accents = ['petrol', 'red', 'amber', 'green', 'gray'];

describe.each(['light', 'dark'] as const)('colours, %s', (scheme) => {
  const of = (name: string): string => variable(scheme, `--mantine-${name}`);

  test.each(accents.filter((name) => name !== 'gray'))('white on filled %s', (name) => {
    expect(contrast(of('color-white'), of(`color-${name}-filled`))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('color-white'), of(`color-${name}-filled-hover`))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(accents)('text on light %s', (name) => {
    expect(contrast(of(`color-${name}-light-color`), of(`color-${name}-light`))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of(`color-${name}-light-color`), of(`color-${name}-light-hover`))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('color-text'), of(`color-${name}-light`))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['text', 'dimmed', 'error', 'success', 'anchor', 'placeholder'])('%s on the surfaces', (name) => {
    for (const surface of ['color-body', 'color-default']) {
      expect(contrast(of(`color-${name}`), of(surface))).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(of(`color-${name}`), variable(scheme, '--bilik-surface'))).toBeGreaterThanOrEqual(4.5);
  });

  test('dimmed text on the light accent and on light amber', () => {
    expect(contrast(of('color-dimmed'), of('color-petrol-light'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('color-dimmed'), of('color-amber-light'))).toBeGreaterThanOrEqual(4.5);
  });
});
