import type { Values } from '@shared/domain/form/field.ts';
import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { LearningFields } from '../../../renderer/features/competence/form/LearningFields.tsx';
import { formatDate } from '../../../renderer/lib/format.ts';
import { noIssues } from '../../../renderer/ui/form/issues.ts';
import { rowsOf } from '../../../renderer/ui/form/reading.ts';
import { drawn, words } from '../../fixtures/form-page.ts';
import { filledTables } from '../../fixtures/form-samples.ts';
import { inForm, onScreen, readable, saidIn } from '../../fixtures/said.ts';

// Coaches, learning, plans, standards, the conversion table and the programme: the form and the reading view of each
// are made from its table.

const missingIn = (text: string, said: readonly string[]): readonly string[] =>
  said.filter((part) => !text.includes(part));
const reading = { t: words, formatDay: (day: string) => formatDate(day), formatNumber: (value: number) => `${value}` };
/** Numbers are written by the format that the view is given. */
const plain = (text: string): string => text.replaceAll(',', '.');

describe('every field that is filled', () => {
  it.each(filledTables)('appears in the form: $name', ({ fields, content }) => {
    const form = createElement(LearningFields, { fields, value: content, onChange: () => undefined, issue: noIssues });
    const said = saidIn(fields, content, inForm(words)).filter((part) => part !== (content.person as Values)?.name);
    expect(missingIn(readable(drawn(form)), said)).toEqual([]);
  });

  it.each(filledTables)('appears in the reading view: $name', ({ fields, content }) => {
    const view = rowsOf(fields, content, reading)
      .map(({ text }) => text)
      .join('\n');
    const said = saidIn(fields, content, onScreen(words, reading.formatDay));
    expect(missingIn(plain(view), said.map(plain))).toEqual([]);
  });
});
