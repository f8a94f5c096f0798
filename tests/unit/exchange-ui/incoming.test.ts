import { maxPieceBytes } from '@shared/contract/fields.ts';
import { maxIncomingBytes } from '@shared/contract/incoming.ts';
import { describe, expect, test } from 'vitest';
import { groupFiles, isSignedFileName } from '../../../renderer/features/exchange/receive/file-groups.ts';
import { endsInspection } from '../../../renderer/features/exchange/receive/inspection-end.ts';
import { sendIncoming } from '../../../renderer/lib/incoming.ts';
import type { RpcClient } from '../../../renderer/lib/rpc/client.ts';
import { createWaitingList } from '../../../renderer/lib/waiting-files.ts';

const named = (...names: string[]) => names.map((name) => ({ name }));
const groups = (...names: string[]): string[][] =>
  groupFiles(named(...names)).map((group) => group.map((it) => it.name));

describe('files that were dropped together', () => {
  test('parts of one package belong together, in whatever order, and whole packages stand alone', () => {
    expect(
      groups(
        'bilik-0a1b2c3d-2-dari-2.paket',
        'bilik-99999999.paket',
        'bilik-0A1B2C3D-1-dari-2.paket',
        'bilik-77777777.paket',
      ),
    ).toEqual([
      ['bilik-0a1b2c3d-2-dari-2.paket', 'bilik-0A1B2C3D-1-dari-2.paket'],
      ['bilik-99999999.paket'],
      ['bilik-77777777.paket'],
    ]);
  });

  test('files with names of their own count as parts of one package', () => {
    expect(groups('laporan 1.paket', 'laporan 2.paket')).toEqual([['laporan 1.paket', 'laporan 2.paket']]);
  });

  test('what a mail program adds behind the name does no harm', () => {
    expect(groups('bilik-0a1b2c3d-1-dari-2 (1).paket', 'bilik-0a1b2c3d-2-dari-2.paket.bin')).toHaveLength(1);
    expect(groups('bilik-0a1b2c3d.paket', 'bilik-0a1b2c3d (1).paket')).toHaveLength(2);
  });

  test('parts under changed names go with the one package that lacks some, and with no whole one', () => {
    expect(groups('Copy of bilik-0a1b2c3d-1-dari-2.paket', 'Salinan bilik-0a1b2c3d-2-dari-2 - Copy.zip')).toHaveLength(
      1,
    );
    expect(groups('lampiran.bin', 'bilik-0a1b2c3d-1-dari-2.paket')).toHaveLength(1);
    expect(groups('foto.bin', 'bilik-0a1b2c3d-1-dari-2.paket', 'bilik-0a1b2c3d-2-dari-2.paket')).toHaveLength(2);
  });

  test('a changed name stays by itself where two packages lack parts', () => {
    expect(groups('lampiran.bin', 'bilik-0a1b2c3d-1-dari-2.paket', 'bilik-4e5f6a7b-1-dari-2.paket')).toEqual([
      ['lampiran.bin'],
      ['bilik-0a1b2c3d-1-dari-2.paket'],
      ['bilik-4e5f6a7b-1-dari-2.paket'],
    ]);
  });

  test('words before the name do not put the parts of two packages together', () => {
    expect(groups('Copy of bilik-0a1b2c3d-1-dari-2.paket', 'Copy of bilik-4e5f6a7b-1-dari-2.paket')).toHaveLength(2);
  });

  test('cards, directories and invitations come last, each alone', () => {
    expect(groups('a.KARTU', 'b.direktori', 'bilik-0a1b2c3d.paket', 'c.undangan')).toEqual([
      ['bilik-0a1b2c3d.paket'],
      ['a.KARTU'],
      ['b.direktori'],
      ['c.undangan'],
    ]);
    expect(isSignedFileName('kartu')).toBe(true);
    expect(isSignedFileName('kartu.paket')).toBe(false);
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
