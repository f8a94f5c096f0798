import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { readIncoming } from '../../../electron/backend/exchange/receive/read-incoming.ts';
import { readSignedFile, writeSignedFile } from '../../../electron/backend/formats/identity/signed-file.ts';
import { officeOf } from '../../../electron/backend/settings/office.ts';
import { fileOfProfile, heldProfile } from '../../../electron/backend/settings/office-profile.ts';
import { contents } from '../../fixtures/case-steps.ts';
import { enter, evaluated, observed } from '../../fixtures/case-walks.ts';
import { addressOf, forgeAct, forgePackage } from '../../fixtures/forge.ts';
import { foundInstitution, look, type Member, pass, sendReceipt, take } from '../../fixtures/institution.ts';
import { unwrap } from '../../fixtures/made-vault.ts';
import { officeContents } from '../../fixtures/office.ts';
import * as people from '../../fixtures/people/cast.ts';
import { writable } from '../../fixtures/writable.ts';

// The profile of an institution goes beside the directory: to whom it is news, and to nobody whose program refuses it.

const cast = {
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
} as const;

const begun = async () => {
  const { members } = await foundInstitution(cast);
  const caseId = await observed(members.assessor.calls);
  await evaluated(members.assessor.calls, caseId);
  await enter(members.assessor.calls, caseId, 'reportSubmitted', 'assessor');
  await pass(members.assessor, members.officer, caseId);
  return { ...members, caseId };
};
const manifestOf = async (to: Member, files: readonly string[]) =>
  unwrap(await readIncoming(files, to.vault.keys.receivingIdentities)).manifest;
const townOf = ({ vault }: Member): string => officeOf(vault.records).city;

describe('the profile of an institution', () => {
  it('comes with a package, once, and again when it is renewed', async () => {
    const { officer, assessor } = await begun();
    await officer.calls.get('office.publish', officeContents);
    const files = await sendReceipt(officer, assessor);
    expect(await manifestOf(assessor, files)).toMatchObject({ profile: { serial: 1 }, profileSerial: 1 });
    expect((await take(assessor, files)).notices).toContain('profileUpdated');
    expect(townOf(assessor)).toBe(officeContents.town);
    const back = await sendReceipt(assessor, officer);
    const told = await manifestOf(officer, back);
    expect([told.profile, told.profileSerial]).toEqual([undefined, 1]);
    expect((await take(officer, back)).notices).not.toContain('profileUpdated');
    const next = await sendReceipt(officer, assessor);
    expect((await manifestOf(assessor, next)).profile).toBeUndefined();
    await take(assessor, next);
    await officer.calls.get('office.publish', { ...officeContents, town: 'Kota Baru' });
    await take(assessor, await sendReceipt(officer, assessor));
    expect(townOf(assessor)).toBe('Kota Baru');
  });

  it('never goes to a vault of 0.3, nor is it named there', async () => {
    const { officer, assessor, caseId } = await begun();
    await officer.calls.get('office.publish', officeContents);
    const act = forgeAct(assessor, {
      caseId,
      type: 'feedbackRecorded',
      capacity: 'assessor',
      refs: loadCase(assessor.vault.records, caseId).state.heads,
      content: contents.feedbackRecorded,
      asOld: true,
    });
    await take(officer, [await forgePackage(assessor, await addressOf(officer), { caseId, acts: [act] })]);
    const manifest = await manifestOf(assessor, await sendReceipt(officer, assessor));
    expect(['profile' in manifest, 'profileSerial' in manifest]).toEqual([false, false]);
  });

  it('that a member signed itself, under a number however high, changes nobody', async () => {
    const { officer, assessor } = await begun();
    await officer.calls.get('office.publish', officeContents);
    await take(assessor, await sendReceipt(officer, assessor));
    const held = heldProfile(assessor.vault.records);
    if (held === null) throw new Error('no profile');
    const { payload } = unwrap(readSignedFile('profile', fileOfProfile(assessor.vault.records, held)));
    const forged = writeSignedFile('profile', { ...payload, serial: 99, town: 'Kota Palsu' }, assessor.vault);
    writable(assessor.vault.records).run(
      sql`UPDATE office_profiles SET serial = 99, hash = 'x', file = ${Buffer.from(forged)}`,
    );
    const files = await sendReceipt(assessor, officer);
    expect((await manifestOf(officer, files)).profile).toMatchObject({ serial: 99 });
    expect(await look(officer, files)).toMatchObject({ held: null, notices: [] });
    await take(officer, files);
    expect(townOf(officer)).toBe(officeContents.town);
  });
});
