import { expect, it } from 'vitest';
import { writeSignedFile } from '../../../electron/backend/formats/identity/signed-file.ts';
import { wordsOfKey } from '../../../electron/backend/formats/identity/words-of-key.ts';
import { insertDirectory } from '../../../electron/backend/identity/directory-rows.ts';
import { isFull } from '../../../electron/backend/identity/publish-directory.ts';
import { type DirectoryEntry, directoryLimits } from '../../../shared/domain/identity/directory.ts';
import { toPublicPerson } from '../../../shared/domain/identity/public-person.ts';
import { directoryOf, foundDirectory, since } from '../../fixtures/directory.ts';
import * as people from '../../fixtures/people/cast.ts';
import { sampleRecipient } from '../../fixtures/recipient.ts';
import { writable } from '../../fixtures/writable.ts';
import { newDesk, saved } from './support.ts';

const names = Array.from({ length: 6 }, (_, index) => `${index} ${'x'.repeat(190)}`);

const entryOf = (index: number): DirectoryEntry =>
  ({
    entryId: index.toString(16).padStart(32, '0'),
    person: toPublicPerson(people.otherEmployee),
    formerNames: names,
    roles: since(['employee']),
    keys: [
      {
        key: index.toString(16).padStart(64, '0'),
        recipient: sampleRecipient,
        vaultId: '1'.repeat(32),
        documentKey: '2'.repeat(64),
        from: '2026-01-01T00:00:00.000Z',
        revoked: null,
      },
    ],
  }) as DirectoryEntry;

it('is full at its limits of people and keys', () => {
  const current = { file: new Uint8Array(), directory: null as never, rootKey: '', takenAt: '' };
  const [entry] = [entryOf(1)];
  expect(isFull(current, Array(directoryLimits.entries).fill(entry))).toBe(false);
  expect(isFull(current, Array(directoryLimits.entries + 1).fill(entry))).toBe(true);
  const keys = (count: number) => [{ ...entry, keys: Array(count).fill(entry.keys[0]) }];
  expect(isFull(current, keys(directoryLimits.keys))).toBe(false);
  expect(isFull(current, keys(directoryLimits.keys + 1))).toBe(true);
});

it('past its size certifies nobody more, while keys can be revoked, roles end, and people be invited', async () => {
  const officer = await newDesk(people.personnelOfficer, ['personnelOfficer']);
  const counsellor = await newDesk(people.counsellor, ['counsellor']);
  await foundDirectory(officer.vault, []);
  const { directory } = directoryOf(officer.vault);
  const count = Math.ceil(directoryLimits.bytes / 2300);
  const entries = [...directory.entries, ...Array.from({ length: count }, (_, index) => entryOf(index))];
  const next = { ...directory, serial: 2, entries };
  const file = writeSignedFile('directory', next, officer.vault);
  expect(file.length).toBeGreaterThan(directoryLimits.bytes);
  const { directoryId } = directory;
  insertDirectory(writable(officer.vault.records), {
    rootKey: officer.key,
    directoryId,
    serial: 2,
    file,
    takenAt: 'x',
  });

  const { calls } = officer;
  const card = { fileToken: officer.token(await counsellor.card()), words: wordsOfKey(counsellor.key) };
  const certification = { ...card, roles: since(['counsellor']), entryId: null, formerKey: null };
  expect(await calls.code('directory.certify', certification)).toBe('directoryFull');
  const { entryId, keys } = entryOf(7);
  const more = since(['employee', 'coach']);
  expect(await calls.code('directory.setRoles', { entryId, roles: more })).toBe('directoryFull');
  expect(await calls.code('directory.setRoles', { entryId, roles: [] })).toBe('ok');
  expect(await calls.code('directory.revoke', { entryId, key: keys[0]!.key, reason: 'left' })).toBe('ok');
  const invitation = { person: people.counsellor, roles: ['counsellor' as const] };
  const made = await saved(calls, () => calls.get('invitation.make', invitation));
  expect(await calls.get('identity.inspectFile', { fileToken: officer.token(made) })).toMatchObject({
    kind: 'invitation',
  });
});
