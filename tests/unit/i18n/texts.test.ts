import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { lockReasons } from '@shared/contract/control.ts';
import { contract } from '@shared/contract/index.ts';
import { commonErrorCodes } from '@shared/contract/method.ts';
import { packageNotices } from '@shared/contract/package-verdict.ts';
import { printableKinds, printableTitle } from '@shared/domain/documents/printable.ts';
import { revocationReasons } from '@shared/domain/identity/directory.ts';
import { packageKinds } from '@shared/domain/package/manifest.ts';
import {
  choicesOf,
  heldCodes,
  heldKinds,
  otherKinds,
  reviewKinds,
  setAsideKinds,
} from '@shared/domain/package/review.ts';
import { languages, mergeTexts, type TextTree, textPaths } from '@shared/i18n/index.ts';
import { describe, expect, test } from 'vitest';
import { historyFilters } from '../../../renderer/features/exchange/history/history-filter.ts';
import { foldText, mostInLine } from '../../../renderer/lib/fold-text.ts';

const folder = resolve(import.meta.dirname, '../../../shared/i18n');

const readAreas = (language: string): TextTree[] =>
  readdirSync(join(folder, language))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, language, name), 'utf8')) as TextTree);

const textOf = (tree: TextTree, path: string): string => {
  const found = path
    .split('.')
    .reduce<TextTree | string | undefined>((at, key) => (typeof at === 'object' ? at[key] : undefined), tree);
  return typeof found === 'string' ? found : '';
};

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name ?? '').sort();

const trees = Object.fromEntries(languages.map((language) => [language, mergeTexts(readAreas(language))]));
const id = trees.id ?? {};
const en = trees.en ?? {};

describe('texts of the window', () => {
  test('both languages have the same areas', () => {
    const names = (language: string): string[] => readdirSync(join(folder, language)).sort();
    expect(names('en')).toEqual(names('id'));
  });

  test('no area is longer than a file may be', () => {
    const long = languages.flatMap((language) =>
      readdirSync(join(folder, language)).filter(
        (name) => readFileSync(join(folder, language, name), 'utf8').split('\n').length > 401,
      ),
    );
    expect(long).toEqual([]);
  });

  test('both languages have the same keys', () => {
    expect(textPaths(en).sort()).toEqual(textPaths(id).sort());
  });

  test('no text is empty, and placeholders agree', () => {
    const broken = textPaths(id).filter((path) => {
      const [source, other] = [textOf(id, path), textOf(en, path)];
      return source.trim() === '' || other.trim() === '' || placeholders(source).join() !== placeholders(other).join();
    });
    expect(broken).toEqual([]);
  });

  test('a leaf that stands in two areas is refused', () => {
    expect(() => mergeTexts([{ a: { b: '1' } }, { a: { b: '2' } }])).toThrow('a.b');
    expect(() => mergeTexts([{ a: '1' }, { a: { b: '2' } }])).toThrow('a');
    expect(() => mergeTexts([{ a: { b: '2' } }, { a: '1' }])).toThrow('a');
    expect(mergeTexts([{ a: { b: '1' } }, { a: { c: '2' } }])).toEqual({ a: { b: '1', c: '2' } });
  });

  test('every error code of the contract has a text', () => {
    const codes = new Set<string>(commonErrorCodes);
    for (const { errors } of Object.values(contract)) for (const code of errors) codes.add(code);
    for (const tree of [id, en]) {
      const missing = [...codes].filter((code) => textOf(tree, `errors.${code}`) === '');
      expect(missing).toEqual([]);
    }
  });

  test('whatever holds a package, or is to be known of one, has its texts', () => {
    const paths = [
      ...heldCodes.flatMap((code) => [`errors.${code}`, `exchange.held.${code}`]),
      ...packageNotices.map((notice) => `exchange.notice.${notice}`),
      ...packageKinds.flatMap((kind) => [`exchange.kind.${kind}`, `exchange.kindText.${kind}`]),
      ...revocationReasons.flatMap((reason) => [`directory.reason.${reason}`, `directory.reasonHint.${reason}`]),
      ...historyFilters.flatMap((filter) => [`exchange.filter.${filter}`, `exchange.historyEmpty.${filter}`]),
      ...['received', 'waiting', 'replaced', 'noAnswer', 'taken'].map((state) => `exchange.state.${state}`),
    ];
    for (const tree of [id, en]) expect(paths.filter((path) => textOf(tree, path) === '')).toEqual([]);
  });

  test('every kind of what is to be looked at says what it is, why, and what follows from each choice', () => {
    const setAside = Object.keys(setAsideKinds);
    const takings = [
      ...new Set(heldCodes.filter((code) => heldKinds[code].kept).map((code) => heldKinds[code].taking)),
    ];
    const paths = [
      ...[...otherKinds, ...setAside].flatMap((kind) => [`review.kind.${kind}`, `review.why.${kind}`]),
      ...[...otherKinds, 'otherOpening'].map((kind) => `review.follows.${kind}`),
      ...takings.flatMap((taking) => [`review.follows.${taking}`]),
      ...reviewKinds.flatMap((kind) => choicesOf(kind)).map((choice) => `review.choice.${choice}`),
      ...['refuse', 'ask', 'noted'].map((choice) => `review.follows.${choice}`),
    ];
    for (const tree of [id, en]) expect(paths.filter((path) => textOf(tree, path) === '')).toEqual([]);
  });

  test('what holds a package says that nothing came in, and that the file stays', () => {
    const said = (tree: TextTree, words: RegExp): string[] =>
      heldCodes.filter((code) => !words.test(textOf(tree, `errors.${code}`)));
    expect(said(id, /Tidak ada yang (disimpan|diterima).* tetap di tempatnya/)).toEqual([]);
    expect(said(en, /Nothing was (stored|taken in).* stays? where (it is|they are)/)).toEqual([]);
  });

  test('a trail that fits in itself is not said to be more than that: a tail that was cut fits too', () => {
    expect(textOf(id, 'auditTrail.whole')).not.toMatch(/diubah|dihapus|ditukar|dipotong/);
    expect(textOf(en, 'auditTrail.whole')).not.toMatch(/changed|deleted|swapped|cut/);
  });

  describe('one thing has one word', () => {
    const others: Readonly<Record<string, RegExp>> = {
      'kiriman tersegel': /(berkas tersegel|\bpaket)/i,
      'ajakan bergabung': /berkas undangan|(kartu|direktori), (dan|atau) undangan/i,
      'batas waktu': /\btenggat\b|^(diharapkan )?paling lambat/i,
      'daftar Pegawai yang mempunyai permasalahan perilaku kerja': /bermasalah perilaku/i,
      'konseling dilakukan': /dikonseling/i,
      'secara individual': /perorangan/i,
      'data pengenal langkah': /kepala langkah/i,
      'hanya pemberitahuan, tanpa isi': /hanya bahwa langkah/i,
      'hapus dari daftar ini': /^lepas|\bdilepas\b/i,
      'peran, keadaan': /kedudukan/i,
      'yang mengesahkan': /penerbit (direktori|mengesahkan)|brankas penerbit|\bseri\b/i,
      'berkas kunci': /key\.age/i,
      keyboard: /papan tombol/i,
      printer: /\bpencetak\b/i,
      server: /peladen/i,
      konsep: /rancangan/i,
      Pegawai: /\bpegawai\b/,
      'lewat telepon': /lewat suara/i,
      'dengan pertimbangan sendiri': /atas putusan sendiri/i,
      'penetapan pelaksanaan konseling kinerja': /^penetapan konseling/i,
      'klasifikasi keamanan': /^Klasifikasi$/,
      'keadaan darurat (ancaman keselamatan)': /bahaya (segera|yang (mendesak|mengancam))/i,
      'rekaman informasi hasil konseling kinerja': /catatan hasil/i,
      identifikasi: /catat pengamatan/i,
      'kiriman ini': /^(tanda tangan|bagian|(kunci )?pengirim|pengambilan|pemeriksaan|naskah .*di dalam) berkas ini/i,
      'resistensi Pegawai': /penolakan pegawai|hambatan (penolakan|waktu$|kemampuan$|program)/i,
      'kunci tanda tangan': /^kunci (pengirim|baru untuk|anda)\b(?!.*:)/i,
    };
    const otherwise = (texts: readonly string[]): readonly string[] =>
      texts.filter((text) => Object.values(others).some((other) => other.test(text)));
    const papers = resolve(folder, '../domain');
    const writtenIn = (under: string): string[] =>
      readdirSync(join(papers, under), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .flatMap((name) => [...readFileSync(join(papers, under, name), 'utf8').matchAll(/'([^'\n]+)'/g)])
        .map(([, text]) => text ?? '');

    test('on screen', () => {
      const used = textPaths(id).filter((path) => otherwise([textOf(id, path)]).length > 0);
      expect(used).toEqual([]);
      expect(textOf(id, 'directory.column.key')).toBe('Kunci tanda tangan');
    });

    test('on paper: its titles, the labels of its fields, and what its models write', () => {
      const titles = printableKinds.map(printableTitle);
      const labels = writtenIn('case/fields');
      const ofGuidance = writtenIn('guidance');
      const models = writtenIn('documents');
      expect([labels, ofGuidance, models].map((texts) => texts.includes('Batas waktu'))).toEqual([true, true, true]);
      expect(otherwise([...titles, ...labels, ...ofGuidance, ...models])).toEqual([]);
    });

    test('in the guide', () => {
      const guide = readFileSync(resolve(folder, '../../docs/panduan.md'), 'utf8');
      const bold = [...guide.matchAll(/\*\*([^*]+)\*\*/g)].map(([, text]) => (text ?? '').replace(/\s+/g, ' '));
      const sentences = guide.replaceAll(/\*\*|`[^`]+`/g, '').split(/\n{2,}|\n[-|] |(?<=[.:]) /);
      expect(otherwise([...bold, ...sentences.map((text) => text.replace(/\s+/g, ' ').trim())])).toEqual([]);
    });

    test('what is due is named as something to do, in both languages', () => {
      const paths = textPaths(id).filter((path) => path.startsWith('actsDue.'));
      expect(paths.filter((path) => textOf(id, path.replace('actsDue', 'acts')) === '')).toEqual([]);
      expect(paths.map((path) => [textOf(id, path), textOf(en, path)])).toEqual([
        ['Catat pelaksanaan sesi', 'Record the session'],
      ]);
      const shown = ['cases/view/NowPanel.tsx', 'cases/list/case-columns.tsx', 'home/WaitingList.tsx'];
      const renderer = resolve(folder, '../../renderer/features');
      const own = shown.filter((name) => /actsDue|dueName/.test(readFileSync(join(renderer, name), 'utf8')));
      expect(own).toEqual(shown);
    });
  });

  test('what no source asks is marked as our own, in both languages', () => {
    const own = [
      'guidance.notForSkp',
      'guidance.overview.intro',
      'guidance.obstacle.intro',
      'cases.followUps.intro',
      'settings.objectionHint',
      'employees.heldRule',
      'programme.notForRating',
      'programme.send.intro',
      'programme.benefits.nameless',
      'programme.tally.intro',
    ];
    expect(own.filter((path) => !/\(Usulan Bilik\)\.?$/.test(textOf(id, path)))).toEqual([]);
    expect(own.filter((path) => !/\(Proposed by Bilik\)\.?$/.test(textOf(en, path)))).toEqual([]);
  });

  test('each rule is read in a line or two, the rest behind it, and what helps to fill in a field is no longer', () => {
    const tooLong = [id, en].flatMap((tree) => [
      ...textPaths(tree).filter(
        (path) => path.startsWith('rules.') && foldText(textOf(tree, path)).line.length > mostInLine,
      ),
      ...textPaths(tree).filter((path) => path.startsWith('cases.help.') && textOf(tree, path).length > mostInLine),
    ]);
    expect(tooLong).toEqual([]);
  });

  // "Salinan" is what an employee is given of a file, and what a receiver holds of it.
  test('a backup is never called a copy, nor is what a vault was put back to', () => {
    const ofBackup = /(pulih|kembali|cadang)\w*( \w+){0,3} salinan|salinan (lama|brankas|folder|cadangan)\b/i;
    const areas = ['backup', 'errors.backup', 'vault.backup', 'vault.step.backup', 'vault.restore'];
    const isNamed = (path: string): boolean => areas.some((area) => path.startsWith(area));
    const called = textPaths(id).filter((path) => {
      const text = textOf(id, path);
      return ofBackup.test(text) || (isNamed(path) && /salinan/i.test(text));
    });
    expect(called).toEqual([]);
  });

  test('every reason for a lock has a text, save leaving', () => {
    for (const tree of [id, en]) {
      const missing = lockReasons.filter(
        (reason) => reason !== 'quit' && textOf(tree, `vault.reason.${reason}`) === '',
      );
      expect(missing).toEqual([]);
    }
  });
});
