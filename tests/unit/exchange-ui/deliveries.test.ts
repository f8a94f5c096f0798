import { describe, expect, test } from 'vitest';
import { caseDeliveries, readyFor } from '../../../renderer/features/cases/view/case-deliveries.ts';
import { historyFilters, matches } from '../../../renderer/features/exchange/history/history-filter.ts';
import {
  isDone,
  leavingOf,
  receiversToShow,
  unconfirmedFor,
} from '../../../renderer/features/exchange/send/receiver-view.ts';
import { deliveryState, latestSent, receiptsToMake, unconfirmed } from '../../../renderer/lib/delivery-state.ts';
import { withheldTypes } from '../../../renderer/ui/sealing/withheld.ts';
import { carried, caseId, entryId, otherEntry, peer, person, receiver, sent } from './made-exchange.ts';

const received = { receivedAt: '2026-11-25T08:00:00.000Z' };

describe('how it stands with a package', () => {
  test.each([
    ['received', sent(received)],
    ['received', sent({ ...received, replaced: true })],
    ['waiting', sent()],
    ['replaced', sent({ replaced: true })],
    ['noAnswer', sent({ kind: 'receipt', caseId: null })],
    ['received', sent({ ...received, kind: 'receipt' })],
    ['taken', sent({ direction: 'in' })],
  ] as const)('%s', (state, entry) => {
    expect(deliveryState(entry)).toBe(state);
  });

  test('what has no receipt is told for a person and a case alone', () => {
    const entries = [
      sent(),
      sent({ replaced: true }),
      sent({ caseId: '0'.repeat(32) }),
      sent({ peer: { ...peer, entryId: otherEntry } }),
    ];
    expect(unconfirmed(entries)).toHaveLength(3);
    expect(unconfirmedFor(entries, caseId, entryId)).toEqual([entries[0]]);
  });

  test('the latest package to a person about a case is the first of the journal', () => {
    const entries = [sent({ direction: 'in' }), sent({ counter: 2 }), sent({ counter: 1 })];
    expect(latestSent(entries, caseId, entryId)?.counter).toBe(2);
    expect(latestSent(entries, caseId, otherEntry)).toBeUndefined();
  });

  test('a receipt can be made for whom the directory knows', () => {
    const due = [{ peer }, { peer: { ...peer, entryId: null } }];
    expect(receiptsToMake(due)).toEqual([{ peer }]);
  });

  test('each filter of the history shows its own', () => {
    const entries = [sent(), sent(received), sent({ direction: 'in' })];
    const shown = historyFilters.map((filter) => entries.filter((entry) => matches(entry, filter)).length);
    expect(Object.fromEntries(historyFilters.map((filter, index) => [filter, shown[index]]))).toEqual({
      all: 3,
      out: 2,
      in: 1,
      waiting: 1,
    });
  });
});

describe('whom the page of a case shows', () => {
  const due = receiver({ acts: [carried('a')] });
  const open = receiver({ entryId: otherEntry, unconfirmed: 1 });
  const settled = receiver({ entryId: '0'.repeat(32), lastReceivedAt: received.receivedAt });

  test('all to whom something is due or unconfirmed', () => {
    expect(receiversToShow([due, open, settled], undefined)).toEqual([due, open]);
  });

  test('the one that it was asked for', () => {
    expect(receiversToShow([due, open], otherEntry)).toEqual([open]);
    expect(receiversToShow([due], otherEntry)).toEqual([]);
  });

  test('nobody for whom all was just sealed, until something is due again', () => {
    const sealed = [{ receiver: due }];
    expect(isDone(due, sealed)).toBe(true);
    expect(isDone({ ...due, acts: [], unconfirmed: 1 }, sealed)).toBe(true);
    expect(isDone({ ...due, acts: [carried('b')] }, sealed)).toBe(false);
    expect(isDone(open, sealed)).toBe(false);
  });

  test('what leaves again is what was sent, where that is asked for', () => {
    const again = { acts: [carried('a'), carried('b')], files: [], bytes: 5 };
    const sealed = receiver({ acts: [carried('b')], again });
    expect(leavingOf(sealed, true)).toBe(again);
    expect(leavingOf(sealed, false).acts).toEqual([carried('b')]);
    expect(leavingOf(due, true).acts).toEqual([carried('a')]);
  });

  test('each type that stays is named once, by how much of it stays', () => {
    const stays = [
      { ...carried('a', 'problemIdentified'), form: 'header' as const },
      { ...carried('b', 'problemIdentified'), form: 'header' as const },
      { ...carried('c', 'resultSigned'), form: 'nothing' as const },
    ];
    expect(withheldTypes(stays)).toEqual({ headerOnly: ['problemIdentified'], nothing: ['resultSigned'] });
  });
});

describe('deliveries of a case', () => {
  test('who is due something comes first; who only received before is named too', () => {
    const entries = [
      sent({ ...received, peer: { ...peer, entryId: otherEntry, person: { ...person, name: 'Nurma' } } }),
    ];
    const due = receiver({ entryId: '1'.repeat(32), acts: [carried('a')] });
    const outbox = { receivers: [receiver(), receiver({ entryId: otherEntry }), due] };
    expect(caseDeliveries(outbox, entries, caseId).map(({ entryId: id, due }) => [id, due])).toEqual([
      ['1'.repeat(32), 1],
      [otherEntry, 0],
    ]);
    expect(caseDeliveries(undefined, entries, caseId).map(({ name }) => name)).toEqual(['Nurma']);
  });

  test('the hint after signing names only those for whom that act is ready', () => {
    const cases = [
      {
        caseId,
        employeeName: '',
        mistaken: false,
        unresolved: [],
        receivers: [receiver({ acts: [carried('a')] }), receiver({ entryId: otherEntry })],
      },
    ];
    expect(readyFor({ certified: true, cases }, caseId)).toEqual([person.name]);
    expect(readyFor({ certified: true, cases }, caseId, carried('a').hash)).toEqual([person.name]);
    expect(readyFor({ certified: true, cases }, caseId, carried('b').hash)).toEqual([]);
    expect(readyFor({ certified: false, cases }, caseId)).toEqual([]);
    expect(readyFor(undefined, caseId)).toEqual([]);
  });
});
