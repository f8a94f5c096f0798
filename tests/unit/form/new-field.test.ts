import { actFields } from '@shared/domain/case/fields/act-fields.ts';
import { blankContext } from '@shared/domain/documents/context.ts';
import { sectionsOf } from '@shared/domain/documents/fields-on-paper.ts';
import type { Field, Fields, Values } from '@shared/domain/form/field.ts';
import { blankOf } from '@shared/domain/form/fields.ts';
import { recordFields } from '@shared/domain/guidance/record-fields.ts';
import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { FormFields } from '../../../renderer/ui/form/FormFields.tsx';
import { noIssues } from '../../../renderer/ui/form/issues.ts';
import { rowsOf } from '../../../renderer/ui/form/reading.ts';
import { institution } from '../../fixtures/document-samples.ts';
import { drawn, words } from '../../fixtures/form-page.ts';
import * as people from '../../fixtures/people/cast.ts';
import { readable } from '../../fixtures/said.ts';

// A field that a table gets turns up in the form, in the reading view and on paper, and nothing else has to change.

interface Trial {
  readonly name: string;
  readonly field: Field;
  readonly value: unknown;
  /** What each of the three says of the value. */
  readonly form: string;
  readonly view: string;
  readonly paper: string;
}

const common = { label: 'person.position', paper: { part: 'Bagian percobaan', label: 'Isian percobaan' } } as const;
const options = { codes: ['one', 'two'], names: { one: 'Pilihan pertama', two: 'Pilihan kedua' } } as const;
const text = (name: 'line' | 'text' | 'position'): Trial => ({
  name,
  field: { kind: name, ...common },
  value: 'Kata percobaan',
  form: 'Kata percobaan',
  view: 'Kata percobaan',
  paper: 'Kata percobaan',
});
const trials: readonly Trial[] = [
  text('line'),
  text('text'),
  text('position'),
  {
    name: 'date',
    field: { kind: 'date', ...common },
    value: '2026-10-09',
    form: 'value="2026-10-09"',
    view: 'hari 2026-10-09',
    paper: '9 Oktober 2026',
  },
  { name: 'time', field: { kind: 'time', ...common }, value: '09:35', form: '09:35', view: '09.35', paper: '09.35' },
  {
    name: 'minutes',
    field: { kind: 'minutes', ...common },
    value: 75,
    form: '75',
    view: '75 menit',
    paper: '75 menit',
  },
  { name: 'year', field: { kind: 'year', ...common }, value: 2031, form: '2031', view: '2031', paper: '2031' },
  {
    name: 'number',
    field: { kind: 'number', min: 71, max: 73, ...common },
    value: 72,
    form: 'value="72"',
    view: '72',
    paper: '72',
  },
  { name: 'amount', field: { kind: 'amount', ...common }, value: 1250, form: '12,5', view: '12.5', paper: '12,5' },
  { name: 'flag', field: { kind: 'flag', ...common }, value: true, form: 'checked=""', view: 'Ya', paper: 'ya' },
  {
    name: 'choice',
    field: { kind: 'choice', options, ...common },
    value: 'two',
    form: 'ticked: two',
    view: 'Pilihan kedua',
    paper: 'Pilihan kedua","chosen":true',
  },
  {
    name: 'choices',
    field: { kind: 'choices', options, ...common },
    value: ['one'],
    form: 'ticked: one',
    view: 'Pilihan pertama',
    paper: 'Pilihan pertama","chosen":true',
  },
  {
    name: 'tags',
    field: { kind: 'tags', max: 3, ...common },
    value: ['satu', 'dua'],
    form: 'satu',
    view: 'satu, dua',
    paper: 'satu, dua',
  },
  {
    name: 'person',
    field: { kind: 'person', ...common },
    value: people.counsellor,
    form: people.counsellor.name,
    view: people.counsellor.name,
    paper: people.counsellor.name,
  },
  {
    name: 'list',
    field: {
      kind: 'list',
      fields: { word: { kind: 'line', label: 'person.unit', paper: { label: 'Kata', width: 100 } } },
      min: 0,
      max: 3,
      texts: { entry: 'guidance.logEntry', add: 'guidance.addLog', remove: 'guidance.removeLog' },
      ...common,
    },
    value: [{ word: 'Kata dalam daftar' }],
    form: 'Kata dalam daftar',
    view: 'Kata dalam daftar',
    paper: 'Kata dalam daftar',
  },
];

const tables: readonly (readonly [string, Fields])[] = [
  ['a coaching', recordFields.coaching],
  ['a mentoring', recordFields.mentoring],
  ['a communication of a problem', actFields.problemCommunicated],
];
const context = { ...blankContext(institution, 'restricted'), form: 'prefilled' as const };
const reading = { t: words, formatDay: (day: string) => `hari ${day}`, formatNumber: String };

describe.each(tables)('a field more in the table of %s', (_name, known) => {
  const grown = ({ field, value }: Trial): { readonly fields: Fields; readonly content: Values } => ({
    fields: { ...known, trial: field },
    content: { ...blankOf(known), trial: value },
  });

  it.each(trials)('is asked: $name', (trial) => {
    const { fields, content } = grown(trial);
    const form = createElement(FormFields, { fields, value: content, onChange: () => undefined, issue: noIssues });
    const page = readable(drawn(form));
    expect(page).toContain(trial.form);
    expect(page).toContain(words('person.position'));
  });

  it.each(trials)('is read back: $name', (trial) => {
    const { fields, content } = grown(trial);
    const row = rowsOf(fields, content, reading).at(-1);
    expect(row?.label).toBe(words('person.position'));
    expect(row?.text).toContain(trial.view);
  });

  it.each(trials)('stands on paper under its heading: $name', (trial) => {
    const { fields, content } = grown(trial);
    const part = sectionsOf(context, fields, content).at(-1);
    expect(part?.heading).toBe('Bagian percobaan');
    expect(JSON.stringify(part?.blocks)).toContain(trial.paper);
  });
});
