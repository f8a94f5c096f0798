import { describe, expect, it } from 'vitest';
import { takeDirectory } from '../../../electron/backend/identity/trusted-directory.ts';
import type { ReviewItem } from '../../../shared/contract/review.ts';
import type { Directory } from '../../../shared/domain/identity/directory.ts';
import { erasedToday, setAtOnce } from '../../fixtures/erase-mistaken.ts';
import { coachingSample } from '../../fixtures/guidance.ts';
import { foundInstitution, look, type Member } from '../../fixtures/institution.ts';
import { writable } from '../../fixtures/writable.ts';
import { begin, guidanceCast, make, sendRecord } from './support.ts';

// A record of coaching that is held has a way out, as acts have: it is one, so it is taken or refused as a whole.

const itemOf = async ({ calls }: Member, earlier = false): Promise<ReviewItem> => {
  const [item, ...more] = await calls.get('exchange.review', { earlier });
  if (item === undefined || more.length > 0) throw new Error(`${more.length + (item ? 1 : 0)} items`);
  return item;
};

const trust = ({ exchange, vault }: Member, directory: Parameters<typeof takeDirectory>[2]): void => {
  expect(takeDirectory(exchange.work, writable(vault.records), directory).ok).toBe(true);
};

/** A record whose leader the employee's directory gives no role; `again` publishes one that does. */
const heldRecord = async () => {
  const { members, publish } = await foundInstitution(guidanceCast);
  const { coach, employee } = members;
  const guidanceId = await begin(coach.calls);
  const paths = await sendRecord(coach, employee, await make(coach.calls, guidanceId, coachingSample()));
  let all: Directory['entries'] = [];
  const without = publish((directory) => {
    all = directory.entries;
    const entries = all.map((entry) => (entry.entryId === coach.entryId ? { ...entry, roles: [] } : entry));
    return { ...directory, entries };
  });
  trust(employee, without);
  expect(await look(employee, paths)).toMatchObject({ held: 'actNotCertified', mayAccept: false });
  const again = (): void =>
    trust(
      employee,
      publish((directory) => ({ ...directory, entries: all })),
    );
  const records = async (): Promise<number> => (await employee.calls.get('guidance.list', {})).length;
  return { employee, again, records };
};

describe('a record that is held', () => {
  it('is listed with what may be done, and comes in by nobody’s word while its leader is not certified', async () => {
    const { employee, records } = await heldRecord();
    const item = await itemOf(employee);
    expect(item).toMatchObject({ kind: 'actNotCertified', waits: true, acts: [], choices: ['take', 'refuse', 'ask'] });
    const take = { choice: 'take', itemId: item.itemId } as const;
    await expect(employee.calls.get('exchange.decide', { ...take, acts: null })).rejects.toThrow('packageHeld');
    await expect(employee.calls.get('exchange.decide', { ...take, acts: ['a'.repeat(64)] })).rejects.toThrow(
      'actNotTakeable',
    );
    expect(await records()).toBe(0);
  });

  it('comes in whole once a directory certifies its leader', async () => {
    const { employee, again, records } = await heldRecord();
    const { itemId } = await itemOf(employee);
    again();
    await employee.calls.get('exchange.decide', { choice: 'take', itemId, acts: null });
    expect(await records()).toBe(1);
    expect(await itemOf(employee)).toMatchObject({ waits: false, decision: { choice: 'take' } });
  });

  it('is asked about, refused, and looked at again', async () => {
    const { employee, again, records } = await heldRecord();
    const { itemId } = await itemOf(employee);
    await employee.calls.get('exchange.decide', { choice: 'ask', itemId });
    expect(await itemOf(employee)).toMatchObject({ waits: true, askedAt: expect.any(String) });
    await employee.calls.get('exchange.decide', { choice: 'refuse', itemId, reason: 'Belum jelas.' });
    expect(await itemOf(employee)).toMatchObject({ waits: false, decision: { choice: 'refuse' } });
    await employee.calls.get('exchange.decide', { choice: 'takeBack', itemId });
    again();
    await employee.calls.get('exchange.decide', { choice: 'take', itemId, acts: null });
    expect(await records()).toBe(1);
  });
});

describe('a record that was held once', () => {
  it('goes with its guidance when that is erased, sealed as it lies here; what was said of it goes too', async () => {
    const { employee, again } = await heldRecord();
    const { itemId } = await itemOf(employee);
    await employee.calls.get('exchange.decide', { choice: 'refuse', itemId, reason: 'Belum bertugas.' });
    await employee.calls.get('exchange.decide', { choice: 'takeBack', itemId });
    again();
    await employee.calls.get('exchange.decide', { choice: 'take', itemId, acts: null });
    const [{ guidanceId } = { guidanceId: '' }] = await employee.calls.get('guidance.list', {});
    await setAtOnce(employee.calls);
    const asked = { guidanceIds: [guidanceId], reason: 'Lewat masa.' };
    const { erasureId } = await employee.calls.get('retention.propose', asked);
    const kept = (): unknown[] =>
      ['SELECT count(*) FROM held_packages', "SELECT count(*) FROM decisions WHERE reason <> ''"].map((sql) =>
        employee.vault.records.$client.prepare(sql).pluck().get(),
      );
    expect(kept()).toEqual([1, 1]);
    await employee.calls.get('retention.erase', { erasureId, execution: erasedToday() });
    expect(kept()).toEqual([0, 0]);
    expect(await employee.calls.get('exchange.review', { earlier: true })).toEqual([]);
  });
});
