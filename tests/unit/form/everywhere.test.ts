import { actTypes } from '@shared/domain/case/act-type.ts';
import { fieldsOf } from '@shared/domain/case/fields/act-fields.ts';
import { blankContext } from '@shared/domain/documents/context.ts';
import { documentModel } from '@shared/domain/documents/document-model.ts';
import { guidanceModel } from '@shared/domain/documents/guidance/guidance-model.ts';
import { documentKindOfAct } from '@shared/domain/documents/kind.ts';
import type { Fields, Values } from '@shared/domain/form/field.ts';
import { askedOf, blankOf } from '@shared/domain/form/fields.ts';
import { recordKinds } from '@shared/domain/guidance/record-contents.ts';
import { recordFields } from '@shared/domain/guidance/record-fields.ts';
import fc from 'fast-check';
import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { ActFields } from '../../../renderer/features/cases/act-form/ActFields.tsx';
import { FormToolsProvider } from '../../../renderer/features/cases/act-form/form-tools.ts';
import { summarise } from '../../../renderer/features/cases/view/act-summary.ts';
import { RecordFields } from '../../../renderer/features/guidance/records/RecordFields.tsx';
import { formatDate } from '../../../renderer/lib/format.ts';
import { FormFields } from '../../../renderer/ui/form/FormFields.tsx';
import { noIssues } from '../../../renderer/ui/form/issues.ts';
import { contents, signedContext } from '../../fixtures/document-contexts.ts';
import { institution, people } from '../../fixtures/document-samples.ts';
import { drawn, words } from '../../fixtures/form-page.ts';
import {
  coachingSample,
  communitySample,
  internshipSample,
  mentoringSample,
  preCoachingSample,
  summarySample,
  workDialogueSample,
} from '../../fixtures/guidance.ts';
import { inForm, onPaper, onScreen, readable, saidIn, textOnPaper } from '../../fixtures/said.ts';

// What is written in a record stands in its form, in its reading view and on its paper: all three are made from one
// table.

const { forms: _forms, log: _log, ...plan } = mentoringSample;
const samples: { readonly [K in (typeof recordKinds)[number]]: Values } = {
  preCoaching: preCoachingSample,
  coaching: coachingSample({
    alternatives: 'Meminta data langsung dari unit.',
    exploration: { method: 'Daftar periksa', process: 'Permintaan dua tahap', quality: 'Dua kesalahan sebulan' },
    adjustment: {
      state: 'proposed',
      expectation: 'Dua laporan sebulan',
      measureBefore: 'Paling lambat tanggal sepuluh',
      measure: 'Tepat waktu',
      targetBefore: 'Oktober',
      target: 'Desember',
    },
  }),
  mentoringPlan: { ...plan, kind: 'mentoringPlan' },
  mentoring: mentoringSample,
  feedbackSummary: summarySample('refused'),
  learningCommunity: communitySample,
  internship: internshipSample,
  workDialogue: workDialogueSample(),
};

const missingIn = (text: string, said: readonly string[]): readonly string[] =>
  said.filter((part) => !text.includes(part));

const form = (fields: Fields, value: Values): string =>
  readable(drawn(createElement(FormFields, { fields, value, onChange: () => undefined, issue: noIssues })));

/** A content with some of its fields left as they begin. */
const partly = (fields: Fields, content: Values) =>
  fc.subarray(Object.keys(fields)).map(
    (names): Values => ({
      ...blankOf(fields),
      ...Object.fromEntries(names.map((name) => [name, content[name]])),
    }),
  );

describe('every field of guidance that is filled', () => {
  const onView = onScreen(words, (day) => formatDate(day));

  it.each(recordKinds)('appears in the form of its record: %s', (kind) => {
    const fields = askedOf(recordFields[kind]);
    expect(missingIn(form(fields, samples[kind]), saidIn(fields, samples[kind], inForm(words)))).toEqual([]);
  });

  it.each(recordKinds)('appears in the reading view of its record: %s', (kind) => {
    const view = readable(drawn(createElement(RecordFields, { content: samples[kind] as never })));
    expect(missingIn(view, saidIn(recordFields[kind], samples[kind], onView))).toEqual([]);
  });

  it('has the date of a coaching and the place of a summary in the reading view, as on paper', () => {
    const view = (kind: 'coaching' | 'feedbackSummary'): string =>
      drawn(createElement(RecordFields, { content: samples[kind] as never }));
    expect(view('coaching')).toContain('20 November 2026');
    expect(view('feedbackSummary')).toContain('Ruang rapat kecil');
  });

  it('tells of each session of a mentoring how long it took, where that is known', () => {
    const [entry] = mentoringSample.log;
    const log = [
      { ...entry, minutes: 45 },
      { ...entry, minutes: null },
    ];
    const content = { ...mentoringSample, log } as never;
    const view = readable(drawn(createElement(RecordFields, { content })));
    expect(view).toContain(`${words('guidance.field.minutes')}: 45 menit`);
    expect(view.split(words('guidance.field.minutes'))).toHaveLength(2);
  });

  it.each(recordKinds)('appears on the paper of its record, whichever are filled: %s', (kind) => {
    const fields: Fields = recordFields[kind];
    const context = { ...blankContext(institution, 'restricted'), form: 'prefilled' as const };
    const paper = { kind, topic: 'Mutu data', leader: people.assessor, participants: [people.employee] };
    fc.assert(
      fc.property(partly(fields, samples[kind]), (content) => {
        const text = textOnPaper(guidanceModel(context, { ...paper, content }));
        expect(missingIn(text, saidIn(fields, content, onPaper))).toEqual([]);
      }),
    );
  });
});

describe('every field of an act that is filled', () => {
  const printed = actTypes.flatMap((type) => {
    const content = contents[type];
    const kind = type === 'consentRecorded' ? 'consentForm' : documentKindOfAct(type);
    return content === undefined || kind === null ? [] : [{ type, kind, content, fields: fieldsOf(type) }];
  });
  const tools = {
    t: words,
    formatDay: (day: string) => formatDate(day),
    formatNumber: String,
    followUpName: (code: string) => code,
    conductName: (value: string) => value,
    aboutType: null,
    decisionItems: [],
  };

  it.each(printed)('appears in its form: $type', ({ type, content, fields }) => {
    const about = {
      view: null,
      settings: {} as never,
      about: null,
      documentKind: null,
      date: '',
      capacity: 'assessor',
    };
    const part = createElement(ActFields, { fields, value: content, onChange: () => undefined, issue: noIssues });
    const page = readable(drawn(createElement(FormToolsProvider, { value: about as never }, part)));
    expect(missingIn(page, saidIn(fields, content, inForm(words))), type).toEqual([]);
  });

  it.each(printed)('appears in its reading view: $type', ({ type, content, fields }) => {
    const view = summarise(type, content, tools)
      .map(({ text }) => text)
      .join('\n');
    expect(missingIn(view, saidIn(fields, content, onScreen(words, tools.formatDay)))).toEqual([]);
  });

  it.each(printed)('appears on its paper, whichever are filled: $type', ({ kind, content, fields }) => {
    const context = { ...signedContext(kind), form: 'prefilled' as const };
    fc.assert(
      fc.property(partly(fields, content), (filled) => {
        const act = context.act === null ? null : { ...context.act, content: filled };
        const text = textOnPaper(documentModel(kind, { ...context, act }));
        expect(missingIn(text, saidIn(fields, filled, onPaper))).toEqual([]);
      }),
    );
  });
});
