import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../electron/backend/crypto/clock.ts';
import { transactRecords } from '../../../electron/backend/db/transact.ts';
import { writeSignedFile } from '../../../electron/backend/formats/identity/signed-file.ts';
import { wordsOfKey } from '../../../electron/backend/formats/identity/words-of-key.ts';
import {
  judgeDirectory,
  takeDirectory,
  trustedDirectory,
} from '../../../electron/backend/identity/trusted-directory.ts';
import type { Directory } from '../../../shared/domain/identity/directory.ts';
import { certify, directoryOf, foundDirectory, since, trust, update } from '../../fixtures/directory.ts';
import { dumpVault } from '../../fixtures/dump.ts';
import { codeOf } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';
import { type Desk, newDesk } from './support.ts';

let officer: Desk;
let counsellor: Desk;
let assessor: Desk;
beforeEach(async () => {
  officer = await newDesk(people.personnelOfficer, ['personnelOfficer']);
  counsellor = await newDesk(people.counsellor, ['counsellor']);
  assessor = await newDesk(people.assessor, ['assessor']);
  await foundDirectory(officer.vault, [{ vault: counsellor.vault, roles: ['counsellor'] }]);
});

const fileOf = (desk: Desk): Uint8Array => directoryOf(desk.vault).file;
/** A directory that the officer signed beside the ones that are published. */
const signed = (change: Partial<Directory>, by = officer): Uint8Array =>
  writeSignedFile('directory', { ...directoryOf(officer.vault).directory, ...change }, by.vault);
const hashOf = (file: Uint8Array): string =>
  createHash('sha256')
    .update(Buffer.from(JSON.parse(new TextDecoder().decode(file)).payload, 'base64'))
    .digest('hex');

const updateCode = (desk: Desk, file: Uint8Array) =>
  desk.calls.code('directory.update', { fileToken: desk.token(file) });
const trustCode = (desk: Desk, file: Uint8Array, words: string[]) =>
  desk.calls.code('directory.trust', { fileToken: desk.token(file), words });
const stateOf = async (desk: Desk, file: Uint8Array) => {
  const said = await desk.calls.get('identity.inspectFile', { fileToken: desk.token(file) });
  if (said.kind !== 'directory') throw new Error(said.kind);
  return said.state;
};
const refused = async (desk: Desk, call: () => Promise<string>): Promise<string> => {
  const before = dumpVault(desk.vault);
  const code = await call();
  expect(dumpVault(desk.vault)).toBe(before);
  return code;
};

describe('trusting a directory', () => {
  it('takes it in once its ten words were compared', async () => {
    expect(await stateOf(assessor, fileOf(officer))).toBe('untrusted');
    expect(await trustCode(assessor, fileOf(officer), wordsOfKey(officer.key))).toBe('ok');
    expect(await assessor.calls.get('identity.status', {})).toMatchObject({
      directory: { serial: 2, own: false, members: 2, words: wordsOfKey(officer.key) },
      certifiedRoles: null,
    });
    expect(assessor.audited()).toEqual(['directoryTrusted']);
  });

  it('certifies who is in it', async () => {
    expect(await counsellor.calls.get('identity.status', {})).toMatchObject({ certifiedRoles: ['counsellor'] });
    const members = await counsellor.calls.get('directory.members', {});
    expect(members.map(({ self }) => self)).toEqual([false, true]);
    const said = await counsellor.calls.get('identity.inspectFile', { fileToken: counsellor.token(fileOf(officer)) });
    expect(said).toMatchObject({ kind: 'directory', certifiesSelf: true, members: 2, state: 'same' });
    const other = await assessor.calls.get('identity.inspectFile', { fileToken: assessor.token(fileOf(officer)) });
    expect(other).toMatchObject({ certifiesSelf: false });
  });

  it('is refused with the words of another key', async () => {
    const call = () => trustCode(assessor, fileOf(officer), wordsOfKey(assessor.key));
    expect(await refused(assessor, call)).toBe('wordsDiffer');
  });

  it('is refused for a card and for what was changed', async () => {
    const card = await counsellor.card();
    const words = wordsOfKey(counsellor.key);
    expect(await refused(assessor, () => trustCode(assessor, card, words))).toBe('signedFileOtherKind');
    const changed = Uint8Array.from(fileOf(officer));
    changed[400] = (changed[400] ?? 0) ^ 1;
    expect(await refused(assessor, () => trustCode(assessor, changed, words))).toBe('signedFileInvalid');
  });

  it('again changes nothing but the time of trust', async () => {
    await trustCode(assessor, fileOf(officer), wordsOfKey(officer.key));
    expect(await trustCode(assessor, fileOf(officer), wordsOfKey(officer.key))).toBe('ok');
    expect(directoryOf(assessor.vault).directory.serial).toBe(2);
  });
});

describe('updating the directory', () => {
  it('takes a later serial without asking, also when some are skipped', async () => {
    await certify(officer.vault, { vault: assessor.vault, roles: ['assessor'] });
    expect(await stateOf(counsellor, fileOf(officer))).toBe('newer');
    expect(await updateCode(counsellor, fileOf(officer))).toBe('ok');
    for (const role of ['coach', 'mentor'] as const) {
      const { entryId } = directoryOf(officer.vault).directory.entries[1]!;
      await officer.calls.get('directory.setRoles', { entryId, roles: since([role]) });
    }
    expect(update(counsellor.vault, officer.vault).serial).toBe(5);
    expect(await stateOf(counsellor, fileOf(officer))).toBe('same');
    const kinds = counsellor.audited().filter((kind) => kind.startsWith('directory'));
    expect(kinds).toEqual(['directoryTrusted', 'directoryTaken', 'directoryTaken']);
  });

  it('takes the same one again without a change', async () => {
    expect(await refused(counsellor, () => updateCode(counsellor, fileOf(officer)))).toBe('ok');
  });

  it('is refused before any was trusted', async () => {
    expect(await refused(assessor, () => updateCode(assessor, fileOf(officer)))).toBe('noDirectory');
  });

  it('is refused for an older serial', async () => {
    const first = fileOf(officer);
    await certify(officer.vault, { vault: assessor.vault, roles: ['assessor'] });
    update(counsellor.vault, officer.vault);
    expect(await stateOf(counsellor, first)).toBe('older');
    expect(await refused(counsellor, () => updateCode(counsellor, first))).toBe('directoryOlder');
    expect(await refused(counsellor, () => trustCode(counsellor, first, wordsOfKey(officer.key)))).toBe(
      'directoryOlder',
    );
  });

  it.each([
    ['another with the same serial', () => signed({ institution: 'Kementerian Lain' })],
    ['the next one that does not follow from this one', () => signed({ serial: 3, previous: 'f'.repeat(64) })],
    ['one of the same root with another name', () => signed({ serial: 9, directoryId: 'f'.repeat(32) })],
  ])('is refused as a fork for %s', async (_what, make) => {
    const file = make();
    expect(await stateOf(counsellor, file)).toBe('fork');
    expect(await refused(counsellor, () => updateCode(counsellor, file))).toBe('directoryFork');
    expect(await refused(counsellor, () => trustCode(counsellor, file, wordsOfKey(officer.key)))).toBe('directoryFork');
  });

  it('is refused as a fork for an older serial that is not the one that was here', async () => {
    const second = fileOf(officer);
    await certify(officer.vault, { vault: assessor.vault, roles: ['assessor'] });
    update(counsellor.vault, officer.vault);
    const forked = signed({ serial: 2 });
    expect(await stateOf(counsellor, forked)).toBe('fork');
    expect(await refused(counsellor, () => updateCode(counsellor, forked))).toBe('directoryFork');
    expect(await refused(counsellor, () => updateCode(counsellor, second))).toBe('directoryOlder');
  });

  it('takes the next one that follows', async () => {
    expect(await updateCode(counsellor, signed({ serial: 3, previous: hashOf(fileOf(officer)) }))).toBe('ok');
  });

  it('is refused for another root', async () => {
    const file = signed({}, assessor);
    expect(await stateOf(counsellor, file)).toBe('otherRoot');
    expect(await refused(counsellor, () => updateCode(counsellor, file))).toBe('directoryOtherRoot');
  });

  it('brings a publisher whose vault was restored from a copy up to its own later serial', async () => {
    const later = signed({ serial: 4, previous: '1'.repeat(64) });
    expect(await updateCode(officer, later)).toBe('ok');
    const { entryId } = directoryOf(officer.vault).directory.entries[1]!;
    const { serial } = await officer.calls.get('directory.setRoles', { entryId, roles: since(['coach']) });
    expect(serial).toBe(5);
    expect(directoryOf(officer.vault).directory.previous).toBe(hashOf(later));
  });
});

describe('takeDirectory', () => {
  it("works in the caller's transaction: what fails later takes it back", async () => {
    const file = signed({ serial: 3, previous: hashOf(fileOf(officer)) });
    const before = dumpVault(counsellor.vault);
    const failed = transactRecords(counsellor.vault.records, (tx) => {
      expect(takeDirectory({ clock: systemClock }, tx, file)).toEqual({
        ok: true,
        value: { serial: 3, changed: true },
      });
      expect(takeDirectory({ clock: systemClock }, tx, file)).toMatchObject({ value: { changed: false } });
      return { ok: false, error: { code: 'refused' } } as const;
    });
    expect(codeOf(failed)).toBe('refused');
    expect(dumpVault(counsellor.vault)).toBe(before);
    expect(trustedDirectory(counsellor.vault.records)?.directory.serial).toBe(2);
  });

  it('judges without writing, a card and garbage included', async () => {
    const current = trustedDirectory(counsellor.vault.records);
    expect(judgeDirectory(current, fileOf(officer))).toMatchObject({ ok: true, value: { newer: false } });
    expect(codeOf(judgeDirectory(null, fileOf(officer)))).toBe('noDirectory');
    expect(codeOf(judgeDirectory(current, await counsellor.card()))).toBe('signedFileInvalid');
    expect(codeOf(judgeDirectory(current, Uint8Array.of(1, 2)))).toBe('signedFileInvalid');
  });
});

describe('another publisher', () => {
  const head = async (): Promise<Desk> => {
    const desk = await newDesk(people.personnelHead, ['personnelHead']);
    await certify(officer.vault, { vault: desk.vault, roles: ['personnelHead'] });
    trust(desk.vault, fileOf(officer), officer.key);
    return desk;
  };
  const takeOver = (desk: Desk, roles = since(['personnelHead'])) =>
    desk.calls.code('directory.found', { roles, takeOver: true });

  it('takes the members over; they trust the new root after its words were compared, and no longer the old one', async () => {
    const successor = await head();
    expect(await takeOver(successor)).toBe('ok');
    const { directory } = directoryOf(successor.vault);
    expect(directory).toMatchObject({ serial: 1, previous: null });
    expect(directory.entries.map(({ person }) => person.name)).toEqual([
      people.personnelOfficer.name,
      people.counsellor.name,
      people.personnelHead.name,
    ]);
    const file = fileOf(successor);
    expect(await refused(counsellor, () => updateCode(counsellor, file))).toBe('directoryOtherRoot');
    expect(await trustCode(counsellor, file, wordsOfKey(successor.key))).toBe('ok');
    expect(await counsellor.calls.get('identity.status', {})).toMatchObject({ certifiedRoles: ['counsellor'] });
    const old = signed({ serial: 9, previous: '1'.repeat(64) });
    expect(await refused(counsellor, () => updateCode(counsellor, old))).toBe('directoryOtherRoot');
    expect(await trustCode(counsellor, signed({ serial: 1 }), wordsOfKey(officer.key))).toBe('directoryOlder');
  });

  it('is no member without a personnel role in the directory, nor one whose key was revoked', async () => {
    expect(await refused(counsellor, () => takeOver(counsellor))).toBe('roleMissing');
    const successor = await head();
    const entry = directoryOf(officer.vault).directory.entries.at(-1)!;
    await officer.calls.get('directory.revoke', { entryId: entry.entryId, key: successor.key, reason: 'left' });
    update(successor.vault, officer.vault);
    expect(await refused(successor, () => takeOver(successor))).toBe('roleMissing');
  });

  it('is neither the present one, nor anybody where there is none to take over, nor a member by founding anew', async () => {
    expect(await refused(officer, () => takeOver(officer, since(['personnelOfficer'])))).toBe('directoryExists');
    const fresh = await newDesk(people.personnelHead, ['personnelHead']);
    expect(await refused(fresh, () => takeOver(fresh))).toBe('directoryExists');
    const successor = await head();
    const anew = () => successor.calls.code('directory.found', { roles: since(['personnelHead']) });
    expect(await refused(successor, anew)).toBe('directoryExists');
  });
});

describe('a card seen by somebody who has a directory', () => {
  const inspected = async (desk: Desk, card: Uint8Array) => {
    const said = await desk.calls.get('identity.inspectFile', { fileToken: desk.token(card) });
    if (said.kind !== 'card') throw new Error(said.kind);
    return { state: said.state, entryId: said.entryId, words: said.words };
  };

  it('is of nobody, of somebody known, of somebody with a new vault, or revoked', async () => {
    const entryId = directoryOf(officer.vault).directory.entries[1]!.entryId;
    expect(await inspected(officer, await assessor.card())).toMatchObject({ state: 'new', entryId: null });
    expect(await inspected(officer, await counsellor.card())).toEqual({
      state: 'known',
      entryId,
      words: wordsOfKey(counsellor.key),
    });
    const renewed = await newDesk(people.counsellor, ['counsellor']);
    expect(await inspected(officer, await renewed.card())).toMatchObject({ state: 'newKey', entryId });
    await certify(officer.vault, { vault: renewed.vault, roles: ['counsellor'] }, { entryId, formerKey: 'replaced' });
    expect(await inspected(officer, await counsellor.card())).toMatchObject({ state: 'revoked', entryId });
    expect(await inspected(assessor, await counsellor.card())).toMatchObject({ state: 'new', entryId: null });
  });

  it('is left to a person where two could be meant', async () => {
    const namesake = await newDesk({ ...people.counsellor, nip: '', unit: '' }, ['counsellor']);
    await certify(officer.vault, { vault: namesake.vault, roles: ['coach'] });
    const third = await newDesk({ ...people.counsellor, nip: '' }, ['counsellor']);
    expect(await inspected(officer, await third.card())).toMatchObject({ state: 'newKey', entryId: null });
  });

  it('is refused when it is no signed file', async () => {
    const fileToken = officer.token(Buffer.from('{}'));
    expect(await officer.calls.code('identity.inspectFile', { fileToken })).toBe('signedFileInvalid');
  });
});
