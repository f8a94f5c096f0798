import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wordsOfKey } from '../../../electron/backend/formats/identity/words-of-key.ts';
import { toHex } from '../../../shared/kernel/bytes.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { foundDirectory, since } from '../../fixtures/directory.ts';
import { foundInstitution } from '../../fixtures/institution.ts';
import { joinWith03, type Old, updated } from '../../fixtures/joined-03.ts';
import { officeContents } from '../../fixtures/office.ts';
import * as people from '../../fixtures/people/cast.ts';
import { type ReleasedMember, startReleased } from '../../fixtures/released-member.ts';
import { type Desk, newDesk, saved } from './support.ts';

// Cards, invitations, directories and the identity file between the released 0.3 and now, both ways.

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** A vault of 0.3 in its own program. */
const desk03 = async (): Promise<ReleasedMember> => {
  const program = startReleased('0.3');
  await program.ask({ do: 'make', person: people.counsellor, roles: ['counsellor'] });
  return program;
};

/** A call on a file in 0.3. */
const read03 = <T extends object>({ ask }: ReleasedMember, method: string, file: Uint8Array, input = {}): Promise<T> =>
  ask<T>({ do: 'call', method, input, file: base64(file) });

/** What a call of 0.3 saves. */
const saved03 = async ({ ask }: ReleasedMember, method: string, input: object = {}): Promise<Buffer> => {
  const saveTo = join(temporaryFolder(), 'keluar');
  expect(await ask<object>({ do: 'call', method, input, saveTo })).toMatchObject({ saved: true });
  return readFileSync(saveTo);
};

const inspect = ({ calls, token }: Desk, file: Uint8Array) =>
  calls.get('identity.inspectFile', { fileToken: token(file) });

const newOfficer = async (): Promise<Desk> => {
  const officer = await newDesk(people.personnelOfficer, ['personnelOfficer']);
  await foundDirectory(officer.vault, []);
  return officer;
};

const roles = since(['counsellor']);
const certifying = (words: readonly string[]) => ({ words, roles, entryId: null, formerKey: null });

describe('between the released 0.3 and now', () => {
  it('a card of now is read and certified by 0.3, whose directory is trusted here', async () => {
    const [old, now] = [await desk03(), await newDesk(people.assessor, ['assessor'])];
    const words = wordsOfKey(now.key);
    const card = await now.card();
    expect(await read03(old, 'identity.inspectFile', card)).toMatchObject({
      kind: 'card',
      state: 'new',
      words,
      card: { person: { name: people.assessor.name } },
    });
    await read03(old, 'directory.certify', card, certifying(words));
    const directory = await saved03(old, 'directory.export');
    const said = await inspect(now, directory);
    expect(said).toMatchObject({ kind: 'directory', state: 'untrusted', certifiesSelf: true, members: 2 });
    const fileToken = now.token(directory);
    await now.calls.get('directory.trust', { fileToken, words: [...said.words] });
    expect(await now.calls.get('identity.status', {})).toMatchObject({ certifiedRoles: ['counsellor'] });
  });

  it('a card and an invitation of 0.3 are read here', async () => {
    const [old, officer] = [await desk03(), await newOfficer()];
    const card = await saved03(old, 'identity.exportCard');
    const read = await inspect(officer, card);
    expect(read).toMatchObject({ kind: 'card', state: 'new', card: { person: { name: people.counsellor.name } } });
    const certified = { fileToken: officer.token(card), ...certifying(read.words) };
    await officer.calls.get('directory.certify', certified as never);
    const members = await officer.calls.get('directory.members', {});
    expect(members.map(({ person }) => person.name)).toContain(people.counsellor.name);
    const invitation = await saved03(old, 'invitation.make', { person: people.assessor, roles: ['assessor'] });
    expect(await inspect(officer, invitation)).toMatchObject({ kind: 'invitation', name: people.assessor.name });
  });

  it('an invitation of now is read by 0.3', async () => {
    const [old, officer] = [await desk03(), await newOfficer()];
    const invited = { person: people.counsellor, roles: ['counsellor' as const] };
    const file = await saved(officer.calls, () => officer.calls.get('invitation.make', invited));
    expect(await read03(old, 'identity.inspectFile', file)).toEqual({
      kind: 'invitation',
      institution: people.institution,
      name: people.counsellor.name,
      words: wordsOfKey(officer.key),
    });
  });

  it('of a publisher with a profile, 0.3 reads the invitation that brings none, and no other file of it', async () => {
    const [old, officer] = [await desk03(), await newOfficer()];
    await officer.calls.get('office.publish', officeContents);
    const invited = { person: people.counsellor, roles: ['counsellor' as const] };
    const invite = (withProfile: boolean) =>
      saved(officer.calls, () => officer.calls.get('invitation.make', { ...invited, withProfile }));
    expect(await read03(old, 'identity.inspectFile', await invite(false))).toMatchObject({ kind: 'invitation' });
    const profile = await saved(officer.calls, () => officer.calls.get('office.export', {}));
    for (const file of [await invite(true), profile])
      await expect(read03(old, 'identity.inspectFile', file)).rejects.toThrow('signedFileInvalid');
  });

  it('the next serial of a directory of now is taken in by 0.3', async () => {
    const institution = await foundInstitution({ head: { person: people.personnelHead, roles: ['personnelHead'] } });
    const { old } = await joinWith03(institution, { old: { person: people.assessor, roles: ['assessor'] } });
    const before = institution.directory.serial;
    const file = institution.publish((directory) => directory);
    expect(await read03(old, 'identity.inspectFile', file)).toMatchObject({
      kind: 'directory',
      state: 'newer',
      words: wordsOfKey(toHex(institution.members.head.vault.publicKey)),
    });
    expect(await read03(old, 'directory.update', file)).toMatchObject({ serial: before + 1 });
    expect(await read03(old, 'identity.inspectFile', file)).toMatchObject({ state: 'same' });
  });

  it('the identity file of a vault says the same after its update', async () => {
    const old = await desk03();
    const undated = (file: Buffer): string => file.toString('utf8').replace(/^# created: .*$/m, '');
    const before = undated(await saved03(old, 'identity.exportReceiving', { passphrase: null }));
    expect(before).toMatch(/^# public key: age1\w+\nAGE-SECRET-KEY-1\w+$/m);
    const { calls } = await updated(old as Old);
    const now = await saved(calls, () => calls.get('identity.exportReceiving', { protection: 'none' }));
    expect(undated(now)).toBe(before);
  });
});
