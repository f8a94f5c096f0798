import { copyLine } from '@shared/domain/documents/copy-line.ts';
import { documentModel } from '@shared/domain/documents/document-model.ts';
import { type DocumentKind, documentKinds } from '@shared/domain/documents/kind.ts';
import type { DocumentModel } from '@shared/domain/documents/model.ts';
import { officeLines } from '@shared/domain/documents/office-lines.ts';
import { withoutDegrees } from '@shared/domain/identity/name-words.ts';
import { describe, expect, it } from 'vitest';
import { signedContext } from '../../fixtures/document-contexts.ts';
import { people } from '../../fixtures/document-samples.ts';

const blocksOf = (model: DocumentModel) => model.sections.flatMap(({ blocks }) => blocks);
const wordsOf = (model: DocumentModel): readonly string[] =>
  blocksOf(model).flatMap((block) => {
    if (block.block === 'clauses') return block.label === '' ? block.items.map(({ mark }) => mark) : [block.label];
    return block.block === 'headline' ? [block.text] : [];
  });
const deciding = { counselling: 'decision', followUp: 'decision', authority: 'Keputusan Kepala Nomor 4/2026' } as const;
const decisionOf = (kind: DocumentKind) => documentModel(kind, { ...signedContext(kind), deciding });

describe('an office above a signature', () => {
  it.each([
    ['', []],
    ['Kepala Bagian Umum', ['Kepala Bagian Umum']],
    ['Plt Kepala Bagian Umum', ['Plt. Kepala Bagian Umum']],
    ['plh. Sekretaris', ['Plh. Sekretaris']],
    ['a.n. Kepala Badan, Sekretaris', ['a.n. Kepala Badan', 'Sekretaris']],
    ['an Kepala Badan; Plh Sekretaris', ['a.n. Kepala Badan', 'Plh. Sekretaris']],
    ['a.n. Bupati, Sekretaris Daerah, ub Kepala BKD', ['a.n. Bupati', 'Sekretaris Daerah', 'u.b. Kepala BKD']],
    ['a.n. Bupati, Sekretaris Daerah u.b. Kepala BKD', ['a.n. Bupati', 'Sekretaris Daerah', 'u.b. Kepala BKD']],
    ['Analis, Ahli Muda', ['Analis, Ahli Muda']],
  ])('is taken apart as papers write it: %s', (office, lines) => {
    expect(officeLines(office)).toEqual(lines);
  });
});

describe('a name without degrees', () => {
  it.each([
    ['Dr. Ir. Sekar Melati, M.Si.', 'Sekar Melati'],
    ['Drs. H. Budi Contoh MM', 'Budi Contoh'],
    ['I Gusti Ayu Contoh, S.STP., M.AP.', 'I Gusti Ayu Contoh'],
    ['Budi', 'Budi'],
    ['Prof.', 'Prof.'],
  ])('keeps the name as it is written: %s', (name, bare) => {
    expect(withoutDegrees(name)).toBe(bare);
  });
});

describe('the line of copies', () => {
  it.each([
    ['secret', 'signed', '', 'Salinan Nomor 1 dari 1 (salinan tunggal)'],
    ['topSecret', 'signed', '2 dari 3', 'Salinan Nomor 2 dari 3'],
    ['secret', 'blank', '', 'Salinan Nomor ........ dari ........'],
    ['restricted', 'signed', '', ''],
    ['ordinary', 'prefilled', '', ''],
  ] as const)('stands where the label asks for it: %s, %s', (label, form, number, line) => {
    expect(copyLine(label, form, number)).toBe(line);
  });
});

describe('kinds of naskah dinas', () => {
  it('has an invitation dated by itself, never by its meeting, and no tembusan', () => {
    const context = { ...signedContext('invitation'), distribution: ['Seseorang'] };
    const dated = (letterDate: string) =>
      documentModel('invitation', {
        ...context,
        act: context.act && { ...context.act, content: { ...context.act.content, letterDate } },
      });
    expect(dated('2026-10-28')).toMatchObject({ layout: 'letter', dateLine: 'Kota Contoh, 28 Oktober 2026' });
    // An invitation of before names no day of its own: it is that on which it was signed.
    expect(dated('').dateLine).toBe('Kota Contoh, 24 November 2026');
    expect(dated('').distribution).toEqual([]);
    expect(dated('').signatures[0]?.placeAndDate).toBe('');
  });

  it('has an assignment in the order of a surat tugas, with the duty to report that it was done', () => {
    const model = documentModel('assignmentLetter', signedContext('assignmentLetter'));
    expect(model).toMatchObject({ layout: 'assignment', title: 'Surat Tugas' });
    expect(wordsOf(model)).toEqual(['Menimbang', 'Dasar', 'MEMBERI TUGAS', 'Kepada', 'Untuk']);
    expect(JSON.stringify(model.sections)).toMatch(
      /Melaporkan kepada Pejabat yang Berwenang atau Pimpinan unit kerja.* bahwa tugas telah dilaksanakan.*isi pembicaraan tidak dilaporkan/,
    );
  });

  it.each(['counsellingDecision', 'followUpDecision', 'registrationNote', 'returnLetter'] as const)(
    'has a nota dinas with to whom, from whom and what about: %s',
    (kind) => {
      const model = documentModel(kind, signedContext(kind));
      expect(model).toMatchObject({ layout: 'memo', title: 'Nota Dinas' });
      expect(model.meta.map(({ label }) => label)).toEqual(['Yth.', 'Dari', 'Hal', 'Tanggal']);
    },
  );

  it.each(['counsellingDecision', 'followUpDecision'] as const)(
    'writes a keputusan where that is set, by name without degrees: %s',
    (kind) => {
      const model = decisionOf(kind);
      expect(model).toMatchObject({ layout: 'decision', title: `Keputusan ${people.head.position}` });
      expect(wordsOf(model).slice(0, 5)).toEqual(['Menimbang', 'Mengingat', 'MEMUTUSKAN:', 'Menetapkan', 'KESATU']);
      const text = JSON.stringify(model.sections);
      expect(text).toContain('mulai berlaku pada tanggal ditetapkan');
      expect(text).toContain('mengajukan keberatan');
      expect(text).toContain(deciding.authority);
      expect(model.signatures.at(-1)).toMatchObject({
        name: withoutDegrees(people.head.name),
        placeAndDate: expect.stringMatching(/^Ditetapkan di Kota Contoh\npada tanggal \d/),
      });
    },
  );

  it('gives a decision that is numbered by its count alone the year', () => {
    expect(decisionOf('counsellingDecision').number).toBe('23 TAHUN 2026');
  });

  it('writes names in capitals without degrees in the style of central offices', () => {
    const context = signedContext('assignmentLetter');
    const central = { ...context.institution, style: 'central' as const };
    const name = documentModel('assignmentLetter', { ...context, institution: central }).signatures[0]?.name;
    expect(name).toBe(withoutDegrees(people.head.name).toUpperCase());
    expect(documentModel('assignmentLetter', context).signatures[0]?.name).toBe(people.head.name);
  });

  it('leaves nothing empty on a signed paper, of which nothing but the author is known', () => {
    for (const kind of documentKinds) {
      const context = signedContext(kind);
      const model = documentModel(kind, {
        ...context,
        act: context.act && { ...context.act, content: {} },
        related: {},
        period: '',
        employee: null,
        assessor: null,
      });
      const shown = JSON.stringify([model.sections, model.meta, model.identity, model.enclosed]);
      expect(shown, kind).not.toMatch(/null|"–"|"value":""/);
      expect(shown, kind).not.toContain('"choices"');
    }
  });
});
