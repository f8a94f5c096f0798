import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../electron/backend/crypto/clock.ts';
import { readInvitation } from '../../../electron/backend/formats/identity/read-invitation.ts';
import { writeSignedFile } from '../../../electron/backend/formats/identity/signed-file.ts';
import { wordsOfKey } from '../../../electron/backend/formats/identity/words-of-key.ts';
import { acceptInvitation } from '../../../electron/backend/identity/accept-invitation.ts';
import { createVault } from '../../../electron/backend/vault/create-vault.ts';
import { readIdentity } from '../../../electron/backend/vault/identity.ts';
import { nodeAtomicFs } from '../../../electron/backend/vault/write-atomically.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { directoryOf, foundDirectory, since, update } from '../../fixtures/directory.ts';
import { codeOf, passphrase, unwrap, vaultDeps } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';
import { writable } from '../../fixtures/writable.ts';
import { lockPage } from './lock-page.ts';
import { type Desk, deskOf, newDesk, saved } from './support.ts';

let officer: Desk;
beforeEach(async () => {
  officer = await newDesk(people.personnelOfficer, ['personnelOfficer']);
  await foundDirectory(officer.vault, []);
});

const invited = { person: people.counsellor, roles: ['counsellor' as const] };
const invite = (): Promise<Buffer> => saved(officer.calls, () => officer.calls.get('invitation.make', invited));

describe('an invitation', () => {
  it('is made by the publisher, remembered and recorded', async () => {
    const file = await invite();
    expect(unwrap(readInvitation(file)).invitation).toMatchObject({
      institution: people.institution,
      person: people.counsellor,
      roles: ['counsellor'],
    });
    const [listed, ...more] = await officer.calls.get('invitation.list', {});
    expect(listed).toMatchObject({ name: people.counsellor.name, roles: ['counsellor'], answered: false });
    expect(more).toEqual([]);
    expect(officer.audited().at(-1)).toBe('invitationMade');
    expect(await officer.calls.get('identity.inspectFile', { fileToken: officer.token(file) })).toEqual({
      kind: 'invitation',
      institution: people.institution,
      name: people.counsellor.name,
      words: wordsOfKey(officer.key),
    });
  });

  it('that is not saved was never made', async () => {
    officer.calls.host.saveTarget = null;
    expect(await officer.calls.get('invitation.make', invited)).toEqual({ saved: false, invitationId: null });
    expect(await officer.calls.get('invitation.list', {})).toEqual([]);
  });

  it('that could not be written is recorded, and is none all the same', async () => {
    const before = officer.audited();
    officer.calls.host.saveTarget = join(temporaryFolder(), 'tidak-ada', 'a.undangan');
    expect(await officer.calls.code('invitation.make', invited)).toBe('exportFailed');
    expect(await officer.calls.get('invitation.list', {})).toEqual([]);
    expect(officer.audited()).toEqual([...before, 'invitationMade']);
  });

  it('is refused to everybody but the publisher', async () => {
    const counsellor = await newDesk(people.counsellor, ['counsellor']);
    expect(await counsellor.calls.code('invitation.make', invited)).toBe('notPublisher');
  });

  it('with a directory of another root inside, or none, is no invitation', async () => {
    const stranger = await newDesk(people.assessor, ['assessor']);
    const { invitation } = unwrap(readInvitation(await invite()));
    const resigned = writeSignedFile('invitation', invitation, stranger.vault);
    const card = Buffer.from(await officer.card()).toString('base64');
    const withCard = writeSignedFile('invitation', { ...invitation, directory: card }, officer.vault);
    for (const file of [resigned, withCard]) {
      expect(codeOf(readInvitation(file))).toBe('signedFileInvalid');
      expect(await officer.calls.code('identity.inspectFile', { fileToken: officer.token(file) })).toBe(
        'signedFileInvalid',
      );
    }
  });
});

describe('the lock page', () => {
  it('tells what an invitation says and whose word it is', async () => {
    const page = lockPage();
    expect(await page.inspect(page.token(await invite()))).toMatchObject({
      ok: true,
      value: {
        institution: people.institution,
        person: people.counsellor,
        roles: ['counsellor'],
        words: wordsOfKey(officer.key),
      },
    });
  });

  it.each([
    ['unknownToken', () => undefined],
    ['signedFileInvalid', () => Buffer.from('x')],
    ['signedFileOtherKind', () => officer.card()],
  ])('refuses: %s', async (code, make) => {
    const page = lockPage();
    const file = await make();
    expect(codeOf(await page.inspect(file === undefined ? 'tidak-ada' : page.token(file)))).toBe(code);
  });

  it('refuses what is no file, or larger than any', async () => {
    const page = lockPage();
    expect(codeOf(await page.inspect(page.files.issue('file', temporaryFolder())))).toBe('fileUnreadable');
    const path = join(temporaryFolder(), 'besar.undangan');
    writeFileSync(path, Buffer.alloc(12 * 1024 * 1024 + 1));
    expect(codeOf(await page.inspect(page.files.issue('file', path)))).toBe('signedFileInvalid');
  });

  it('makes the vault that trusts the directory; its card answers, and is certified', {
    timeout: 120_000,
  }, async () => {
    const page = lockPage();
    const fileToken = page.token(await invite());
    await page.inspect(fileToken);
    page.replace(fileToken, Buffer.from('ditukar'));
    const { vault } = await page.create(fileToken);
    expect(readIdentity(vault.records)).toMatchObject({ institution: people.institution, roles: ['counsellor'] });
    expect(directoryOf(vault).rootKey).toBe(officer.key);
    const counsellor = deskOf(vault);
    expect(counsellor.audited()).toEqual(['vaultCreated', 'directoryTrusted']);

    const fileToken2 = officer.token(await counsellor.card());
    const said = await officer.calls.get('identity.inspectFile', { fileToken: fileToken2 });
    expect(said).toMatchObject({ kind: 'card', state: 'new', answers: people.counsellor.name });
    const certification = { words: wordsOfKey(counsellor.key), roles: since(['counsellor']), formerKey: null };
    await officer.calls.get('directory.certify', { fileToken: fileToken2, entryId: null, ...certification });
    expect(await officer.calls.get('invitation.list', {})).toMatchObject([{ answered: true }]);
    update(vault, officer.vault);
    expect((await counsellor.calls.get('identity.status', {})).certifiedRoles).toEqual(['counsellor']);
  });

  it('makes no vault with an invitation that was not inspected', async () => {
    const page = lockPage();
    const fileToken = page.token(await invite());
    expect(await page.createCode(fileToken)).toBe('unknownToken');
    await page.inspect(fileToken);
    await page.inspect(page.token(await invite()));
    expect(await page.createCode(fileToken)).toBe('unknownToken');
  });
});

describe('a card', () => {
  it('that answers an invitation of somebody else answers none of ours', async () => {
    const stranger = await newDesk(people.personnelHead, ['personnelHead']);
    await foundDirectory(stranger.vault, []);
    const file = await saved(stranger.calls, () => stranger.calls.get('invitation.make', invited));
    const counsellor = await newDesk(people.counsellor, ['counsellor']);
    acceptInvitation({ clock: systemClock }, writable(counsellor.vault.records), unwrap(readInvitation(file)));
    const fileToken = officer.token(await counsellor.card());
    expect(await officer.calls.get('identity.inspectFile', { fileToken })).toMatchObject({ answers: null });
  });

  it('answers once: a second card with the same invitation leaves the first answer', async () => {
    const opened = unwrap(readInvitation(await invite()));
    const ids: string[] = [];
    for (const person of [people.counsellor, people.assessor]) {
      const desk = await newDesk(person, ['counsellor']);
      acceptInvitation({ clock: systemClock }, writable(desk.vault.records), opened);
      await officer.calls.get('directory.certify', {
        fileToken: officer.token(await desk.card()),
        words: wordsOfKey(desk.key),
        roles: since(['counsellor']),
        entryId: null,
        formerKey: null,
      });
      ids.push(directoryOf(officer.vault).directory.entries.at(-1)?.entryId ?? '');
    }
    const rows = officer.vault.records.$client.prepare('SELECT entry_id FROM invitations').pluck().all();
    expect(rows).toEqual([ids[0]]);
  });
});

it('a vault that cannot be moved to its place leaves neither vault nor trust', { timeout: 120_000 }, async () => {
  const opened = unwrap(readInvitation(await invite()));
  const parent = temporaryFolder();
  const full = Object.assign(new Error('full'), { code: 'ENOSPC' });
  const rename = async (from: string, to: string) => {
    if (to.endsWith('Brankas')) throw full;
    return nodeAtomicFs.rename(from, to);
  };
  const deps = { ...vaultDeps, fs: { ...nodeAtomicFs, rename: rename as typeof nodeAtomicFs.rename } };
  const made = await createVault(deps, {
    dir: join(parent, 'Brankas'),
    passphrase,
    person: people.counsellor,
    roles: ['counsellor'],
    institution: people.institution,
    fill: (tx) => acceptInvitation(deps, tx, opened),
  });
  expect(codeOf(made)).toBe('diskFull');
  expect(readdirSync(parent)).toEqual([]);
});
