import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { postsOf } from '../../../shared/domain/case/holder.ts';
import type { NamedPerson } from '../../../shared/domain/identity/person.ts';
import { step } from '../../fixtures/case-steps.ts';
import { foundInstitution, type Member } from '../../fixtures/institution.ts';
import * as people from '../../fixtures/people/cast.ts';

// Whoever is typed in under a like name is asked about once, and meant by acts as answered.

const cast = {
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer', 'assessor'] },
  superior: { person: people.assessorSuperior, roles: ['assessorSuperior'] },
} as const;

const typed = { name: 'Bagas Teladan', nip: '', unit: '' };

const shownTo = async ({ calls }: Member, person: typeof typed): Promise<string[]> =>
  (await calls.get('persons.alike', { person })).map(({ shown }) => shown.name);

/** Whom a new case of this vault names as the superior. */
const namedIn = async ({ calls, vault, person }: Member, superior: typeof typed) => {
  const content = { assessor: person, assessorSuperior: { ...people.assessorSuperior, ...superior } };
  const opening = { ...step('caseOpened', 'assessor', { content }), draftId: null };
  const { caseId } = await calls.get('case.recordAct', opening);
  const { state, bodies } = loadCase(vault.records, caseId);
  const named: NamedPerson | undefined = postsOf(state, bodies).assessorSuperior;
  return named?.member?.entryId ?? null;
};

describe('somebody typed in', () => {
  it('is asked about where a name of the directory is near and nothing tells, and then named as answered', async () => {
    const { officer, superior } = (await foundInstitution(cast)).members;
    expect(await shownTo(officer, typed)).toEqual([people.assessorSuperior.name]);
    expect(await namedIn(officer, typed)).toBeNull();
    const other = { entryId: superior.entryId };
    await officer.calls.get('persons.tellApart', { person: typed, other, same: true });
    expect(await shownTo(officer, typed)).toEqual([]);
    expect(await namedIn(officer, typed)).toBe(superior.entryId);
    await officer.calls.get('persons.tellApart', { person: typed, other, same: false });
    expect(await shownTo(officer, typed)).toEqual([]);
    expect(await namedIn(officer, typed)).toBeNull();
  });

  it('is not asked about where number or all that is known tells', async () => {
    const { officer, superior } = (await foundInstitution(cast)).members;
    const { name, nip, unit } = people.assessorSuperior;
    expect(await shownTo(officer, { name, nip, unit })).toEqual([]);
    expect(await namedIn(officer, { name, nip, unit })).toBe(superior.entryId);
    expect(await shownTo(officer, { ...typed, nip: `${nip.slice(0, -1)}8` })).toEqual([]);
    expect(await shownTo(officer, { ...typed, name: 'Seno Umpama' })).toEqual([]);
  });

  it('is asked about where the register has a near name without the same number', async () => {
    const { officer } = (await foundInstitution(cast)).members;
    const known = people.otherEmployee;
    await officer.calls.get('persons.save', { personId: null, person: known });
    const near = { name: 'Moh. Yoga Simulasi Pratama', nip: '', unit: '' };
    expect(await shownTo(officer, near)).toEqual([known.name]);
    const { name, nip, unit } = known;
    await officer.calls.get('persons.tellApart', { person: near, other: { person: { name, nip, unit } }, same: false });
    expect(await shownTo(officer, near)).toEqual([]);
    expect(await shownTo(officer, { name: near.name, nip: '197001012000012999', unit })).toEqual([]);
  });

  it('is told apart from nobody whom no directory has', async () => {
    const { officer } = (await foundInstitution(cast)).members;
    const answer = { person: typed, other: { entryId: '0'.repeat(32) }, same: true };
    expect(await officer.calls.code('persons.tellApart', answer)).toBe('unknownEntry');
  });
});
