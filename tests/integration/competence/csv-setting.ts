import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../../electron/backend/crypto/hash.ts';
import { callsOn, testVault } from '../../fixtures/calls.ts';
import * as people from '../../fixtures/people/cast.ts';

/** The vault of an officer with one employee, in which CSV files are chosen, read and written. */
export const setting = async () => {
  const vault = await testVault(people.personnelOfficer, ['personnelOfficer']);
  const calls = callsOn(vault, { now: () => Date.parse('2026-11-26T04:00:00Z') });
  const { personId } = await calls.get('persons.save', { personId: null, person: people.employee });
  const folder = calls.host.folder ?? '';
  calls.host.saveTarget = join(folder, 'keluar.csv');
  /** Chooses a file of these bytes in the dialog. */
  const choose = async (content: string | Uint8Array): Promise<string> => {
    const path = join(folder, 'masuk.csv');
    writeFileSync(path, content);
    calls.host.files = [path];
    const [file] = await calls.get('dialog.chooseFiles', { purpose: 'csv' });
    return file?.token ?? '';
  };
  /** Stores a file of which nothing has to be asked, or only looks at it. */
  const load = async (content: string | Uint8Array, store = true) => {
    const said = { seen: sha256(Buffer.from(content)).toString('hex'), leaveOut: false };
    const asked = { dayOrder: null, store: store ? said : null };
    return calls.get('competence.importRecords', { fileToken: await choose(content), ...asked });
  };
  return { vault, calls, personId, choose, load, written: () => readFileSync(calls.host.saveTarget ?? '', 'utf8') };
};
