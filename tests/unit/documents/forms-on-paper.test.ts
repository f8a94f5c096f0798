import { rowOf } from '@shared/domain/case/act-table.ts';
import { actTypes } from '@shared/domain/case/act-type.ts';
import { fieldsOf } from '@shared/domain/case/fields/act-fields.ts';
import type { DocumentContext } from '@shared/domain/documents/context.ts';
import { documentKinds } from '@shared/domain/documents/kind.ts';
import type { DocumentModel } from '@shared/domain/documents/model.ts';
import { noFacts, type OfficeFacts } from '@shared/domain/documents/office/facts.ts';
import { officePaperKinds, officePapers, officePapersAt } from '@shared/domain/documents/office/kinds.ts';
import { officeModel } from '@shared/domain/documents/office/models.ts';
import {
  caseForms,
  formOfStep,
  isPrintable,
  printableKinds,
  printableModel,
  printableTitle,
} from '@shared/domain/documents/printable.ts';
import { type StepFormType, stepForms, stepFormTypes } from '@shared/domain/documents/step-form-kind.ts';
import { stepFormModel } from '@shared/domain/documents/step-form-model.ts';
import type { Field, Values } from '@shared/domain/form/field.ts';
import { blankOf } from '@shared/domain/form/fields.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contents as steps } from '../../fixtures/case-steps.ts';
import { contents, emptyContext, signedContext } from '../../fixtures/document-contexts.ts';
import { institution, people } from '../../fixtures/document-samples.ts';
import { onPaper, saidIn, textOnPaper } from '../../fixtures/said.ts';

const prefilled: DocumentContext = { ...signedContext('resultRecord'), form: 'prefilled', act: null, qrText: null };
const facts: OfficeFacts = {
  register: '07/DPK/2026',
  sessions: ['2026-11-10', '2026-11-03'],
  papers: [{ on: '2026-10-19', title: 'Laporan', number: 'R-12', attachments: 2 }],
  archive: {
    holding: 'archive',
    files: [
      {
        ...{ caseId: 'a'.repeat(32), kind: 'ongoing', listNumber: '07/DPK/2026', from: '2026-09-01' },
        ...{ to: '2026-11-24', acts: 12, attachments: 4 },
      },
    ],
    guidance: [],
    learning: [],
  },
};
const textOf = (model: DocumentModel): string => JSON.stringify({ ...model, kind: '' });
const blocksOf = ({ sections }: DocumentModel) => sections.flatMap(({ blocks }) => blocks);

/** What a blank form shows of a field, by the table of its record. */
const wordsOf = ({ paper, ...field }: Field): readonly string[] => {
  if (paper === undefined || paper === 'apart') return ['a field without a place on paper'];
  const { past = [] } = 'options' in field ? field.options : {};
  const options = Object.entries(paper.options ?? {}).flatMap(([code, words]) => (past.includes(code) ? [] : words));
  return [paper.label, paper.part, ...options].filter((word) => word !== undefined);
};

describe('the form of a step', () => {
  it('is there for each step that can come from paper, but for an opening and what corrects or takes back', () => {
    const without = actTypes.filter((type) => rowOf(type).paperEvidence !== 'never' && formOfStep(type) === null);
    expect(without).toEqual(['caseOpened', 'employeeMistaken', 'actCorrected', 'identityCorrected']);
    expect(actTypes.filter((type) => rowOf(type).paperEvidence === 'never' && formOfStep(type) !== null)).toEqual([]);
  });

  it('is listed once with the papers of a case, in the order of the steps', () => {
    expect([...caseForms].sort()).toEqual([...documentKinds, ...stepFormTypes].sort());
    expect(caseForms.slice(0, 4)).toEqual([
      ...['feedbackRecorded', 'problemIdentified', 'communicationSheet', 'changeEvaluated'],
    ]);
  });

  it.each(stepFormTypes)('has each field of the record, with lines or boxes to fill in: %s', (type) => {
    const model = stepFormModel(type, emptyContext);
    const text = textOf(model);
    for (const [name, field] of Object.entries(fieldsOf(type)))
      expect(
        wordsOf(field).filter((word) => !text.includes(word)),
        name,
      ).toEqual([]);
    for (const block of blocksOf(model)) {
      if (block.block === 'field') expect(block.value, block.label).toBeNull();
      if (block.block === 'choices') expect(block.options.filter(({ chosen }) => chosen)).toEqual([]);
      if (block.block === 'choices') expect(block.options.length).toBeGreaterThan(1);
    }
    expect(model.sections.every(({ heading }) => heading !== '')).toBe(true);
    expect(model.signatures).toMatchObject([{ means: 'ink', name: null }]);
  });

  it('offers no code of earlier versions to tick, and says one that is written', () => {
    const past = ['konseling telah dilakukan', 'telah ditindaklanjuti'];
    const text = textOf(stepFormModel('statusNotified', emptyContext));
    expect(past.filter((words) => text.includes(words))).toEqual([]);
    const { act } = signedContext('resultRecord');
    const said = { ...prefilled, act: act && { ...act, content: { status: 'counselled' } } };
    expect(textOnPaper(stepFormModel('statusNotified', said))).toContain(past[0]);
  });

  it.each(stepFormTypes)('says what is written so far, whichever fields are filled: %s', (type) => {
    const fields = fieldsOf(type);
    const content = steps[type] as Values;
    const partly = fc
      .subarray(Object.keys(fields))
      .map((names) => ({ ...blankOf(fields), ...Object.fromEntries(names.map((name) => [name, content[name]])) }));
    const act = signedContext('resultRecord').act;
    if (act === null) throw new Error('no act');
    fc.assert(
      fc.property(partly, (filled) => {
        const text = textOnPaper(stepFormModel(type, { ...prefilled, act: { ...act, type, content: filled } }));
        expect(saidIn(fields, filled, onPaper).filter((part) => !text.includes(part))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('names whom the file is about, and offers the follow-ups that were decided on', () => {
    const model = stepFormModel('followUpProgressed', prefilled);
    expect(textOf(model)).toContain(people.employee.name);
    const item = blocksOf(model).find((block) => 'label' in block && block.label === 'Tindak lanjut');
    expect(item).toMatchObject({
      options: [
        { label: 'Bimbingan: Pengelolaan waktu perlu didampingi', chosen: false },
        { label: 'Pelatihan: Keterampilan menyusun prioritas kerja', chosen: false },
      ],
    });
  });

  it('keeps lines for what is only said sometimes, where nothing is written yet', () => {
    const optional = (context: DocumentContext, type: StepFormType): number =>
      blocksOf(stepFormModel(type, context)).length;
    for (const type of ['feedbackRecorded', 'changeEvaluated', 'employeeLeft'] as const)
      expect(optional(prefilled, type)).toBe(optional(emptyContext, type));
  });
});

describe('an office paper', () => {
  const others = ['employee', 'assessor', 'counsellor'] as const;
  const mayName: Readonly<Record<(typeof officePapers)[keyof typeof officePapers]['names'], readonly string[]>> = {
    none: [],
    employee: ['employee'],
    counsellor: ['counsellor'],
    both: ['employee', 'counsellor'],
  };

  it.each(officePaperKinds)('names nobody but those whom the table lets stand on it: %s', (kind) => {
    const text = textOf(officeModel(kind, prefilled, facts));
    const named = others.filter((who) => text.includes(people[who].name) || text.includes(people[who].nip));
    expect(named).toEqual(others.filter((who) => mayName[officePapers[kind].names].includes(who)));
    expect(text).not.toContain(String(contents.reportSubmitted?.behaviour));
  });

  it.each(officePaperKinds)('is blank but for the institution where nothing is known: %s', (kind) => {
    const model = officeModel(kind, emptyContext, noFacts);
    const text = textOf(model);
    for (const person of Object.values(people)) expect(text).not.toContain(person.name);
    expect(text).toContain(institution.name);
    expect(model.qr).toBeNull();
    expect(model.signatures.every(({ means, name }) => means === 'ink' && name === null)).toBe(true);
    for (const block of blocksOf(model)) {
      if (block.block === 'table') expect(block.rows.flat().every((cell) => cell === null)).toBe(true);
      if (block.block === 'table') expect(block.rows.length).toBeGreaterThan(4);
    }
    const lines = blocksOf(model).filter((block) => block.block === 'table' || block.block === 'field');
    expect(lines.length).toBeGreaterThan(0);
  });

  it('tells nothing of counselling where many hands carry it', () => {
    const neutral = officePaperKinds.filter((kind) => officePapers[kind].neutral);
    expect(neutral).toEqual(['deliveryReceipt']);
    for (const kind of neutral) {
      const model = officeModel(kind, prefilled, facts);
      const text = textOf({ ...model, letterhead: {} as DocumentModel['letterhead'] });
      expect(text).not.toMatch(/konsel|masalah|perilaku|panggil|disiplin|penilai|kinerja|rahasia/i);
    }
  });

  it('counts the sessions of a task, and says from when to when', () => {
    expect(textOf(officeModel('serviceStatement', prefilled, facts))).toContain(
      '3 November 2026 s.d. 10 November 2026',
    );
    const said = blocksOf(officeModel('serviceStatement', prefilled, facts));
    expect(said).toContainEqual({ block: 'field', label: 'Jumlah sesi', value: '2', lines: 1 });
  });

  it('lists what lies in a file, and the files of an archive, by number', () => {
    const rows = (kind: 'contentList' | 'fileList' | 'transferMinutes') =>
      blocksOf(officeModel(kind, prefilled, facts)).flatMap((block) => (block.block === 'table' ? block.rows : []));
    expect(rows('contentList')).toEqual([['1', '19 Oktober 2026', 'Laporan', 'R-12', '2']]);
    const file = ['1', null, 'Berkas permasalahan perilaku kerja, masih berjalan', '07/DPK/2026'];
    for (const kind of ['fileList', 'transferMinutes'] as const)
      expect(rows(kind)).toEqual([
        [...file, '1 September 2026 s.d. 24 November 2026', '12 langkah, 4 lampiran', 'Asli'],
      ]);
  });

  it('claims no conformity: the term of an answer is written by the institution', () => {
    const model = officeModel('accessRequest', prefilled, facts);
    expect(blocksOf(model)).toContainEqual({ block: 'field', label: 'Batas waktu jawaban', value: null, lines: 1 });
    expect(textOf(model)).toContain('diisi menurut ketentuan instansi');
  });

  it('is offered somewhere, to whom it is for, and all of them to the personnel unit', () => {
    const places = ['forms', 'case', 'guidance', 'retention'] as const;
    for (const kind of officePaperKinds)
      expect(places.some((place) => officePapersAt(place, []).includes(kind))).toBe(true);
    expect(officePapersAt('forms', ['personnelOfficer'])).toEqual(officePaperKinds);
    expect(officePapersAt('forms', ['employee'])).not.toContain('conflictDeclaration');
    expect(officePapersAt('forms', ['employee'])).toContain('rightsSheet');
    expect(officePapersAt('case', ['counsellor'])).toContain('serviceStatement');
  });
});

it('has one title for each paper that can be printed, and knows no other name', () => {
  const all = printableKinds;
  expect(new Set(all.map(printableTitle)).size).toBe(all.length);
  expect(all.every(isPrintable)).toBe(true);
  expect(['toString', 'caseOpened', 'coaching'].filter(isPrintable)).toEqual([]);
  for (const kind of all) expect(printableModel(kind, emptyContext, noFacts).kind).toBe(kind);
  expect(Object.values(stepForms).every(({ title }) => title.length < 60)).toBe(true);
});
