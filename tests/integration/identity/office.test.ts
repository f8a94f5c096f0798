import { beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../electron/backend/crypto/clock.ts';
import { readInvitation } from '../../../electron/backend/formats/identity/read-invitation.ts';
import { readSignedFile, writeSignedFile } from '../../../electron/backend/formats/identity/signed-file.ts';
import { acceptInvitation } from '../../../electron/backend/identity/accept-invitation.ts';
import { blankOf, officeOf } from '../../../electron/backend/settings/office.ts';
import type { OfficeProfile } from '../../../shared/domain/office/profile.ts';
import { directoryOf, foundDirectory } from '../../fixtures/directory.ts';
import { dumpVault } from '../../fixtures/dump.ts';
import { codeOf, unwrap } from '../../fixtures/made-vault.ts';
import { officeContents, pngOf } from '../../fixtures/office.ts';
import * as people from '../../fixtures/people/cast.ts';
import { writable } from '../../fixtures/writable.ts';
import { type Desk, newDesk, saved } from './support.ts';

let officer: Desk;
let counsellor: Desk;
beforeEach(async () => {
  officer = await newDesk(people.personnelOfficer, ['personnelOfficer']);
  counsellor = await newDesk(people.counsellor, ['counsellor']);
  await foundDirectory(officer.vault, [{ vault: counsellor.vault, roles: ['counsellor'] }]);
});

const publish = (change: Partial<typeof officeContents> = {}) =>
  officer.calls.get('office.publish', { ...officeContents, ...change });
const exported = (by = officer): Promise<Buffer> => saved(by.calls, () => by.calls.get('office.export', {}));
const takeCode = (file: Uint8Array, desk = counsellor) =>
  desk.calls.code('office.take', { fileToken: desk.token(file) });
/** A profile that is signed beside the one that was published. */
const signed = async (change: Partial<OfficeProfile>, by = officer): Promise<Uint8Array> =>
  writeSignedFile('profile', { ...unwrap(readSignedFile('profile', await exported())).payload, ...change }, by.vault);

describe('the profile of an institution', () => {
  it('is signed by the publisher of the directory, and fills kop, town, numbers and officials of its papers', async () => {
    await publish();
    const { profile, source } = await officer.calls.get('office.get', {});
    expect(source).toBe('profile');
    expect(profile).toMatchObject({ serial: 1, contents: officeContents });
    expect(officer.audited().at(-1)).toBe('officePublished');
    expect(await takeCode(await exported())).toBe('ok');
    const inForce = await counsellor.calls.get('office.settings', {});
    expect(inForce).toMatchObject({
      institution: { name: people.institution, city: 'Kota Contoh' },
      numbering: officeContents.numbering,
      personnelHead: { name: people.personnelHead.name, position: `Plt. ${people.personnelHead.position}` },
      assessorSuperior: null,
    });
    expect(officeOf(counsellor.vault.records)).toMatchObject({
      parents: officeContents.parents,
      unit: officeContents.unit,
      logo: { mediaType: 'image/png', bytes: new Uint8Array(pngOf()) },
      style: 'regional',
    });
    expect(blankOf(counsellor.vault.records).deciding).toEqual(officeContents.deciding);
  });

  it('leaves alone what was typed, which counts where the holder says so', async () => {
    const typed = await counsellor.calls.get('settings.get', {});
    await counsellor.calls.get('settings.set', {
      ...typed,
      institution: { ...typed.institution, city: 'Kota Ketikan' },
    });
    await publish();
    await takeCode(await exported());
    expect((await counsellor.calls.get('settings.get', {})).institution.city).toBe('Kota Ketikan');
    expect(officeOf(counsellor.vault.records).city).toBe('Kota Contoh');
    await counsellor.calls.get('office.choose', { source: 'own' });
    for (const at of [null, '2040-01-01T00:00:00.000Z'])
      expect(officeOf(counsellor.vault.records, '', at)).toMatchObject({ city: 'Kota Ketikan', logo: null });
    expect((await counsellor.calls.get('office.settings', {})).institution.city).toBe('Kota Ketikan');
  });

  it('is renewed by a higher number, and papers show the one of their day', async () => {
    await publish();
    const first = await exported();
    await takeCode(first);
    await publish({ town: 'Kota Baru' });
    const { issuedAt } = unwrap(readSignedFile('profile', await exported())).payload;
    expect(await takeCode(await exported())).toBe('ok');
    expect(await takeCode(await exported())).toBe('ok');
    const { records } = counsellor.vault;
    expect(officeOf(records).city).toBe('Kota Baru');
    expect(officeOf(records, '', '2020-01-01T00:00:00.000Z').city).toBe('Kota Contoh');
    expect(officeOf(records, '', new Date(Date.parse(issuedAt) + 3_600_000).toISOString()).city).toBe('Kota Baru');
    expect(counsellor.audited().filter((kind) => kind === 'officeTaken')).toHaveLength(2);
    expect(await takeCode(first)).toBe('profileOlder');
  });

  it('is no kop of another institution: of that nothing is known but its name', async () => {
    await publish();
    expect(officeOf(officer.vault.records, 'Dinas Lain')).toEqual({
      name: 'Dinas Lain',
      parents: [],
      unit: '',
      address: '',
      city: '',
      contact: '',
      logo: null,
      style: 'regional',
    });
  });
});

describe('refused, and nothing written, is a profile', () => {
  const refusedWith = async (file: Uint8Array): Promise<string> => {
    const before = dumpVault(counsellor.vault);
    const code = await takeCode(file);
    expect(dumpVault(counsellor.vault)).toBe(before);
    return code;
  };

  it('of another root, of another directory, another one under the same number', async () => {
    await publish();
    await takeCode(await exported());
    expect(await refusedWith(await signed({ serial: 2 }, counsellor))).toBe('profileOtherRoot');
    expect(await refusedWith(await signed({ serial: 2, directoryId: 'ab'.repeat(16) }))).toBe('profileOtherRoot');
    expect(await refusedWith(await signed({ town: 'Kota Lain' }))).toBe('profileFork');
  });

  it('that was tampered with, is none, or has a logo that is no picture', async () => {
    await publish();
    const good = JSON.parse((await exported()).toString());
    const payload = JSON.parse(Buffer.from(good.payload, 'base64').toString());
    const forged = Buffer.from(JSON.stringify({ ...payload, town: 'Kota Lain' })).toString('base64');
    expect(await refusedWith(Buffer.from(JSON.stringify({ ...good, payload: forged })))).toBe('signedFileInvalid');
    expect(await refusedWith(directoryOf(officer.vault).file)).toBe('signedFileOtherKind');
    const svg = Buffer.from('<svg onload="alert(1)"/>').toString('base64');
    for (const data of [svg, pngOf(2001, 1).toString('base64'), `${pngOf().toString('base64').slice(0, -8)}AAAAAAA=`])
      expect(await refusedWith(await signed({ serial: 9, logo: { mediaType: 'image/png', data } }))).toBe(
        'signedFileInvalid',
      );
  });

  it('where no directory is trusted, or that who publishes none would sign', async () => {
    await publish();
    const stranger = await newDesk(people.assessor, ['assessor']);
    expect(await takeCode(await exported(), stranger)).toBe('noDirectory');
    expect(await stranger.calls.code('office.publish', officeContents)).toBe('notPublisher');
    expect(await counsellor.calls.code('office.publish', officeContents)).toBe('notPublisher');
    expect(await counsellor.calls.code('office.export', {})).toBe('noProfile');
    const data = Buffer.from('<svg/>').toString('base64');
    const logo = { mediaType: 'image/png' as const, data };
    expect(await officer.calls.code('office.publish', { ...officeContents, logo })).toBe('logoNotPicture');
  });
});

describe('a logo file', () => {
  it.each([
    ['ok', () => pngOf()],
    ['logoNotPicture', () => Buffer.from('<svg/>')],
    ['logoTooLarge', () => Buffer.alloc(200 * 1024 + 1)],
    ['logoTooLarge', () => Buffer.alloc(12 * 1024 * 1024 + 1)],
    ['logoTooManyPixels', () => pngOf(2001, 1)],
  ])('%s', async (code, make) => {
    expect(await officer.calls.code('office.readLogo', { fileToken: officer.token(make()) })).toBe(code);
  });
});

describe('an invitation', () => {
  const invited = { person: people.assessor, roles: ['assessor' as const] };
  const invite = (withProfile: boolean) =>
    saved(officer.calls, () => officer.calls.get('invitation.make', { ...invited, withProfile }));

  it('brings the profile, with which the new vault begins', async () => {
    await publish();
    const opened = unwrap(readInvitation(await invite(true)));
    const assessor = await newDesk(people.assessor, ['assessor']);
    acceptInvitation({ clock: systemClock }, writable(assessor.vault.records), opened);
    expect(officeOf(assessor.vault.records)).toMatchObject({ unit: officeContents.unit, city: 'Kota Contoh' });
  });

  it('that is to bring none, or where there is none, is as 0.3 reads it', async () => {
    expect(unwrap(readInvitation(await invite(true))).invitation.format).toBe('bilik/invitation/v1');
    await publish();
    expect(unwrap(readInvitation(await invite(false))).invitation.format).toBe('bilik/invitation/v1');
  });

  it('with a profile of another root or directory inside is no invitation', async () => {
    await publish();
    const { invitation } = unwrap(readInvitation(await invite(true)));
    for (const file of [await signed({}, counsellor), await signed({ directoryId: 'ab'.repeat(16) })]) {
      const profile = Buffer.from(file).toString('base64');
      const forged = writeSignedFile('invitation', { ...invitation, profile } as typeof invitation, officer.vault);
      expect(codeOf(readInvitation(forged))).toBe('signedFileInvalid');
    }
  });
});
