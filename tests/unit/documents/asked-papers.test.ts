import { contentSchemas } from '@shared/domain/case/body.ts';
import { documentModel } from '@shared/domain/documents/document-model.ts';
import { type DocumentKind, documentKindOfAct, isNeutralPaper } from '@shared/domain/documents/kind.ts';
import { describe, expect, it } from 'vitest';
import { contents, signedContext } from '../../fixtures/document-contexts.ts';
import { people } from '../../fixtures/document-samples.ts';

/** The paper of a signed act whose content says something more or else. */
const paperWith = (kind: DocumentKind, change: object, form: 'signed' | 'prefilled' | 'blank' = 'signed') => {
  const context = signedContext(kind);
  const act = context.act && { ...context.act, content: { ...context.act.content, ...change } };
  return documentModel(kind, { ...context, form, act });
};

/** Label and value of every line of a paper. */
const linesOf = (...[kind, change, form]: Parameters<typeof paperWith>): Record<string, string | null> =>
  Object.fromEntries(
    paperWith(kind, change, form).sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.block === 'field' ? [[block.label, block.value]] : [])),
    ),
  );

const [kept] = (contents.followUpDecided?.items ?? []) as readonly object[];
const discipline = { ...kept, kind: 'disciplineRecommendation', reason: 'Sesuai laporan.', burdensome: true };
const early = 'Alasan dinilai sebelum tanggal yang disampaikan (bila demikian)';

describe('what is asked for stands on paper', () => {
  it('prints why a change was judged early, and the answer of the employee, in the report', () => {
    const said = { earlyReason: 'Terulang pada hari berikutnya.', response: 'Saya akan berusaha.' };
    expect(linesOf('behaviourReport', said)).toMatchObject({
      [early]: said.earlyReason,
      'Tanggapan Pegawai': said.response,
    });
    expect(Object.keys(linesOf('behaviourReport', {}, 'prefilled'))).not.toContain(early);
    expect(linesOf('behaviourReport', {}, 'blank')).toMatchObject({ [early]: null, 'Tanggapan Pegawai': null });
  });

  it('cites the appointment of an independent counsellor, and of no other one', () => {
    const line = 'Surat pengangkatan konselor independen';
    const cited = { appointmentNumber: '15/2026', appointmentDate: '2026-03-02' };
    const text = (change: object, form?: 'prefilled') => JSON.stringify(paperWith('assignmentLetter', change, form));
    expect(text(cited)).toContain(`${line} Nomor 15/2026 tanggal 2 Maret 2026;`);
    expect(text({}, 'prefilled')).toContain(`${line} Nomor/tanggal ....`);
    expect(text({})).not.toContain(line);
    expect(text({ kind: 'trainedAssessor' }, 'prefilled')).not.toContain(line);
  });

  it('says what weighs on the employee, that it is no examination, the answer, and the way of objection', () => {
    const lines = (change: object) => linesOf('followUpDecision', { items: [discipline], ...change });
    const asked = { employeeAskedOn: '2026-11-20', reportNumber: '12/2026', reportDate: '2026-10-19' };
    expect(lines(asked)).toMatchObject({
      'Dasar rekomendasi hukuman disiplin: laporan permasalahan perilaku kerja':
        'Nomor 12/2026 tanggal 19 Oktober 2026',
      'Jawaban Pegawai diminta tanggal': '20 November 2026',
      'Jawaban Pegawai': 'tidak ada sampai penentuan ini',
    });
    expect(Object.keys(lines(asked))).not.toContain('Cara mengajukan keberatan');
    expect(lines({ ...asked, objection: 'Kepada atasan langsung.', employeeAnswer: 'Saya keberatan.' })).toMatchObject({
      'Cara mengajukan keberatan': 'Kepada atasan langsung.',
      'Jawaban Pegawai': 'Saya keberatan.',
    });
    const text = JSON.stringify(paperWith('followUpDecision', { items: [discipline], ...asked }));
    expect(text).toContain('Bukan hasil pemeriksaan disiplin.');
    expect(text).toContain('(memberatkan Pegawai)');
    expect(JSON.stringify(paperWith('followUpDecision', {}))).not.toContain('pemeriksaan disiplin');
  });

  it.each([
    ['trainedAssessor', 'prefilled', true],
    ['independent', 'prefilled', false],
    [undefined, 'blank', true],
  ] as const)('tells on the consent form of another counsellor where that one assesses: %s', (kind, form, told) => {
    const context = signedContext('consentForm');
    const related = { ...context.related, counsellorAssigned: { ...contents.counsellorAssigned, kind } };
    const text = JSON.stringify(documentModel('consentForm', { ...context, form, related }));
    expect(text.includes('meminta konselor lain kepada unit kepegawaian tanpa menyebutkan alasan')).toBe(told);
  });
});

describe('a paper of before', () => {
  const kinds = Object.keys(contents).flatMap((type) => {
    const kind = documentKindOfAct(type as keyof typeof contentSchemas);
    return kind === null || kind === 'employeeCopy' ? [] : [[type, kind] as const];
  });
  it.each(kinds)('is the same page whether or not its act knew what is asked now: %s', (type, kind) => {
    const parsed = contentSchemas[type as keyof typeof contentSchemas].parse(contents[type as 'resultSigned']);
    expect(paperWith(kind, parsed)).toEqual(paperWith(kind, {}));
  });
});

it('tells in a notice of the report no more than that a letter has gone on', () => {
  expect(isNeutralPaper('reportNotice')).toBe(true);
  for (const form of ['blank', 'prefilled'] as const) {
    const model = documentModel('reportNotice', { ...signedContext('reportNotice'), form, act: null });
    const text = JSON.stringify({ ...model, kind: '' });
    expect(text).not.toMatch(/konsel|masalah|perilaku|panggil|disiplin|penilai|kinerja|lapor|kepegawaian/i);
    expect(text).not.toContain(people.assessor.name);
    expect(text.includes('19 Oktober 2026')).toBe(form === 'prefilled');
  }
});
