import { blankContext, type DocumentContext } from '@shared/domain/documents/context.ts';
import { guidanceModel } from '@shared/domain/documents/guidance/guidance-model.ts';
import { guidanceRecordSchema, isReadBy03 } from '@shared/domain/guidance/record.ts';
import { coachingContent, type RecordContentOf } from '@shared/domain/guidance/record-contents.ts';
import { fieldsOfRecord } from '@shared/domain/guidance/record-fields.ts';
import { lawfulAdjustment } from '@shared/domain/guidance/to-record.ts';
import { describe, expect, it } from 'vitest';
import { institution, people } from '../../../fixtures/document-samples.ts';
import { coachingSample, sampleFile, sampleId } from '../../../fixtures/guidance.ts';

const after = {
  state: 'adjusted' as const,
  expectation: 'Laporan bulanan',
  measure: 'Tanggal 5',
  target: '12 laporan',
};
const both = { ...after, measureBefore: 'Tanggal 10', targetBefore: '10 laporan' };

/** Labels and values of what the paper says from Ekspektasi to the day. */
const onPaper = (context: DocumentContext, content: Readonly<Record<string, unknown>>): unknown[] => {
  const paper = {
    kind: 'coaching' as const,
    topic: 'Mutu data',
    leader: people.assessor,
    participants: [people.employee],
  };
  return guidanceModel(context, { ...paper, content })
    .sections.filter(({ heading }) => heading.startsWith('Penyesuaian'))
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.block === 'field' ? [[block.label, block.value]] : [])));
};
const blank = blankContext(institution, 'restricted');
const signed = { ...blank, form: 'signed' as const };
const content = (adjustment: RecordContentOf<'coaching'>['adjustment']) => coachingSample({ adjustment });

/** On a signed paper the box that is ticked alone. */
const byWhom = [
  'Ekspektasi disesuaikan oleh Pimpinan; coach dengan penugasan khusus hanya mengusulkan.',
  'Disesuaikan oleh Pimpinan',
];

describe('an adjustment of Ekspektasi', () => {
  it('says of measure and target what they were and what they are: semula, menjadi', () => {
    expect(coachingContent.safeParse(content(both)).success).toBe(true);
    expect(onPaper(signed, content(both))).toEqual([
      byWhom,
      ['Ekspektasi', 'Laporan bulanan'],
      ['Ukuran keberhasilan semula', 'Tanggal 10'],
      ['Ukuran keberhasilan menjadi', 'Tanggal 5'],
      ['Target semula', '10 laporan'],
      ['Target menjadi', '12 laporan'],
    ]);
  });

  it('has place for both on a blank form', () => {
    expect(onPaper(blank, {}).map((row) => (row as string[])[0])).toContain('Target semula');
  });

  it.each([
    ['made', after, ['Tanggal 5', '12 laporan']],
    ['not made', null, []],
  ])('of a record of before reads and prints as it did, but for what is not said: %s', (_made, adjustment, said) => {
    const old = {
      format: 'bilik/guidance-record/v1',
      recordId: sampleId('c'),
      guidanceId: sampleId('d'),
      guidance: 'coaching',
      topic: 'Mutu data',
      institution: 'Instansi Contoh',
      period: '2026',
      leader: sampleFile('coaching').leader,
      participants: [people.employee],
      content: content(adjustment),
      statedAt: '2026-11-24T03:00:00.000Z',
    };
    expect(guidanceRecordSchema.parse(old)).toEqual(old);
    const [measure, target] = said;
    expect(onPaper(signed, old.content)).toEqual(
      adjustment === null
        ? []
        : [byWhom, ['Ekspektasi', 'Laporan bulanan'], ['Ukuran keberhasilan', measure], ['Target', target]],
    );
    expect(JSON.stringify(fieldsOfRecord('coaching', old.content))).not.toContain('Before');
    expect(isReadBy03(old.content)).toBe(true);
  });

  it('that says what was before is not read by version 0.3', () => {
    expect(isReadBy03(content(both))).toBe(false);
    expect(isReadBy03(content({ ...after, targetBefore: '10 laporan' }))).toBe(false);
    expect(isReadBy03(content({ ...after, measureBefore: 'Tanggal 10' }))).toBe(false);
  });

  it('does not say what was before where nobody wrote it', () => {
    expect(lawfulAdjustment({ ...both, measureBefore: ' ', targetBefore: '' }, 'ownSuperior')).toStrictEqual(after);
    expect(lawfulAdjustment(both, 'ownSuperior')).toStrictEqual(both);
  });
});
