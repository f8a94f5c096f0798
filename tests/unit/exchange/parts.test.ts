import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cut,
  isFurtherPart,
  neutralFileName,
  orderParts,
  packageFileName,
  partFileName,
} from '../../../electron/backend/formats/package/parts.ts';
import { maxPackageBytes } from '../../../electron/backend/formats/package/read-package.ts';
import { contract } from '../../../shared/contract/index.ts';
import { partLimits } from '../../../shared/domain/package/manifest.ts';
import { collect } from '../../fixtures/packages.ts';

const id = '0123456789abcdef0123456789abcdef';
const parts = (count: number) => Array.from({ length: count }, (_, at) => partFileName(id, at + 1, count));

describe('names of packages', () => {
  it('tell nothing but what belongs together', () => {
    expect(packageFileName(id)).toBe('bilik-01234567.paket');
    expect(parts(3)).toEqual([
      'bilik-01234567-1-dari-3.paket',
      'bilik-01234567-2-dari-3.paket',
      'bilik-01234567-3-dari-3.paket',
    ]);
  });
});

describe('a file under any name', () => {
  it.each([
    ['bilik-01234567-2-dari-3 (1).PAKET', 'bilik-01234567-2-dari-3.paket', true],
    ['BILIK-0ABCDEF0-1-dari-3.paket', 'bilik-0abcdef0-1-dari-3.paket', false],
    ['bilik-01234567.paket', 'berkas.paket', false],
    ['Konseling Budi-2-dari-3.paket', 'berkas.paket', false],
    ['../../bilik-01234567-2-dari-3.paket', 'bilik-01234567-2-dari-3.paket', true],
    ['Salinan bilik-01234567-2-dari-3 - Copy.zip', 'bilik-01234567-2-dari-3.paket', true],
    ['Salinan dari bilik-01234567-2-dari-3.paket', 'bilik-01234567-2-dari-3.paket', true],
    ['bilik_01234567_2_dari_3.paket', 'bilik-01234567-2-dari-3.paket', true],
    ['bilik 01234567 2 dari 3.bin', 'bilik-01234567-2-dari-3.paket', true],
    ['bilik\u201101234567\u20132\u2013dari\u20133.p7m', 'bilik-01234567-2-dari-3.paket', true],
    ['bilik%2D01234567%2D2%2Ddari%2D3.paket', 'bilik-01234567-2-dari-3.paket', true],
    ['Copie de bilik-01234567-2-dari-3(1).paket.part.zip', 'bilik-01234567-2-dari-3.paket', true],
    ['~$bilik-01234567-2-dari-3 - kopi.paket', 'bilik-01234567-2-dari-3.paket', true],
    ['bilik-01234567-02-dari-03.paket', 'bilik-01234567-2-dari-3.paket', true],
    ['bilik+01234567+2+dari+3.paket', 'bilik-01234567-2-dari-3.paket', true],
    ['bilik.01234567.2.dari.3.paket', 'bilik-01234567-2-dari-3.paket', true],
    ['bilik - 01234567 - 2 - dari - 3.paket', 'bilik-01234567-2-dari-3.paket', true],
    ['bilik%20%E2%80%93%2001234567-2-dari-3.paket', 'bilik-01234567-2-dari-3.paket', true],
    ['bilik\u221201234567\u22122\u2212dari\u22123.paket', 'bilik-01234567-2-dari-3.paket', true],
    ['bilik\u00ad-\u200b01234567-2-dari-3.paket', 'bilik-01234567-2-dari-3.paket', true],
    ['\uff22ilik-01234567-2-dari-3.paket', 'bilik-01234567-2-dari-3.paket', true],
    ['bilik-01234567-2-dari-30001.paket', 'berkas.paket', false],
    ['DOC-20260403-WA0001.', 'berkas.paket', false],
    ['._bilik-01234567-2-dari-3.paket', 'berkas.paket', false],
  ])('%s is kept as %s', (name, neutral, further) => {
    expect([neutralFileName(name), isFurtherPart(name)]).toEqual([neutral, further]);
  });
});

it('the largest package in the smallest parts can be taken in again', () => {
  expect(Math.ceil(maxPackageBytes / partLimits.bytes)).toBeLessThanOrEqual(partLimits.count);
  const files = (count: number) => ({ fileTokens: Array.from({ length: count }, () => 't') });
  const { input } = contract['exchange.inspect'];
  expect([partLimits.count, partLimits.count + 1].map((count) => input.safeParse(files(count)).success)).toEqual([
    true,
    false,
  ]);
});

describe('orderParts', () => {
  it('puts any order of parts right', () => {
    const shuffled = fc
      .integer({ min: 2, max: 30 })
      .chain((count) => fc.shuffledSubarray(parts(count), { minLength: count, maxLength: count }));
    fc.assert(
      fc.property(shuffled, (names) => {
        const ordered = orderParts(names);
        expect(ordered.ok && ordered.value.map((at) => names[at])).toEqual(parts(names.length));
      }),
      { numRuns: 100 },
    );
  });

  it('takes a single file whatever its name', () => {
    for (const name of ['bilik-01234567.paket', 'lampiran.bin', '', 'bilik-01234567-1-dari-1.paket']) {
      expect(orderParts([name])).toEqual({ ok: true, value: [0] });
    }
  });

  it('says which parts are missing', () => {
    const all = parts(4);
    expect(orderParts([all[3] ?? '', all[1] ?? ''])).toEqual({
      ok: false,
      error: { code: 'partsIncomplete', details: { missing: ['1', '3'], count: 4 } },
    });
    expect(orderParts(all.slice(0, 1))).toMatchObject({ ok: false, error: { code: 'partsIncomplete' } });
  });

  it('knows a part by a name that a browser has numbered, and takes one that came twice once', () => {
    expect(orderParts(['bilik-01234567-2-dari-2 (1).paket', 'BILIK-01234567-1-dari-2.paket'])).toEqual({
      ok: true,
      value: [1, 0],
    });
    const [first = '', second = ''] = parts(2);
    expect(orderParts([second, first, second.replace('.paket', ' (1).paket')])).toEqual({ ok: true, value: [1, 0] });
  });

  it('refuses files that do not belong together', () => {
    const [first = '', second = ''] = parts(2);
    const other = partFileName(id.replaceAll('0', 'f'), 2, 2);
    for (const names of [
      [first, other],
      [first, partFileName(id, 2, 3)],
      [first, second, 'lain.paket'],
      ['lain.paket', first],
      [],
      ['satu.paket', 'dua.paket'],
      [first, second, 'bilik-01234567-3-dari-2.paket'],
    ]) {
      expect(orderParts(names)).toMatchObject({ ok: false, error: { code: 'partsIncomplete' } });
    }
  });
});

describe('cut', () => {
  it('gives pieces of the wanted length that make up the whole', async () => {
    const run = fc.asyncProperty(
      fc.array(fc.uint8Array({ maxLength: 50 }), { maxLength: 10 }),
      fc.integer({ min: 1, max: 60 }),
      async (chunks, bytes) => {
        const whole = Buffer.concat(chunks);
        const source = async function* () {
          yield* chunks;
        };
        const pieces: Buffer[] = [];
        for await (const piece of cut(source(), bytes)) pieces.push(await collect(piece));
        expect(Buffer.concat(pieces).equals(whole)).toBe(true);
        expect(pieces.length).toBe(Math.ceil(whole.length / bytes));
        expect(pieces.slice(0, -1).every(({ length }) => length === bytes)).toBe(true);
      },
    );
    await fc.assert(run, { numRuns: 100 });
  });

  it('closes its source when nobody reads on', async () => {
    let closed = false;
    const source = async function* () {
      try {
        for (;;) yield Buffer.alloc(10);
      } finally {
        closed = true;
      }
    };
    for await (const piece of cut(source(), 15)) {
      expect((await collect(piece)).length).toBe(15);
      break;
    }
    expect(closed).toBe(true);
  });
});
