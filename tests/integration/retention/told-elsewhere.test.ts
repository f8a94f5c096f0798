import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../electron/backend/crypto/clock.ts';
import { systemRandom } from '../../../electron/backend/crypto/random.ts';
import { takeDirectory } from '../../../electron/backend/identity/trusted-directory.ts';
import { applyErasedLists } from '../../../electron/backend/retention/erased-list.ts';
import { unlockedOf } from '../../../electron/backend/vault/unlocked.ts';
import { backUp, restoredVault } from '../../fixtures/backups.ts';
import { callsOn } from '../../fixtures/calls.ts';
import { copiesOf, releaseCopy, withCopies } from '../../fixtures/copies.ts';
import { enter } from '../../fixtures/enter.ts';
import { erasedToday, setAtOnce } from '../../fixtures/erase-mistaken.ts';
import { coachingSample } from '../../fixtures/guidance.ts';
import { foundInstitution, look, type Member, send, take } from '../../fixtures/institution.ts';
import { giveKeyFiles } from '../../fixtures/key-files.ts';
import { passphrase, unwrap } from '../../fixtures/made-vault.ts';
import { writable } from '../../fixtures/writable.ts';
import { begin, guidanceCast, make, sendRecord } from '../guidance/support.ts';

// A vault restored from a backup that never had what was erased since knows of it by the list that lay beside.

/** The member with the vault that is restored from a backup, the lists beside it applied; how much they took. */
const restored = async (member: Member, path: string): Promise<Member & { erased: number }> => {
  const vault = await restoredVault(path);
  const exchange = unlockedOf({ vault, clock: systemClock, random: systemRandom });
  const erased = unwrap(applyErasedLists(exchange, path));
  return { ...member, vault, exchange, calls: callsOn(vault), erased };
};

const heldIn = ({ vault }: Member): unknown =>
  vault.records.$client.prepare('SELECT count(*) FROM held_packages').pluck().get();

describe('what a list tells of that the backup never had', () => {
  it('is no guidance in a package that was held then, and none that comes', async () => {
    const made = await foundInstitution(guidanceCast);
    const { coach, employee } = made.members;
    await giveKeyFiles(employee.vault, passphrase);
    await setAtOnce(employee.calls);
    const hash = await make(coach.calls, await begin(coach.calls), coachingSample());
    const files = await sendRecord(coach, employee, hash);
    const publish = (entries: typeof made.directory.entries): void => {
      const { work, vault } = employee.exchange;
      unwrap(
        takeDirectory(
          work,
          writable(vault.records),
          made.publish((before) => ({ ...before, entries })),
        ),
      );
    };
    const { entries } = made.directory;
    publish(entries.filter(({ entryId }) => entryId !== coach.entryId));
    expect(await look(employee, files)).toMatchObject({ held: 'signerUnknown', kept: true });
    const [item] = await employee.calls.get('exchange.review', { earlier: false });
    const refusal = { kind: 'packageRefusal', caseId: null, subjectKey: item?.itemId ?? '', content: '{"reason":"x"}' };
    await employee.calls.get('drafts.save', refusal);
    const older = await backUp(employee.calls);
    publish(entries);
    await take(employee, files);
    const [guidance] = await employee.calls.get('guidance.list', {});
    const asked = { guidanceIds: [guidance?.guidanceId ?? ''], reason: 'Masa simpan lewat.' };
    const { erasureId } = await employee.calls.get('retention.propose', asked);
    await employee.calls.get('retention.erase', { erasureId, execution: erasedToday() });
    expect([heldIn(employee), await employee.calls.get('drafts.list', {})]).toEqual([0, []]);
    const again = await restored(employee, older);
    expect([again.erased, heldIn(again)]).toEqual([0, 1]);
    const status = async () => (await again.calls.get('backup.status', {})).beforeErasure.here;
    await again.calls.get('backup.setNotes', { choice: 'declined' });
    await backUp(again.calls);
    const before = await status();
    await enter(again.vault);
    // The backup that was made just now has the package still.
    expect((await status()) - before).toBe(1);
    expect([heldIn(again), await again.calls.get('drafts.list', {})]).toEqual([0, []]);
    expect(await look(again, files)).toMatchObject({ held: 'signerUnknown', kept: false });
    const { work, vault } = again.exchange;
    const back = made.publish((before) => ({ ...before, entries }));
    unwrap(takeDirectory(work, writable(vault.records), back));
    expect(await look(again, files)).toMatchObject({ held: 'fileErased' });
  });

  it('is no copy, unless the employee takes it again: then no list takes it away', async () => {
    const { assessor, employee, caseId, about, first, second } = await withCopies();
    await giveKeyFiles(employee.vault, passphrase);
    const older = await backUp(employee.calls);
    const third = await releaseCopy(assessor, caseId, about);
    await take(employee, await send(assessor, employee, caseId));
    await employee.calls.get('retention.eraseCopies', { hashes: [third] });
    const again = await restored(employee, older);
    expect(again.erased).toBe(0);
    const files = await send(assessor, employee, caseId, true);
    const seen = await look(again, files);
    expect(seen.held).toBe('copyErased');
    const newer = await backUp(again.calls);
    await again.calls.get('exchange.importHeld', { inspectionId: seen.inspectionId });
    expect(readdirSync(dirname(newer)).filter((name) => name.endsWith('.terhapus'))).toEqual([]);
    const all = [first, second, third].sort();
    expect(await copiesOf(again)).toEqual(all);
    const last = await restored(again, await backUp(again.calls));
    expect([last.erased, await copiesOf(last)]).toEqual([0, all]);
    await again.calls.get('retention.eraseCopies', { hashes: [third] });
    expect((await restored(again, older)).erased).toBe(0);
  });
});
