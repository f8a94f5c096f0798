import { blankContext } from '@shared/domain/documents/context.ts';
import { benefitSheetModel } from '@shared/domain/programme/benefit-sheet-model.ts';
import { benefits } from '@shared/domain/programme/benefits.ts';
import { blankSetting, type ProgrammeSetting, programmeElements } from '@shared/domain/programme/elements.ts';
import { guidelineModel } from '@shared/domain/programme/guideline-model.ts';
import texts from '@shared/i18n/id/programme.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { renderDocument } from '../../../../electron/backend/papers/render-html.ts';
import { institution } from '../../../fixtures/document-samples.ts';

const today = '2026-11-25';
const titles = texts.programme.element;
const place = { ...institution, name: 'Badan Contoh Peragaan', address: '', city: 'Kota Contoh', contact: '' };
const context = { ...blankContext(place, 'secret'), form: 'prefilled' as const };
const set: ProgrammeSetting = {
  ...blankSetting(),
  text: 'Coach ditugaskan oleh Pimpinan unit.',
  document: { title: 'Keputusan Contoh', number: '12/2026', date: '2026-01-05' },
  since: '2026-02-01',
  unit: 'Bagian Kepegawaian',
};

const guideline = (settings: Parameters<typeof guidelineModel>[1]['settings']) =>
  guidelineModel(context, { settings, titles, official: null, today });

describe('the guideline of an institution', () => {
  it('shows competence development and performance management as one', () => {
    const [purpose, together] = guideline({}).sections;
    expect(JSON.stringify(purpose)).toMatch(/satu kegiatan.*pengembangan kompetensi dan pengelolaan kinerja/);
    const [table] = together?.blocks ?? [];
    const { columns, rows } = table as Extract<typeof table, { block: 'table' }>;
    expect(columns.map(({ label }) => label)).toEqual(['Langkah', 'Pengelolaan kinerja', 'Pengembangan kompetensi']);
    expect(rows.flat().filter((cell) => cell === null || cell === '')).toEqual([]);
  });

  it('has each element that is set, with its document, and names the others as open', () => {
    const outdated = { ...set, until: '2026-11-24' };
    const { sections } = guideline({
      coach: set,
      budget: { ...set, since: '' },
      mentor: outdated,
      mentee: blankSetting(),
    });
    const headings = sections.map(({ heading }) => heading);
    expect(headings.slice(2)).toEqual(['1. Coach', '2. Anggaran', 'Unsur yang belum ditetapkan']);
    const [coach, budget, open] = sections.slice(2).map((section) => JSON.stringify(section));
    expect(coach).toContain('Keputusan Contoh, Nomor 12/2026 tanggal 5 Januari 2026');
    expect([coach, budget].map((text) => text?.includes('masih konsep'))).toEqual([false, true]);
    expect(open).toContain('Mentor');
    expect(open).toContain('Mentee');
    expect(open).not.toContain('"Coach"');
  });

  it('is without that part when all twelve are set, prints nothing empty, and leaves place to number, date and sign', () => {
    const all = Object.fromEntries(programmeElements.map((element) => [element, { ...set, until: '' }]));
    const model = guideline(all);
    expect(model.sections).toHaveLength(2 + programmeElements.length);
    const values = model.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.block === 'field' ? [block.value] : [])),
    );
    expect(values.filter((value) => value === null || value === '–')).toEqual([]);
    expect(model.number).toBeNull();
    expect(model.signatures).toEqual([
      expect.objectContaining({ titles: ['Pejabat yang Berwenang'], placeAndDate: null, name: null, means: 'ink' }),
    ]);
    expect(renderDocument(model, 'pdf').html).toContain('Pedoman Coaching dan Mentoring');
  });
});

describe('the nameless sheet', () => {
  it('asks for the four benefits of its source, and says that it is voluntary', () => {
    const model = benefitSheetModel(context, { unit: '', benefits: [] });
    const text = JSON.stringify(model);
    expect(benefits).toEqual(['productivity', 'creativity', 'satisfaction', 'engagement']);
    expect(text).toContain('sukarela');
    expect(text).toContain('bukan bahan penilaian');
    const html = renderDocument(
      benefitSheetModel(context, { unit: 'Bidang A', benefits: ['satisfaction'] }),
      'pdf',
    ).html;
    expect([...html.matchAll(/☒/g)]).toHaveLength(1);
  });

  // The attack: a mark on the paper ties it to a file, a person, a number or a day.
  it('has nothing by which it could be known again: no number, QR, signature, person or day', () => {
    const model = benefitSheetModel(context, { unit: '', benefits: ['engagement'] });
    expect(model).toMatchObject({ number: undefined, qr: null, signatures: [], identity: [], addressee: [], meta: [] });
    expect(model.classification.copyLine).toBe('');
    const other = benefitSheetModel(context, { unit: '', benefits: ['engagement'] });
    expect(renderDocument(other, 'pdf')).toEqual(renderDocument(model, 'pdf'));
  });
});
