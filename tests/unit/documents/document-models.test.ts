import { documentModel } from '@shared/domain/documents/document-model.ts';
import { type DocumentKind, documentKinds } from '@shared/domain/documents/kind.ts';
import type { Block, DocumentModel } from '@shared/domain/documents/model.ts';
import { describe, expect, it } from 'vitest';
import { contents, emptyContext, signedContext } from '../../fixtures/document-contexts.ts';
import { institution, people } from '../../fixtures/document-samples.ts';

const headings = (model: DocumentModel) => model.sections.map((section) => section.heading);
const labels = (model: DocumentModel) => model.sections.flatMap((section) => section.blocks.map(labelOf));
const labelOf = (block: Block) => ('label' in block ? block.label : block.block);
/** What stands beside the word `word` of a surat tugas or a keputusan. */
const clausesOf = (model: DocumentModel, word: string): readonly string[] =>
  model.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.block === 'clauses' && block.label === word ? block.items : []))
    .map(({ mark, text }) => `${/\w{4}/.test(mark) ? `${mark}: ` : ''}${text}`);
const textOf = (model: DocumentModel) => JSON.stringify(model);

/** The part of signed papers that says what else lies in the file. */
const alsoSigned = 'Data lain yang ikut ditandatangani';
/** Fields in order, from the field list of the forms. */
const fieldOrder: Partial<Record<DocumentKind, readonly string[]>> = {
  behaviourReport: [
    'Hasil pemantauan kinerja dan umpan balik berkelanjutan',
    'Perbandingan dengan kemajuan kinerja',
    'Penilaian terhadap hambatan kinerja',
    'Komunikasi kepada Pegawai',
    'Nilai dasar dan panduan perilaku terkait',
  ],
  resultRecord: [
    'Rujukan laporan',
    'Konselor',
    'Tanggal dan tempat konseling',
    'Permasalahan',
    'Penyebab',
    'Kesepakatan atau rencana perbaikan',
    'Rekomendasi',
    'Penerima',
    'Klasifikasi keamanan',
  ],
  communicationSheet: [
    'Tanggal dan tempat',
    'Fakta yang diamati',
    'Dampak terhadap tim atau unit kerja',
    'Perubahan yang diharapkan',
    'Tanggapan Pegawai',
    'Tanda mengetahui',
  ],
  followUpDecision: ['Dasar', 'Tindak lanjut'],
  employeeResponse: ['Yang ditanggapi', 'Tanggapan'],
};

describe('documentModel', () => {
  it.each(Object.entries(fieldOrder))('keeps the order of the fields: %s', (kind, order) => {
    const asked = kind === 'followUpDecision' ? ['Tindak lanjut yang memberatkan Pegawai'] : [];
    expect(headings(documentModel(kind as DocumentKind, emptyContext))).toEqual([...order, ...asked]);
    const signed = documentModel(kind as DocumentKind, signedContext(kind as DocumentKind));
    expect(headings(signed)).toEqual(order);
    expect(signed.enclosed.map(({ heading }) => heading)).toEqual([alsoSigned]);
  });

  it('gives every form but letters and own ones the identity block of both', () => {
    const others = ['invitation', 'reportNotice', 'assignmentLetter', 'consentForm', 'employeeCopy'];
    for (const kind of documentKinds.filter((name) => !others.includes(name))) {
      const { identity } = documentModel(kind, signedContext(kind));
      expect(identity, kind).toHaveLength(2);
      for (const column of identity) {
        expect(column.rows.map((row) => row.label)).toEqual([
          'Nama',
          'NIP',
          'Pangkat/Golongan ruang',
          'Jabatan',
          'Unit kerja',
        ]);
      }
      expect(identity.map((column) => column.rows[0]?.value)).toEqual([people.employee.name, people.assessor.name]);
    }
  });

  it('names the first schedule in the assignment, as the letter or the invitation says', () => {
    const schedule = (change: object) => {
      const context = signedContext('assignmentLetter');
      const act = context.act === null ? null : { ...context.act, content: { ...context.act.content, ...change } };
      const model = documentModel('assignmentLetter', { ...context, act, related: {} });
      return clausesOf(model, 'Untuk').find((text) => text.includes('pertemuan pertama'));
    };
    const first = { firstDate: '2026-11-03', firstTime: '09:30', firstPlace: 'Ruang Melati' };
    const at = (time: string) =>
      `Melaksanakan pertemuan pertama: Selasa, 3 November 2026, ${time}, bertempat di Ruang Melati.`;
    expect(schedule(first)).toBe(at('09.30 waktu setempat'));
    expect(schedule({ ...first, firstZone: 'WITA' })).toBe(at('09.30 WITA'));
    expect(schedule({})).toContain('ditetapkan kemudian dengan undangan');
  });

  it('keeps an office that names counselling off the invitation', () => {
    const context = signedContext('invitation');
    const titles = (authorOffice: string) =>
      documentModel('invitation', { ...context, act: context.act && { ...context.act, authorOffice } }).signatures[0]
        ?.titles;
    expect(titles('Konselor independen')).toEqual(['Hormat kami,']);
    expect(titles('Psikolog Ahli Muda')).toEqual(['Hormat kami,']);
    expect(titles('Kepala Bagian Umum')).toEqual(['Kepala Bagian Umum']);
  });

  it('lists the fields of an invitation in order', () => {
    const model = documentModel('invitation', signedContext('invitation'));
    expect(labels(model)).toEqual(['text', 'Hari, tanggal', 'Waktu', 'Tempat', 'Narahubung', 'Acara', 'text', 'text']);
    expect(model.meta).toEqual([
      { label: 'Sifat', value: 'Biasa' },
      { label: 'Hal', value: 'Undangan pertemuan' },
    ]);
  });

  it('says nothing of the problem, of counselling or of the assessor in an invitation', () => {
    for (const form of ['prefilled', 'signed'] as const) {
      const text = textOf(documentModel('invitation', { ...signedContext('invitation'), form }));
      expect(text).not.toMatch(/konseling|konselor|masalah|perilaku|panggil|disiplin|penilai/i);
      expect(text).not.toContain(people.assessor.name);
      for (const value of [contents.reportSubmitted?.behaviour, contents.problemCommunicated?.facts]) {
        expect(text).not.toContain(String(value));
      }
    }
  });

  it('prints nothing but the institution on a blank form', () => {
    for (const kind of documentKinds) {
      const text = textOf(documentModel(kind, { ...signedContext(kind), form: 'blank' }));
      for (const person of Object.values(people)) expect(text, kind).not.toContain(person.name);
      expect(text).toContain(institution.name);
    }
  });

  it('fills what is known of a draft and leaves the rest to be written', () => {
    const context = signedContext('behaviourReport');
    const content = {
      behaviour: 'Rekap terlambat',
      communicationDate: 'bukan tanggal',
      comparisons: [{ scope: 'team', progress: '' }],
    };
    const model = documentModel('behaviourReport', {
      ...context,
      form: 'prefilled',
      act: context.act === null ? null : { ...context.act, content },
    });
    const [monitoring, , , communication] = model.sections;
    expect(monitoring?.blocks).toMatchObject([{ value: 'Rekap terlambat' }, { value: null }]);
    expect(communication?.blocks[0]).toMatchObject({ label: 'Tanggal komunikasi', value: null });
    expect(model.qr === null || model.qr.caption === 'Kode pemeriksa keutuhan, bukan TTE tersertifikasi').toBe(true);
  });

  it('says on signed papers that a self-issued certificate is not certified', () => {
    const notice = 'Ditandatangani dengan sertifikat yang diterbitkan sendiri (tidak tersertifikasi, PP 71/2019)';
    const context = signedContext('resultRecord');
    expect(documentModel('resultRecord', context).notices).toEqual([notice]);
    expect(documentModel('resultRecord', { ...context, selfIssued: false }).notices).toEqual([]);
    expect(documentModel('resultRecord', { ...context, form: 'prefilled' }).notices).toEqual([]);
  });

  it('labels by colour: red for what is secret, black for the rest', () => {
    const colours = (['topSecret', 'secret', 'restricted', 'ordinary'] as const).map((code) => {
      const { label, colour } = documentModel('behaviourReport', {
        ...emptyContext,
        classification: code,
      }).classification;
      return [label, colour];
    });
    expect(colours).toEqual([
      ['SANGAT RAHASIA', 'red'],
      ['RAHASIA', 'red'],
      ['TERBATAS', 'black'],
      ['BIASA', 'black'],
    ]);
  });

  it('writes official titles in full', () => {
    for (const kind of documentKinds)
      expect(textOf(documentModel(kind, signedContext(kind))), kind).not.toMatch(/\bPPK\b/);
  });

  it('has the result record signed by the counsellor alone', () => {
    const { signatures } = documentModel('resultRecord', signedContext('resultRecord'));
    expect(signatures.map((block) => [block.name, block.means])).toEqual([[people.counsellor.name, 'electronic']]);
  });

  it.each([
    ['independent', 'Pejabat yang Berwenang atau Pimpinan unit kerja yang membidangi pengelolaan kepegawaian'],
    ['trainedAssessor', 'Atasan dari Pejabat Penilai Kinerja'],
    ['counsellingOfficial', 'Pejabat Penilai Kinerja dan Atasan dari Pejabat Penilai Kinerja'],
  ])('names the receivers of the route: %s', (kind, route) => {
    const context = signedContext('resultRecord');
    const related = { ...context.related, counsellorAssigned: { ...contents.counsellorAssigned, kind } };
    expect(documentModel('resultRecord', { ...context, related }).sections[7]?.blocks[0]).toMatchObject({
      value: route,
    });
  });

  it('has a refusal noted instead of a place for the employee to sign', () => {
    const context = signedContext('communicationSheet');
    const act =
      context.act === null ? null : { ...context.act, content: { ...context.act.content, acknowledgement: 'refused' } };
    const { signatures } = documentModel('communicationSheet', { ...context, act });
    expect(signatures.map((block) => block.name)).toEqual([people.assessor.name]);
  });

  it('never has a copy of an unsigned paper look signed', () => {
    const context = signedContext('employeeCopy');
    const original = context.original && {
      ...context.original,
      act: { ...context.original.act, medium: 'unsigned' as const },
    };
    expect(documentModel('employeeCopy', { ...context, original }).signatures[0]?.means).toBe('copiedUnsigned');
  });

  it.each([
    ['ink', 'copiedInk'],
    ['tte', 'copiedElectronic'],
    ['unsigned', 'copiedUnsigned'],
  ] as const)('never has what was entered from paper look signed here: %s', (medium, means) => {
    const context = signedContext('resultRecord');
    const act = context.act && { ...context.act, medium };
    expect(documentModel('resultRecord', { ...context, act }).signatures[0]?.means).toBe(means);
  });

  it('prints a code that no list knows as it is, whatever it is called', () => {
    const context = signedContext('followUpDecision');
    const content = {
      ...context.act?.content,
      items: [{ kind: 'toString', reason: 'Alasan', personInCharge: people.assessor.name, dueDate: '2026-12-31' }],
    };
    const { sections } = documentModel('followUpDecision', {
      ...context,
      act: context.act === null ? null : { ...context.act, content },
    } as never);
    expect(JSON.stringify(sections)).toContain('"1","toString","Alasan"');
  });

  it('lets those who decide beside the author sign by hand', () => {
    const { signatures } = documentModel('followUpDecision', signedContext('followUpDecision'));
    expect(signatures.map((block) => block.means)).toEqual(['ink', 'electronic']);
  });

  it('marks the copy for the employee with date, giver, receiver and room for a receipt', () => {
    const model = documentModel('employeeCopy', signedContext('employeeCopy'));
    expect(model.copy?.word).toBe('SALINAN');
    expect(model.copy?.rows.map((row) => row.value)).toEqual([
      '24 November 2026',
      `${people.head.name}, ${people.head.position}`,
      people.employee.name,
      '1',
      'sudah',
    ]);
    // Without the receivers and the kind of counsellor, which the act does not say.
    expect(headings(model)).toEqual((fieldOrder.resultRecord ?? []).filter((heading) => heading !== 'Penerima'));
    expect(model.enclosed.map(({ heading }) => heading)).toEqual(['Langkah yang disalin', alsoSigned]);
    expect(model.signatures.at(-1)).toMatchObject({ lead: 'Salinan sesuai dengan aslinya', name: people.head.name });
    expect(model.signatures.map((block) => block.means)).toEqual(['copiedElectronic', 'ink', 'electronic']);
  });

  it('says whose word it is that the employee signed, where no scan shows it', () => {
    const context = signedContext('communicationSheet');
    const { act } = context;
    if (act === null) throw new Error('no act');
    const shown = (more: Partial<typeof act>) =>
      textOf(documentModel('communicationSheet', { ...context, act: { ...act, ...more } }));
    const byWord = 'Pegawai menandatangani sebagai tanda mengetahui, menurut Pejabat Penilai Kinerja';
    expect(shown({ attachments: [] })).toContain(byWord);
    expect(shown({})).not.toContain('menurut Pejabat Penilai Kinerja');
    expect(shown({ attachments: [], medium: 'ink' })).not.toContain('menurut Pejabat Penilai Kinerja');
    const awaited = shown({ content: { ...act.content, acknowledgement: 'awaited' } });
    expect(awaited).toContain('Tanggapan Pegawai (menurut Pejabat Penilai Kinerja)');
    expect(awaited).not.toContain(byWord);
  });
});
