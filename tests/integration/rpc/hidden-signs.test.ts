import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { escapeHtml } from '../../../electron/backend/papers/html-text.ts';
import { callsOn, testVault } from '../../fixtures/calls.ts';
import * as people from '../../fixtures/people/cast.ts';

const setting = async () => callsOn(await testVault(people.personnelOfficer, ['personnelOfficer']));
const { employee } = people;

it('a person pasted with hidden signs is kept without them, and found by the bare words', async () => {
  const calls = await setting();
  const pasted = { ...employee, name: `\ufeff${employee.name}\u200b`, nip: [...employee.nip].join('\u2060') };
  const kept = await calls.get('persons.save', { personId: null, person: pasted });
  expect(kept).toMatchObject({ name: employee.name, nip: employee.nip });
  expect(await calls.get('persons.list', { search: `\u200d${employee.name}` })).toHaveLength(1);
});

it.each(['\u200b', '\u2060\u00a0\ufeff', '\u3164', '\u2800', '\u202e\u202c'])('%j is no name', async (name) => {
  const calls = await setting();
  const answer = await calls.call('persons.save', { personId: null, person: { ...employee, name } });
  expect(answer).toMatchObject({ ok: false, error: { code: 'invalidInput', details: { fields: ['person.name'] } } });
});

it.each([
  ['surat\u202efdp.exe', 'suratfdp.exe'],
  ['\u200e\u2066bukti\u2069.pdf', 'bukti.pdf'],
  ['\u200b', '_'],
])('a file called %j is attached and shown as %j', async (name, shown) => {
  const calls = await setting();
  const path = join(calls.host.folder ?? '', name);
  writeFileSync(path, 'isi');
  calls.host.files = [path];
  const [chosen] = await calls.get('dialog.chooseFiles', { purpose: 'attachment' });
  expect(chosen?.name).toBe(shown);
  const file = { store: 'records', caseId: null } as const;
  const added = await calls.get('attachments.addFile', { ...file, fileToken: chosen?.token ?? '' });
  expect(added.name).toBe(shown);
  const { attachmentId } = await calls.get('attachments.begin', { ...file, name, mediaType: '', size: 3 });
  await calls.get('attachments.append', {
    store: 'records',
    attachmentId,
    offset: 0,
    bytes: new TextEncoder().encode('isi'),
  });
  expect((await calls.get('attachments.finish', { store: 'records', attachmentId })).name).toBe(shown);
});

it('a paper keeps the joiners of its running text, and nothing that turns it', () => {
  expect(escapeHtml('👨‍👩‍👧 می\u200cخواهم \u202efdp\u202c')).toBe('👨‍👩‍👧 می\u200cخواهم fdp');
});
