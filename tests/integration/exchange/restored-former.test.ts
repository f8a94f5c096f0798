import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { expect, it } from 'vitest';
import { describeBackup } from '../../../electron/backend/backup/restore-backup.ts';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { systemClock } from '../../../electron/backend/crypto/clock.ts';
import { systemRandom } from '../../../electron/backend/crypto/random.ts';
import { transactRecords } from '../../../electron/backend/db/transact.ts';
import { confirmationOf } from '../../../electron/backend/desk/readings/readings.ts';
import { beginEpoch } from '../../../electron/backend/exchange/ledger/epoch.ts';
import { toKeyFileSet, writeKeyFileRecord } from '../../../electron/backend/vault/key-file-record.ts';
import { sealKeyFile, sealRecoveryFile, vaultFiles } from '../../../electron/backend/vault/key-files.ts';
import { unlockedOf } from '../../../electron/backend/vault/unlocked.ts';
import type { OpenVault } from '../../../electron/backend/vault/vault.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { restoredVault } from '../../fixtures/backups.ts';
import { callsOn } from '../../fixtures/calls.ts';
import { attach, contents, step } from '../../fixtures/case-steps.ts';
import { evaluated, observed, sign } from '../../fixtures/case-walks.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { foundInstitution, look, type Member, pass, send, take } from '../../fixtures/institution.ts';
import { passphrase, unwrap } from '../../fixtures/made-vault.ts';
import { certifyNew, renewIdentity, takeAll } from '../../fixtures/new-identity.ts';
import * as people from '../../fixtures/people/cast.ts';

// A backup from before another identity is restored: its vault would sign by a key that others may have.

const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  assessor: { person: people.assessor, roles: ['assessor'] },
} as const;

/** Gives a vault of a test the key files that it would have. */
const giveKeyFiles = async ({ dir, keys, records }: OpenVault): Promise<void> => {
  const recipient = await identityToRecipient(await generateX25519Identity());
  const [key, recovery] = [await sealKeyFile(keys, passphrase), await sealRecoveryFile(keys, recipient)];
  for (const name of ['key', 'keyCopy'] as const) writeFileSync(join(dir, vaultFiles[name]), key);
  writeFileSync(join(dir, vaultFiles.recovery), recovery);
  const current = toKeyFileSet(keys.generation, key, recovery);
  unwrap(
    transactRecords(records, (tx) =>
      ok(writeKeyFileRecord(tx, { current, pending: [], recoveryRecipient: recipient })),
    ),
  );
};

/** Makes a backup at a moment; its path. */
const backUp = async ({ vault }: Member, place: string, at: string): Promise<string> => {
  const before = new Set(readdirSync(place));
  await giveKeyFiles(vault);
  const calls = callsOn(vault, { now: () => Date.parse(at) });
  await calls.get('backup.setPlace', { folderToken: calls.context.files.issue('folder', place) });
  await calls.get('backup.make', {});
  return join(place, readdirSync(place).find((name) => !before.has(name)) ?? '');
};

/** The member whose vault is that of a backup, as `vault.restore` leaves it. */
const restored = async (member: Member, path: string): Promise<Member> => {
  const vault = await restoredVault(path);
  unwrap(transactRecords(vault.records, (tx) => ok(beginEpoch(systemRandom, tx))));
  const exchange = unlockedOf({ vault, clock: systemClock, random: systemRandom });
  return { ...member, vault, exchange, calls: callsOn(vault) };
};

const actsOf = ({ vault }: Member, caseId: string) => loadCase(vault.records, caseId).acts.length;

it('is told beside a newer backup, and by the directory before anything is signed; nothing comes twice', async () => {
  const { members } = await foundInstitution(cast);
  const { head, officer, assessor } = members;
  const caseId = await observed(assessor.calls);
  await evaluated(assessor.calls, caseId);
  const attachmentIds = [await attach(assessor.calls, '%PDF-1.7 lampiran laporan')];
  const report = await sign(assessor.calls, caseId, 'reportSubmitted', 'assessor', { attachmentIds });
  await pass(assessor, officer, caseId);
  await sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', { about: report });
  const underWay = await send(officer, assessor, caseId);
  const place = join(temporaryFolder(), 'cadangan');
  mkdirSync(place);
  const former = await backUp(assessor, place, '2026-11-20T01:00:00.000Z');
  await renewIdentity(assessor, 'compromised');
  const newer = await backUp(assessor, place, '2026-11-21T01:00:00.000Z');

  expect(unwrap(await describeBackup(former)).newerByOtherKey).toBe('2026-11-21T01:00:00.000Z');
  expect(unwrap(await describeBackup(newer)).newerByOtherKey).toBeNull();

  const again = await restored(assessor, former);
  // The directory that it has is of the same time: it knows nothing of it yet.
  expect((await again.calls.get('identity.status', {})).revoked).toBeNull();
  const before = actsOf(again, caseId);
  await take(again, underWay);
  expect(await look(again, underWay)).toMatchObject({ held: 'packageDuplicate', acts: [] });
  expect(actsOf(again, caseId)).toBe(before + 1);

  const content = { ...contents.feedbackRecorded, content: 'Dengan kunci lama.' };
  const input = step('feedbackRecorded', 'assessor', { caseId, content });
  const labels = async () => {
    const shown = await confirmationOf(
      { method: 'case.recordAct', kind: 'press', input } as never,
      again.calls.context,
    );
    return unwrap(shown)?.facts.map(({ label }) => label) ?? [];
  };
  expect(await labels()).not.toContain('ownKey');
  takeAll(await certifyNew(head, assessor), officer, again);
  expect((await again.calls.get('identity.status', {})).revoked).toMatchObject({
    reason: 'compromised',
    another: true,
  });
  expect(await labels()).toContain('ownKey');

  // What it signs all the same leaves no more, and what is sealed to the key in its place does not open.
  await sign(again.calls, caseId, 'feedbackRecorded', 'assessor', { content });
  await expect(send(again, officer, caseId)).rejects.toThrow('notCertified');
  const toNext = await send(officer, assessor, caseId, true);
  expect((await look(again, toNext)).held).toBe('packageNotForMe');
  expect(actsOf(officer, caseId)).toBe(before + 1);
});
