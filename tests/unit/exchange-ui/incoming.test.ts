import { maxPieceBytes } from '@shared/contract/fields.ts';
import { maxIncomingBytes } from '@shared/contract/incoming.ts';
import { partLimits } from '@shared/domain/package/manifest.ts';
import { describe, expect, test } from 'vitest';
import { groupFiles, isSignedFileName } from '../../../renderer/features/exchange/receive/file-groups.ts';
import { endsInspection } from '../../../renderer/features/exchange/receive/inspection-end.ts';
import { sendIncoming } from '../../../renderer/lib/incoming.ts';
import type { RpcClient } from '../../../renderer/lib/rpc/client.ts';
import { createWaitingList } from '../../../renderer/lib/waiting-files.ts';

/** A backend that answers which tokens belong together; null: it does not. */
const grouping = (groups: readonly (readonly string[])[] | null) => {
  const asked: string[][] = [];
  const call = async (_method: string, { fileTokens }: { fileTokens: string[] }) => {
    asked.push(fileTokens);
    return groups === null ? { ok: false, error: { code: 'internal' } } : { ok: true, value: { groups } };
  };
  return { asked, rpc: { call } as unknown as RpcClient };
};
const named = (...names: string[]) => names.map((name) => new File(['x'], name));
const tokenOf = async ({ name, size }: { name: string; size: number }) => ({ token: name, name, size });

describe('files that were dropped together', () => {
  const groups = async (backend: ReturnType<typeof grouping>, ...names: string[]) =>
    (await groupFiles(backend.rpc, named(...names), tokenOf)).map((group) => group.map(({ name }) => name));

  test('are grouped as the backend says; what it did not keep comes behind them, alone', async () => {
    const backend = grouping([['c', 'a'], ['d']]);
    expect(await groups(backend, 'a', 'foto', 'c', 'd')).toEqual([['c', 'a'], ['d'], ['foto']]);
    expect(backend.asked).toEqual([['a', 'foto', 'c', 'd']]);
  });

  test('are at hand by their tokens once they are grouped; the others are still with the person', async () => {
    const [first, second] = await groupFiles(grouping([['a']]).rpc, named('a', 'foto'), tokenOf);
    expect(first).toEqual([{ token: 'a', name: 'a', size: 1 }]);
    expect(second?.[0]).toBeInstanceOf(File);
  });

  test('cards, directories and invitations come last, each alone, and are not handed over for it', async () => {
    const backend = grouping([['p', 'q']]);
    expect(await groups(backend, 'a.KARTU', 'p', 'b.direktori', 'q', 'c.undangan')).toEqual([
      ['p', 'q'],
      ['a.KARTU'],
      ['b.direktori'],
      ['c.undangan'],
    ]);
    expect(backend.asked).toEqual([['p', 'q']]);
    expect(isSignedFileName('kartu')).toBe(true);
    expect(isSignedFileName('kartu.paket')).toBe(false);
  });

  test('one alone is not asked about', async () => {
    const backend = grouping([]);
    expect(await groups(backend, 'a.paket', 'b.kartu')).toEqual([['a.paket'], ['b.kartu']]);
    expect(backend.asked).toEqual([]);
  });

  test('what could not be handed over keeps its turn, where it says why', async () => {
    const backend = grouping([['b']]);
    const handOver = async (file: { name: string; size: number }) => (file.name === 'a' ? null : tokenOf(file));
    const found = await groupFiles(backend.rpc, named('a', 'b'), handOver);
    expect(found.map((group) => group.map(({ name }) => name))).toEqual([['b'], ['a']]);
    expect(backend.asked).toEqual([['b']]);
  });

  test('all keep their turn where the backend does not say', async () => {
    expect(await groups(grouping(null), 'a', 'b')).toEqual([['a'], ['b']]);
  });

  test('more than a package has parts wait together for a turn of their own', async () => {
    const names = Array.from({ length: partLimits.count + 2 }, (_, at) => `${at}`);
    const found = await groups(grouping([names.slice(0, partLimits.count)]), ...names, 'a.kartu');
    expect(found.map(({ length }) => length)).toEqual([partLimits.count, 2, 1]);
  });
});

describe('an import that failed', () => {
  test.each([
    ['packageHeld', true],
    ['packageTampered', true],
    ['unknownInspection', true],
    ['internal', true],
    ['diskFull', false],
    ['storageFailed', false],
    ['notConfirmed', false],
  ])('with %s is not offered again: %s', (code, over) => {
    expect(endsInspection({ code })).toBe(over);
    expect(endsInspection(null)).toBe(false);
  });
});

describe('files that wait for their turn', () => {
  test('come in order, those dropped last first, and none is dropped for them', () => {
    const list = createWaitingList<string>();
    const heard: number[] = [];
    const forget = list.subscribe(() => heard.push(list.all().length));
    list.add(['a', 'b']);
    list.add(['c']);
    expect(list.all()).toEqual(['c', 'a', 'b']);
    expect([list.takeNext(), list.takeNext()]).toEqual(['c', 'a']);
    forget();
    list.clear();
    expect(heard).toEqual([2, 3, 2, 1]);
    expect(list.takeNext()).toBeUndefined();
  });
});

/** A backend that keeps the pieces; `fails` names a method that is refused. */
const scripted = (fails?: string) => {
  const calls: { method: string; input: { offset?: number; bytes?: Uint8Array } }[] = [];
  const call = async (method: string, input: object) => {
    calls.push({ method, input });
    if (method === fails) return { ok: false, error: { code: 'folderReadOnly' } };
    if (method === 'exchange.begin') return { ok: true, value: { incomingId: 'i' } };
    return { ok: true, value: method === 'exchange.finish' ? { token: 't', name: 'a.paket', size: 3 } : {} };
  };
  return { calls, rpc: { call } as unknown as RpcClient };
};

const blob = (size: number) => new File([new Uint8Array(size)], 'a.paket');

describe('a dropped file on its way', () => {
  test('goes in pieces of at most 1 MiB, in order, and ends as a token', async () => {
    const { rpc, calls } = scripted();
    const progress: number[] = [];
    const size = 2 * maxPieceBytes + 5;
    const sent = await sendIncoming(rpc, blob(size), (done, total) => progress.push(done / total));
    expect(sent).toEqual({ ok: true, value: { token: 't', name: 'a.paket', size: 3 } });
    const pieces = calls.filter(({ method }) => method === 'exchange.append').map(({ input }) => input);
    expect(pieces.map(({ offset }) => offset)).toEqual([0, maxPieceBytes, 2 * maxPieceBytes]);
    expect(pieces.map(({ bytes }) => bytes?.length)).toEqual([maxPieceBytes, maxPieceBytes, 5]);
    expect(progress.at(-1)).toBe(1);
  });

  test('stops between two pieces once nobody wants it any more', async () => {
    const { rpc, calls } = scripted();
    let wanted = true;
    const stop = (): void => {
      wanted = false;
    };
    const sent = await sendIncoming(rpc, blob(3 * maxPieceBytes), stop, () => wanted);
    expect(sent).toEqual({ ok: true, value: null });
    expect(calls.map(({ method }) => method)).toEqual(['exchange.begin', 'exchange.append']);
  });

  test('an empty or a too large file is not begun', async () => {
    const { rpc, calls } = scripted();
    const none = (): void => {};
    expect(await sendIncoming(rpc, blob(0), none)).toMatchObject({ error: { code: 'attachmentEmpty' } });
    const large = { name: 'a.paket', size: maxIncomingBytes + 1, slice: () => new Blob() };
    expect(await sendIncoming(rpc, large, none)).toMatchObject({ error: { code: 'packageTooLarge' } });
    expect(calls).toEqual([]);
  });

  test.each(['exchange.begin', 'exchange.append', 'exchange.finish'])('tells why %s was refused', async (method) => {
    const { rpc } = scripted(method);
    expect(await sendIncoming(rpc, blob(5), () => {})).toMatchObject({ error: { code: 'folderReadOnly' } });
  });
});
