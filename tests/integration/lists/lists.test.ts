import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openWithPassphrase } from '../../../electron/backend/crypto/age.ts';
import { type ListRequest, listMark } from '../../../shared/domain/lists/list-choice.ts';
import { callsOn, testVault } from '../../fixtures/calls.ts';
import { decided } from '../../fixtures/case-walks.ts';
import * as people from '../../fixtures/people/cast.ts';
import { unwrap } from '../../fixtures/results.ts';
import type { Calls } from '../../fixtures/vault-calls.ts';

const always = { from: '', to: '', unit: '', state: null };
const bare: ListRequest = { choice: { kind: 'registerList', ...always }, naming: null };
const named: ListRequest = { ...bare, naming: { purpose: 'Rapat penilaian', receiver: 'Kepala Bagian Contoh' } };

/** The vault of the unit with one file that was registered and decided. */
const unit = async (): Promise<Calls & { readonly saved: () => Buffer }> => {
  const calls = callsOn(await testVault(people.personnelOfficer, ['personnelOfficer', 'personnelHead', 'assessor']));
  await decided(calls);
  calls.host.saveTarget = join(calls.host.folder ?? '', 'daftar');
  return { ...calls, saved: () => readFileSync(calls.host.saveTarget ?? '') };
};

const kinds = async (calls: Calls): Promise<string[]> =>
  (await calls.get('audit.list', { store: 'records', before: null, limit: 20 } as never)).entries
    .map(({ kind }: { kind: string }) => kind)
    .filter((kind: string) => /list/i.test(kind));

describe('a list', () => {
  it('leaves as CSV and XLSX with the same rows, by register number alone', async () => {
    const calls = await unit();
    const { number } = (await calls.get('case.list', {})).map(({ listNumber }) => ({ number: listNumber })).at(0) ?? {
      number: '',
    };
    expect(number).not.toBe('');
    for (const format of ['csv', 'xlsx'] as const) {
      const input = { ...bare, format, protection: 'none' as const };
      expect(await calls.get('lists.export', input)).toEqual({ saved: true, rows: 1 });
      const bytes = calls.saved();
      const read =
        format === 'csv'
          ? bytes.toString('utf8')
          : strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
      expect(read).toContain(number);
      expect(read).toContain(people.employee.unit);
      for (const secret of [people.employee.name, people.employee.nip]) expect(read).not.toContain(secret);
    }
  });

  it('names people with purpose and receiver on it, in every form, and the trail tells it apart', async () => {
    const calls = await unit();
    const told = [people.employee.name, people.employee.nip, 'Rapat penilaian', 'Kepala Bagian Contoh'];
    await calls.get('lists.export', { ...named, format: 'csv', protection: 'none' });
    // A number of 18 digits stands behind an apostrophe: no spreadsheet makes a number of it.
    expect(calls.saved().toString('utf8')).toContain(`;'${people.employee.nip};`);
    for (const said of told) expect(calls.saved().toString('utf8')).toContain(said);
    await calls.get('lists.export', { ...named, format: 'pdf', protection: 'none' });
    await calls.get('lists.print', named);
    await calls.get('lists.print', bare);
    const [toFile, onPaper, without] = calls.host.jobs.map(({ html }) => html);
    for (const page of [toFile, onPaper]) for (const said of told) expect(page).toContain(said);
    for (const secret of told) expect(without).not.toContain(secret);
    expect(await kinds(calls)).toEqual(['listPrinted', 'namedListPrinted', 'namedListExported', 'namedListExported']);
  });

  it('is shown with its first rows, numbers of people masked', async () => {
    const calls = await unit();
    const shown = await calls.get('lists.prepare', named);
    expect(shown).toMatchObject({ total: 1, title: 'Daftar Pegawai yang Mempunyai Permasalahan Perilaku Kerja' });
    expect(shown.rows[0]?.[2]).toBe(people.employee.name);
    expect(JSON.stringify(shown)).not.toContain(people.employee.nip);
    const none = { ...bare, choice: { ...bare.choice, unit: 'Unit lain' } } as ListRequest;
    expect((await calls.get('lists.prepare', none)).total).toBe(0);
  });

  it('is encrypted by the passphrase that is chosen for it', async () => {
    const calls = await unit();
    expect(await calls.code('lists.export', { ...named, format: 'xlsx', protection: 'passphrase' })).toBe(
      'weakPassphrase',
    );
    calls.host.chosen = 'perahu kertas di hulu sungai';
    await calls.get('lists.export', { ...named, format: 'xlsx', protection: 'passphrase' });
    const bytes = calls.saved();
    expect(bytes.includes(listMark)).toBe(false);
    const opened = unwrap(await openWithPassphrase(bytes, calls.host.chosen));
    expect(Buffer.from(opened).includes(listMark)).toBe(true);
  });

  it('is attached to nobody’s file, in whatever form it left, but may lie by a private note', async () => {
    const calls = await unit();
    for (const format of ['csv', 'xlsx', 'pdf'] as const) {
      await calls.get('lists.export', { ...bare, format, protection: 'none' });
      calls.host.files = [calls.host.saveTarget ?? ''];
      const add = async (store: 'records' | 'notes') => {
        const [file] = await calls.get('dialog.chooseFiles', { purpose: 'attachment' });
        return calls.code('attachments.addFile', { store, caseId: null, fileToken: file?.token ?? '' });
      };
      expect([format, await add('records'), await add('notes')]).toEqual([format, 'attachmentIsList', 'ok']);
    }
  });

  it('is known again where one piece of it ends and the next begins', async () => {
    const calls = await unit();
    const bytes = Buffer.from(`Catatan ${listMark} akhir`);
    const begun = await calls.get('attachments.begin', {
      store: 'records',
      caseId: null,
      name: 'a.txt',
      mediaType: '',
      size: bytes.length,
    });
    for (const [offset, byte] of [...bytes].entries()) {
      await calls.get('attachments.append', { store: 'records', ...begun, offset, bytes: Uint8Array.of(byte) });
    }
    expect(await calls.code('attachments.finish', { store: 'records', ...begun })).toBe('attachmentIsList');
    expect(await calls.code('attachments.info', { store: 'records', ...begun })).toBe('unknownAttachment');
  });

  it('is made by who has it by office alone: refused before anything is asked', async () => {
    const calls = callsOn(await testVault(people.employee, ['employee']));
    for (const method of ['lists.prepare', 'lists.print'] as const) {
      expect(await calls.code(method, bare)).toBe('roleMissing');
    }
    expect(await calls.code('lists.export', { ...bare, format: 'pdf', protection: 'none' })).toBe('roleMissing');
    expect(calls.host.jobs).toEqual([]);
  });
});
