import { beforeEach, describe, expect, it } from 'vitest';
import { wordsOfKey } from '../../../electron/backend/formats/identity/words-of-key.ts';
import { trustedDirectory } from '../../../electron/backend/identity/trusted-directory.ts';
import { saveProfile } from '../../../electron/backend/settings/profile.ts';
import { activeKeyOf, type DirectoryEntry, isCertifiedFor } from '../../../shared/domain/identity/directory.ts';
import { toLocalDay } from '../../../shared/kernel/date.ts';
import { asUnlocked, certify, directoryOf, since, trust } from '../../fixtures/directory.ts';
import { dumpVault } from '../../fixtures/dump.ts';
import { unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';
import { type Desk, newDesk } from './support.ts';

let officer: Desk;
let counsellor: Desk;
beforeEach(async () => {
  officer = await newDesk(people.personnelOfficer, ['personnelOfficer']);
  counsellor = await newDesk(people.counsellor, ['counsellor']);
});

const found = (desk: Desk) => desk.calls.get('directory.found', { roles: since(['personnelOfficer']) });
const entryOf = (desk: Desk, key: string): DirectoryEntry | undefined =>
  directoryOf(desk.vault).directory.entries.find(({ keys }) => keys.some((found) => found.key === key));

interface CertifyInput {
  readonly words?: string[];
  readonly entryId?: string | null;
  readonly formerKey?: 'lost' | 'replaced' | null;
}
const certification = async (card: Desk, over: CertifyInput = {}) => ({
  fileToken: officer.token(await card.card()),
  words: wordsOfKey(card.key),
  roles: since(['counsellor']),
  entryId: null,
  formerKey: null,
  ...over,
});
const certifyCode = async (card: Desk, over: CertifyInput = {}) => {
  return officer.calls.code('directory.certify', await certification(card, over));
};

/** Runs a call that must be refused and see that nothing at all was written. */
const refused = async (desk: Desk, call: () => Promise<string>): Promise<string> => {
  const before = dumpVault(desk.vault);
  const code = await call();
  expect(dumpVault(desk.vault)).toBe(before);
  return code;
};

describe('founding a directory', () => {
  it('makes its founder the first member and trusts it', async () => {
    const state = await found(officer);
    expect(state).toMatchObject({ serial: 1, own: true, members: 1, institution: people.institution });
    expect(state.words).toEqual(wordsOfKey(officer.key));
    expect(await officer.calls.get('identity.status', {})).toMatchObject({
      directory: state,
      certifiedRoles: ['personnelOfficer'],
      claimedRoles: ['personnelOfficer'],
      replaced: null,
    });
    expect(await officer.calls.get('directory.members', {})).toMatchObject([
      {
        self: true,
        person: { name: people.personnelOfficer.name, nipTail: '999' },
        currentRoles: ['personnelOfficer'],
      },
    ]);
    expect(officer.audited()).toEqual(['directoryFounded']);
  });

  it('is refused a second time', async () => {
    await found(officer);
    const again = () => officer.calls.code('directory.found', { roles: since(['personnelOfficer']) });
    expect(await refused(officer, again)).toBe('directoryExists');
  });

  it.each([
    ['who claims no role of the personnel unit', 'counsellor', since(['personnelOfficer'])],
    ['who certifies none to himself', 'officer', since(['counsellor'])],
    ['who certifies one that does not hold yet', 'officer', since(['personnelOfficer'], '2999-01-01')],
    ['who certifies another one than he claims', 'officer', since(['personnelHead'])],
  ] as const)('is refused to somebody %s', async (_who, name, roles) => {
    const desk = name === 'officer' ? officer : counsellor;
    expect(await refused(desk, () => desk.calls.code('directory.found', { roles }))).toBe('roleMissing');
  });

  it.each([
    ['that is no day', [{ role: 'personnelOfficer', from: '2026-02-30', to: null }]],
    ['that ends before it begins', [{ role: 'personnelOfficer', from: '2026-02-02', to: '2026-02-01' }]],
    ['without any role', []],
  ] as const)('takes no time %s', async (_what, roles) => {
    const call = () => officer.calls.code('directory.found', { roles: [...roles] as never });
    expect(await refused(officer, call)).toBe('invalidInput');
  });
});

describe('certifying a card', () => {
  beforeEach(() => found(officer));

  it('adds its person under a new serial that follows from the one before', async () => {
    const before = directoryOf(officer.vault);
    expect(await certifyCode(counsellor)).toBe('ok');
    const { directory } = directoryOf(officer.vault);
    expect(directory).toMatchObject({ serial: 2, directoryId: before.directory.directoryId });
    expect(directory.previous).toMatch(/^[0-9a-f]{64}$/);
    expect(entryOf(officer, counsellor.key)).toMatchObject({
      person: { name: people.counsellor.name, unit: people.counsellor.unit, nipTail: '999' },
      roles: since(['counsellor']),
      keys: [{ vaultId: counsellor.vault.instanceId, revoked: null }],
    });
    expect(JSON.stringify(directory)).not.toContain(people.counsellor.nip);
    expect(officer.audited()).toEqual(['directoryFounded', 'memberCertified']);
  });

  it('is refused with other words', async () => {
    const words = wordsOfKey(officer.key);
    expect(await refused(officer, () => certifyCode(counsellor, { words }))).toBe('wordsDiffer');
  });

  it('is refused for a key that is there, also a revoked one', async () => {
    await certifyCode(counsellor);
    expect(await refused(officer, () => certifyCode(counsellor))).toBe('keyKnown');
    const { entryId } = entryOf(officer, counsellor.key)!;
    await officer.calls.get('directory.revoke', { entryId, key: counsellor.key, reason: 'lost' });
    expect(await refused(officer, () => certifyCode(counsellor, { entryId }))).toBe('keyKnown');
  });

  it('is refused for an entry that is not there', async () => {
    const call = () => certifyCode(counsellor, { entryId: 'f'.repeat(32), formerKey: 'lost' });
    expect(await refused(officer, call)).toBe('unknownEntry');
  });

  it("is refused over the publisher's own key, which is the root", async () => {
    const { entryId } = entryOf(officer, officer.key)!;
    expect(await refused(officer, () => certifyCode(counsellor, { entryId, formerKey: 'lost' }))).toBe('ownKey');
  });

  it('is refused to everybody but the publisher', async () => {
    const input = await certification(officer);
    const call = () =>
      counsellor.calls.code('directory.certify', { ...input, fileToken: counsellor.token(Uint8Array.of(1)) });
    expect(await refused(counsellor, call)).toBe('signedFileInvalid');
    const another = await newDesk(people.assessor, ['assessor']);
    const fileToken = counsellor.token(await another.card());
    const valid = { ...input, fileToken, words: wordsOfKey(another.key) };
    expect(await refused(counsellor, () => counsellor.calls.code('directory.certify', valid))).toBe('notPublisher');
    trust(counsellor.vault, directoryOf(officer.vault).file, officer.key);
    expect(await refused(counsellor, () => counsellor.calls.code('directory.certify', valid))).toBe('notPublisher');
  });

  it('is refused for a file of another kind, an unknown token, and a file that is gone', async () => {
    const input = await certification(counsellor);
    const directory = officer.token(directoryOf(officer.vault).file);
    const gone = officer.calls.context.files.issue('file', '/tidak/ada');
    const own = officer.calls.context.files.issue('file', `${officer.vault.dir}/records.db`);
    for (const [fileToken, code] of [
      [directory, 'signedFileOtherKind'],
      ['tidak-ada', 'unknownToken'],
      [gone, 'fileUnreadable'],
      [own, 'fileUnreadable'],
    ] as const) {
      const call = () => officer.calls.code('directory.certify', { ...input, fileToken });
      expect(await refused(officer, call)).toBe(code);
    }
  });
});

describe('a lost or replaced vault', () => {
  it('is certified anew: the former key is revoked with its reason, acts of that time keep their person', async () => {
    await found(officer);
    await certifyCode(counsellor);
    const { entryId } = entryOf(officer, counsellor.key)!;
    const renewed = await newDesk({ ...people.counsellor, name: 'Ratna Teladan, M.Psi., Psikolog' }, ['counsellor']);
    expect(await refused(officer, () => certifyCode(renewed, { entryId }))).toBe('formerKeyReasonMissing');
    expect(await certifyCode(renewed, { entryId, formerKey: 'lost' })).toBe('ok');
    const entry = entryOf(officer, renewed.key)!;
    expect(entry).toMatchObject({
      entryId,
      person: { name: 'Ratna Teladan, M.Psi., Psikolog' },
      formerNames: [people.counsellor.name],
      keys: [
        { key: counsellor.key, revoked: { reason: 'lost' } },
        { key: renewed.key, revoked: null },
      ],
    });
    expect(activeKeyOf(entry)?.key).toBe(renewed.key);
    expect(directoryOf(officer.vault).directory.entries).toHaveLength(2);
  });

  it('that was revoked first needs no reason more', async () => {
    await found(officer);
    await certifyCode(counsellor);
    const { entryId } = entryOf(officer, counsellor.key)!;
    await officer.calls.get('directory.revoke', { entryId, key: counsellor.key, reason: 'compromised' });
    const renewed = await newDesk(people.counsellor, ['counsellor']);
    expect(await certifyCode(renewed, { entryId })).toBe('ok');
    expect(entryOf(officer, renewed.key)).toMatchObject({
      formerNames: [],
      keys: [{ revoked: { reason: 'compromised' } }, { revoked: null }],
    });
  });
});

describe('a change of post', () => {
  const today = toLocalDay(Date.now());

  it('ends one role and begins another; what was done before stays certified', async () => {
    await found(officer);
    await certifyCode(counsellor);
    const { entryId } = entryOf(officer, counsellor.key)!;
    const roles = [
      { role: 'counsellor', from: '2020-01-01', to: '2024-12-31' },
      { role: 'personnelHead', from: '2025-01-01', to: null },
    ] as const;
    const state = await officer.calls.get('directory.setRoles', { entryId, roles: [...roles] });
    expect(state.serial).toBe(3);
    const entry = entryOf(officer, counsellor.key)!;
    expect(isCertifiedFor(entry, 'counsellor', ['2024-06-01'])).toBe(true);
    expect(isCertifiedFor(entry, 'counsellor', [today])).toBe(false);
    const members = await officer.calls.get('directory.members', {});
    expect(members.find((member) => member.entryId === entryId)?.currentRoles).toEqual(['personnelHead']);
    expect(officer.audited().at(-1)).toBe('memberRolesSet');
  });

  it('is refused for nobody, and to everybody but the publisher', async () => {
    await found(officer);
    const nobody = { entryId: 'f'.repeat(32), roles: since(['coach']) };
    expect(await refused(officer, () => officer.calls.code('directory.setRoles', nobody))).toBe('unknownEntry');
    expect(await refused(counsellor, () => counsellor.calls.code('directory.setRoles', nobody))).toBe('notPublisher');
  });
});

describe('revoking a key', () => {
  beforeEach(async () => {
    await found(officer);
    await certifyCode(counsellor);
  });
  const revocation = (over: object = {}) => ({
    entryId: entryOf(officer, counsellor.key)!.entryId,
    key: counsellor.key,
    reason: 'left' as const,
    ...over,
  });

  it('keeps key, reason and time in the directory', async () => {
    await officer.calls.get('directory.revoke', revocation());
    const [key] = entryOf(officer, counsellor.key)!.keys;
    expect(key?.revoked).toMatchObject({ reason: 'left' });
    expect(officer.audited().at(-1)).toBe('keyRevoked');
    trust(counsellor.vault, directoryOf(officer.vault).file, officer.key);
    expect((await counsellor.calls.get('identity.status', {})).certifiedRoles).toBeNull();
  });

  it.each([
    ['unknownEntry', () => revocation({ entryId: 'f'.repeat(32) })],
    ['unknownEntry', () => revocation({ key: 'f'.repeat(64) })],
    ['unknownEntry', () => revocation({ key: officer.key })],
    ['ownKey', () => revocation({ entryId: entryOf(officer, officer.key)!.entryId, key: officer.key })],
  ])('is refused: %s', async (code, input) => {
    expect(await refused(officer, () => officer.calls.code('directory.revoke', input()))).toBe(code);
  });

  it('is refused twice, and to everybody but the publisher', async () => {
    const input = revocation();
    expect(await refused(counsellor, () => counsellor.calls.code('directory.revoke', input))).toBe('notPublisher');
    await officer.calls.get('directory.revoke', input);
    expect(await refused(officer, () => officer.calls.code('directory.revoke', input))).toBe('keyAlreadyRevoked');
  });

  it('takes a worse reason later, at the time that stands, and never a better one', async () => {
    await officer.calls.get('directory.revoke', revocation());
    const [before] = entryOf(officer, counsellor.key)!.keys;
    await officer.calls.get('directory.revoke', revocation({ reason: 'compromised' }));
    const [after] = entryOf(officer, counsellor.key)!.keys;
    expect(after?.revoked).toEqual({ ...before?.revoked, reason: 'compromised' });
    for (const reason of ['compromised', 'replaced', 'lost', 'left']) {
      const input = revocation({ reason });
      expect(await refused(officer, () => officer.calls.code('directory.revoke', input))).toBe('keyAlreadyRevoked');
    }
  });
});

it('says nothing of people in the audit trail', async () => {
  await found(officer);
  await certify(officer.vault, { vault: counsellor.vault, roles: ['counsellor'] });
  const trail =
    dumpVault(officer.vault)
      .split('\n\n')
      .find((table) => table.startsWith('audit\n')) ?? '';
  expect(trail).toContain('memberCertified');
  for (const { name, nip } of [people.counsellor, people.personnelOfficer]) {
    expect(trail).not.toContain(name);
    expect(trail).not.toContain(nip);
  }
});

it('shows the card as the profile is now', async () => {
  const { work } = asUnlocked(counsellor.vault);
  unwrap(saveProfile(work, { person: { ...people.counsellor, position: 'Konselor Utama' }, roles: ['coach'] }));
  expect(trustedDirectory(counsellor.vault.records)).toBeNull();
  const inspected = await officer.calls.get('identity.inspectFile', {
    fileToken: officer.token(await counsellor.card()),
  });
  expect(inspected).toMatchObject({ kind: 'card', card: { roles: ['coach'], person: { position: 'Konselor Utama' } } });
});
