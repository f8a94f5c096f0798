import { defaultNumbering } from '@shared/domain/documents/numbering.ts';
import { describe, expect, it } from 'vitest';
import { listRegister } from '../../../electron/backend/persons/list-persons.ts';
import { savePerson, setPersonArchived } from '../../../electron/backend/persons/save-person.ts';
import { getProfile, saveProfile } from '../../../electron/backend/settings/profile.ts';
import { defaultSettings, getSettings, setSettings } from '../../../electron/backend/settings/settings.ts';
import { writeIdentity } from '../../../electron/backend/vault/identity.ts';
import { settingsSchema } from '../../../shared/contract/settings.ts';
import { dumpVault } from '../../fixtures/dump.ts';
import { assessor, employee, institution, otherEmployee } from '../../fixtures/people/cast.ts';
import { testWorkspace } from '../../fixtures/workspace.ts';
import { writable } from '../../fixtures/writable.ts';

const codeOf = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? 'ok' : result.error?.code);

describe('settings', () => {
  it('begin with the institution of the vault and valid values', () => {
    const work = testWorkspace();
    writeIdentity(work, writable(work.records), { person: assessor, roles: ['assessor'], institution });
    expect(getSettings(work.records)).toEqual(defaultSettings(institution));
    expect(settingsSchema.safeParse(getSettings(work.records)).success).toBe(true);
    const next = { ...defaultSettings('Badan Contoh'), idleMinutes: 9 };
    expect(codeOf(setSettings(work, next))).toBe('ok');
    expect(getSettings(work.reopen().records)).toEqual(next);
  });

  it('refuse a template without a number', () => {
    const work = testWorkspace();
    const before = dumpVault(work);
    const numbering = { ...defaultNumbering, template: '{derajat}/{tahun}' };
    expect(codeOf(setSettings(work, { ...defaultSettings(institution), numbering }))).toBe('numberTemplateInvalid');
    expect(dumpVault(work)).toBe(before);
  });
});

describe('profile', () => {
  it('is the holder, in the register too', () => {
    const work = testWorkspace();
    writeIdentity(work, writable(work.records), { person: assessor, roles: ['assessor'], institution });
    const { person } = getProfile(work.records);
    const saved = saveProfile(work, {
      person: { ...assessor, rank: 'Pembina Tk. I / IV/b' },
      roles: ['assessor', 'counsellor'],
    });
    expect(saved.ok && saved.value.personId).toBe(person?.personId);
    expect(getProfile(work.records)).toMatchObject({
      roles: ['assessor', 'counsellor'],
      person: { rank: 'Pembina Tk. I / IV/b' },
    });
    expect(listRegister(work, {})).toHaveLength(1);
  });
});

describe('register of people', () => {
  it('adds, changes, finds and puts away', () => {
    const work = testWorkspace();
    const added = savePerson(work, { personId: null, person: employee });
    const personId = added.ok ? added.value.personId : '';
    savePerson(work, { personId: null, person: otherEmployee });
    const find = (search: string, includeArchived = false) =>
      listRegister(work, { search, includeArchived }).map((p) => p.name);
    expect(find('')).toEqual([employee.name, otherEmployee.name].sort());
    expect(find('pranata LAYANAN')).toEqual([employee.name]);
    expect(find(employee.nip.slice(3, 9))).toEqual([employee.name]);
    expect(codeOf(savePerson(work, { personId, person: { ...employee, unit: 'Unit Baru Peragaan' } }))).toBe('ok');
    expect(find('unit baru')).toEqual([employee.name]);
    expect(codeOf(setPersonArchived(work, { personId, archived: true }))).toBe('ok');
    expect(find('unit baru')).toEqual([]);
    expect(find('unit baru', true)).toEqual([employee.name]);
  });

  it('gives a number to one person alone', () => {
    const work = testWorkspace();
    savePerson(work, { personId: null, person: employee });
    const before = dumpVault(work);
    expect(codeOf(savePerson(work, { personId: null, person: { ...otherEmployee, nip: employee.nip } }))).toBe(
      'nipTaken',
    );
    expect(codeOf(savePerson(work, { personId: 'tiada', person: otherEmployee }))).toBe('unknownPerson');
    expect(codeOf(setPersonArchived(work, { personId: 'tiada', archived: true }))).toBe('unknownPerson');
    expect(dumpVault(work)).toBe(before);
  });
});
