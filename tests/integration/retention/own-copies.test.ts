import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { noteCopyErased } from '../../../electron/backend/db/erased-copies.ts';
import { meta } from '../../../electron/backend/db/shared-columns.ts';
import { takeDirectory } from '../../../electron/backend/identity/trusted-directory.ts';
import { applyErasedLists } from '../../../electron/backend/retention/erased-list.ts';
import { auditRows } from '../../../electron/backend/trail/audit-chain.ts';
import { unlockedOf } from '../../../electron/backend/vault/unlocked.ts';
import { lastBackupIn, placeBackups, restoredVault } from '../../fixtures/backups.ts';
import { callsOn } from '../../fixtures/calls.ts';
import { copiesOf, releaseCopy, withCopies } from '../../fixtures/copies.ts';
import { dumpVault } from '../../fixtures/dump.ts';
import { enter } from '../../fixtures/enter.ts';
import { look, type Member, pass, send, sendReceipt, take } from '../../fixtures/institution.ts';
import { giveKeyFiles } from '../../fixtures/key-files.ts';
import { openForTest, passphrase, unwrap } from '../../fixtures/made-vault.ts';
import { writable } from '../../fixtures/writable.ts';

// What an employee has are copies, and they are the employee's own: erased by the own decision alone, and taken again
// by nothing else.

const erase = ({ calls }: Pick<Member, 'calls'>, ...hashes: string[]) => calls.get('retention.eraseCopies', { hashes });

const acknowledge = ({ calls }: Member, hash: string, response: string) =>
  calls.get('exchange.acknowledgeCopy', { hash, date: '2026-06-04', response });

const rowsOf = ({ vault }: Member, table: string): number =>
  (vault.records.$client.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n;

const kindsOf = ({ vault }: Member): string[] => [...auditRows(vault.records)].map(({ kind }) => kind);

describe('an own copy', () => {
  it('goes alone with its answer, paper and draft; the other one of its file stays whole', async () => {
    const { assessor, employee, caseId, first, second } = await withCopies({ copyNumber: '77/RHS' });
    const { calls, vault } = employee;
    await acknowledge(employee, first, 'Jawaban rahasia.');
    for (const subjectKey of [first, second]) {
      const draft = { kind: 'copyAcknowledgement', caseId, subjectKey, content: '{"response":"Draf"}' } as const;
      await calls.get('drafts.save', draft);
    }
    const told = ['77/RHS', 'Jawaban rahasia.'].map((text) => Buffer.from(text).toString('hex'));
    const tellsOf = (): string[] => told.filter((text) => dumpVault(vault).includes(text));
    expect(tellsOf()).toEqual(told);
    expect(await erase(employee, first)).toEqual({ copies: 1 });
    expect(await copiesOf(employee)).toEqual([second]);
    expect((await calls.get('drafts.list', { caseId })).map(({ subjectKey }) => subjectKey)).toEqual([second]);
    expect(tellsOf()).toEqual([]);
    expect([rowsOf(employee, 'acts'), rowsOf(employee, 'documents'), rowsOf(employee, 'attachments')]).toEqual([
      1, 1, 1,
    ]);
    expect(vault.records.$client.pragma('foreign_key_check')).toEqual([]);
    expect(kindsOf(employee).filter((kind) => kind === 'copyErased')).toHaveLength(1);
    // Work goes on with the other one, and with whoever released both.
    await acknowledge(employee, second, '');
    await pass(employee, assessor, caseId);
    await take(assessor, await sendReceipt(employee, assessor));
  });

  it('takes its file along when it is the last one, and tells nobody', async () => {
    const { employee, caseId, first, second } = await withCopies();
    const { calls, vault } = employee;
    await calls.get('retention.freeze', { caseId, reason: 'other', note: '' });
    await erase(employee, first, second);
    for (const table of ['acts', 'cases', 'documents', 'attachments', 'attachment_chunks', 'act_holders', 'freezes'])
      expect([table, rowsOf(employee, table)]).toEqual([table, 0]);
    expect(vault.records.$client.pragma('foreign_key_check')).toEqual([]);
    expect((await calls.get('case.retention', {})).erasures).toEqual([]);
    expect(await calls.get('exchange.erasures', {})).toEqual({ requests: [], asked: [], due: [] });
    // The vault works on: its own person stays in the register.
    expect((await calls.get('session.get', {})).unlocked?.person?.name).toBe(employee.person.name);
  });

  it('is erased all or none, and no act of a file is one', async () => {
    const { assessor, employee, first, second } = await withCopies();
    const code = ({ calls }: Member, hashes: string[]) => calls.code('retention.eraseCopies', { hashes });
    expect(await code(employee, [first, 'a'.repeat(64)])).toBe('unknownAct');
    expect(await code(assessor, [first])).toBe('unknownAct');
    expect(await copiesOf(employee)).toEqual([first, second].sort());
  });
});

describe('an erased copy', () => {
  it('comes back by no package of its own accord: the same again, or sent anew, says that it was erased', async () => {
    const { assessor, employee, caseId, first, second } = await withCopies();
    const again = await send(assessor, employee, caseId, true);
    await take(employee, again);
    await erase(employee, first, second);
    for (const files of [again, await send(assessor, employee, caseId, true)]) {
      const seen = await look(employee, files);
      expect(seen).toMatchObject({ held: 'copyErased', mayAccept: true, kept: false });
      expect(seen.details).toHaveLength(1);
      expect(await employee.calls.code('exchange.import', { inspectionId: seen.inspectionId })).toBe('packageHeld');
    }
    expect(await copiesOf(employee)).toEqual([]);
    expect(await employee.calls.get('exchange.review', { earlier: true })).toEqual([]);
    expect(rowsOf(employee, 'held_packages')).toBe(0);
  });

  it('is taken again by the own word, out of either, with its paper; then it is a copy as before', async () => {
    const { assessor, employee, caseId, first, second } = await withCopies();
    const again = await send(assessor, employee, caseId, true);
    await take(employee, again);
    for (const files of [again, await send(assessor, employee, caseId, true)]) {
      await erase(employee, first, second);
      await take(employee, files, 'copyErased');
      expect(await copiesOf(employee)).toEqual([first, second].sort());
      const copies = await employee.calls.get('exchange.copies', {});
      expect(copies.every(({ documentId }) => documentId !== null)).toBe(true);
    }
    expect(kindsOf(employee).filter((kind) => kind === 'copyTakenAgain')).toHaveLength(4);
    await acknowledge(employee, first, '');
    await pass(employee, assessor, caseId);
    // And no act is deleted but what is erased.
    expect(() => employee.vault.records.$client.exec('DELETE FROM act_holders; DELETE FROM acts')).toThrow();
  });

  it('keeps no other copy of its file out: a new one comes in, and what was erased is left out and said', async () => {
    const { assessor, employee, caseId, about, first, second } = await withCopies();
    await erase(employee, first);
    const third = await releaseCopy(assessor, caseId, about);
    const seen = await take(employee, await send(assessor, employee, caseId, true));
    expect(seen.notices).toContain('copyLeftOut');
    expect(seen.acts).toHaveLength(1);
    expect(await copiesOf(employee)).toEqual([second, third].sort());
  });

  it('comes back as a new release without a question', async () => {
    const { assessor, employee, caseId, about, first, second } = await withCopies();
    await erase(employee, first, second);
    const third = await releaseCopy(assessor, caseId, about);
    await pass(assessor, employee, caseId);
    expect(await copiesOf(employee)).toEqual([third]);
  });

  it('leaves with a package that is held with it, and such a one is not kept again', async () => {
    const { made, assessor, employee, caseId, first } = await withCopies();
    const files = await send(assessor, employee, caseId, true);
    // The directory does not know the sender any more: the package is held, and kept sealed in the vault.
    const { work, vault } = employee.exchange;
    const known = made.directory;
    const gone = made.publish((before) => ({
      ...before,
      entries: before.entries.filter(({ entryId }) => entryId !== assessor.entryId),
    }));
    unwrap(takeDirectory(work, writable(vault.records), gone));
    expect(await look(employee, files)).toMatchObject({ held: 'signerUnknown', kept: true });
    expect(rowsOf(employee, 'held_packages')).toBe(1);
    await erase(employee, first);
    expect(rowsOf(employee, 'held_packages')).toBe(0);
    expect(await look(employee, files)).toMatchObject({ held: 'signerUnknown', kept: false });
    expect(rowsOf(employee, 'held_packages')).toBe(0);
    const back = made.publish((before) => ({ ...before, entries: known.entries }));
    unwrap(takeDirectory(work, writable(vault.records), back));
    expect(await look(employee, files)).toMatchObject({ held: 'copyErased', kept: false });
  });
});

const withBackup = async () => {
  const scene = await withCopies();
  const { calls, vault } = scene.employee;
  await giveKeyFiles(vault, passphrase);
  const place = await placeBackups(calls);
  await calls.get('backup.make', {});
  const namesOf = (end: string): string[] => readdirSync(place).filter((name) => name.endsWith(end));
  const older = lastBackupIn(place);
  return { ...scene, place, older, lists: () => namesOf('.terhapus') };
};

/** What is left of the copies in a vault that is restored from a backup, by the lists beside it. */
const leftIn = async (path: string): Promise<{ erased: number; copies: string[] }> => {
  const vault = await restoredVault(path);
  const calls = callsOn(vault);
  const erased = unwrap(applyErasedLists(unlockedOf(calls.context), path));
  const copies = await copiesOf({ calls });
  vault.close();
  return { erased, copies };
};

describe('a backup from before a copy was erased', () => {
  it('loses it when it is restored, and no other; it goes once a new one was made', async () => {
    const { employee, older, second, first, place } = await withBackup();
    await erase(employee, first);
    expect(await employee.calls.get('backup.status', {})).toMatchObject({ beforeErasure: { here: 1, away: 0 } });
    expect(await leftIn(older)).toEqual({ erased: 1, copies: [second] });
    // Names of backups tell the second.
    const later = callsOn(employee.vault, { now: () => Date.now() + 2000 });
    later.host.passphrase = passphrase;
    expect(await later.get('retention.renewBackups', {})).toEqual({ deleted: 1, away: 0 });
    expect(existsSync(older)).toBe(false);
    const [made = ''] = readdirSync(place).filter((name) => name.endsWith('.cadangan'));
    expect(await leftIn(join(place, made))).toEqual({ erased: 0, copies: [second] });
  });

  it('keeps one that was taken again, also beside a list from before that; erased once more it goes', async () => {
    const { assessor, employee, caseId, older, first, second, place, lists } = await withBackup();
    await erase(employee, first, second);
    const [list = ''] = lists();
    const stale = readFileSync(join(place, list));
    const seen = await look(employee, await send(assessor, employee, caseId, true));
    await employee.calls.get('exchange.importHeld', { inspectionId: seen.inspectionId });
    const both = [first, second].sort();
    // The list says nothing of them any more.
    expect(await leftIn(older)).toEqual({ erased: 0, copies: both });
    rmSync(older);
    const later = callsOn(employee.vault, { now: () => Date.now() + 2000 });
    await later.get('backup.make', {});
    const [made = ''] = readdirSync(place).filter((name) => name.endsWith('.cadangan'));
    const newer = join(place, made);
    writeFileSync(join(place, list), stale);
    expect(await leftIn(newer)).toEqual({ erased: 0, copies: both });
    await erase(employee, first);
    expect(await leftIn(newer)).toEqual({ erased: 1, copies: [second] });
  });

  it('loses it out of a package that was held then, too', async () => {
    const { employee, older, first } = await withBackup();
    // One that was still held when the backup was made, and was taken and erased since.
    const other = 'ab'.repeat(32);
    noteCopyErased(writable(employee.vault.records), other, '2026-11-30T03:00:00.000Z');
    const vault = await restoredVault(older);
    const acts = JSON.stringify([{ hash: other, form: 'all', bytes: '' }]);
    writable(vault.records).run(sql`INSERT INTO held_packages
      (manifest_hash, package_id, sender_key, case_id, code, details, manifest, acts, file, at)
      SELECT zeroblob(32), id, peer_key, case_id, 'signerUnknown', '[]', manifest, ${acts}, x'00', at
      FROM packages WHERE direction = 'in' LIMIT 1`);
    await erase(employee, first);
    expect(unwrap(applyErasedLists(unlockedOf(callsOn(vault).context), older))).toBe(2);
    expect(rowsOf({ ...employee, vault }, 'held_packages')).toBe(0);
    vault.close();
  });
});

describe('the erasure of a copy', () => {
  it('that was cut off between both databases ends at the next opening', async () => {
    const { employee, caseId, first, second } = await withCopies();
    const { calls, vault } = employee;
    await giveKeyFiles(vault, passphrase);
    for (const subjectKey of [first, second]) {
      const draft = { kind: 'copyAcknowledgement', caseId, subjectKey, content: '{"response":"Draf"}' } as const;
      await calls.get('drafts.save', draft);
    }
    const refused =
      "CREATE TEMP TRIGGER refused BEFORE DELETE ON main.drafts BEGIN SELECT RAISE(ABORT, 'refused'); END";
    vault.notes.$client.exec(refused);
    await expect(erase(employee, first)).rejects.toThrow();
    expect(await copiesOf(employee)).toEqual([second]);
    vault.close();
    const again = await openForTest(vault.dir);
    const later = callsOn(again);
    const drafts = async () => (await later.get('drafts.list', { caseId })).map(({ subjectKey }) => subjectKey).sort();
    expect(await drafts()).toEqual([first, second].sort());
    await enter(again);
    expect(await drafts()).toEqual([second]);
    expect(again.records.select().from(meta).where(eq(meta.key, 'draftsOfErased')).get()).toBeUndefined();
  });

  it('that cannot be done costs nothing', async () => {
    const { employee, first, second } = await withCopies();
    employee.vault.records.$client.exec(
      "CREATE TEMP TRIGGER refused BEFORE DELETE ON main.acts BEGIN SELECT RAISE(ABORT, 'refused'); END",
    );
    await expect(erase(employee, first)).rejects.toThrow();
    expect(await copiesOf(employee)).toEqual([first, second].sort());
    expect(rowsOf(employee, 'erased_copies')).toBe(0);
  });
});
