import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bilik } from '../../fixtures/cli.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { samplePdf } from '../../fixtures/document-samples.ts';
import { fileOf, makeReceiver, samplePackage } from '../../fixtures/packages.ts';

// Parts of packages on the command line, under whatever names they have come to: found and told apart by what is in
// them.

let receiver: Awaited<ReturnType<typeof makeReceiver>>;
let sealed: readonly Buffer[];
const idOf = (source: ReturnType<typeof samplePackage>): string =>
  JSON.parse(Buffer.from(source.manifestBytes).toString()).packageId;
let ids: readonly string[];
beforeAll(async () => {
  receiver = await makeReceiver();
  const sources = [300_000, 200_000].map((size) =>
    samplePackage({ acts: 1, blobs: [randomBytes(size)] }, receiver.recipient),
  );
  sealed = await Promise.all(sources.map((source) => fileOf(source)));
  ids = sources.map(idOf);
});

const partBytes = 110_000;

const setting = () => {
  const folder = temporaryFolder();
  const put = (name: string, bytes: Uint8Array | string): string => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  const identity = put('identitas.txt', `${receiver.identity}\n`);
  return {
    put,
    out: join(folder, 'isi'),
    /** Writes a package in parts, each under the name that it is given by its place and the count. */
    parts: (which: 0 | 1, named: (name: string, at: number) => string): string[] => {
      const bytes = sealed[which]!;
      const count = Math.ceil(bytes.length / partBytes);
      return Array.from({ length: count }, (_, at) =>
        put(
          named(`bilik-0123456${which}-${at + 1}-dari-${count}.paket`, at),
          bytes.subarray(at * partBytes, (at + 1) * partBytes),
        ),
      );
    },
    verify: async (...files: string[]) => {
      const { code, out } = await bilik(['verify', ...files, '--identity', identity, '--json']);
      return { code, reports: JSON.parse(out) as Record<string, unknown>[] };
    },
    open: (...files: string[]) =>
      bilik(['package', 'open', ...files, '--identity', identity, '--out', join(folder, 'isi')]),
  };
};

describe('parts of one package', () => {
  it.each([
    ['as they were written', (name: string) => name],
    ['" - Copy"', (name: string) => name.replace('.paket', ' - Copy.paket')],
    ['" - Salin"', (name: string) => name.replace('.paket', ' - Salin.paket')],
    ['"Copy of "', (name: string) => `Copy of ${name}`],
    ['".bin"', (name: string) => name.replace('.paket', '.bin')],
    ['".zip"', (name: string) => name.replace('.paket', '.zip')],
    ['of their own', (_name: string, at: number) => `lampiran ${9 - at}.bin`],
    ['of other parts', (name: string, at: number) => name.replace(/-\d-/, `-${((at + 1) % 3) + 1}-`)],
    ['of several packages', (name: string, at: number) => name.replace('0123456', `${at}23456${at}`)],
  ])('are found under names %s', async (_which, named) => {
    const { parts, verify, open, out } = setting();
    const [first = '', second = '', third = ''] = parts(0, named);
    const { code, reports } = await verify(third, first, second);
    expect(reports).toMatchObject([{ file: third, kind: 'package', verdict: 'valid', packageId: ids[0] }]);
    expect(code).toBe(0);
    expect((await open(second, third, first)).code).toBe(0);
    expect(readdirSync(out)).toContain('manifest.json');
  });

  it('are told from those of another package and from other files', async () => {
    const { parts, verify, put } = setting();
    const pdf = put('surat.pdf', await samplePdf());
    const one = parts(0, (_name, at) => `a${at}.bin`);
    const other = parts(1, (_name, at) => `b${at}.bin`);
    const again = put('b1 (1).bin', sealed[1]!.subarray(partBytes));
    const { reports } = await verify(one[1]!, other[1]!, pdf, one[2]!, again, other[0]!, one[0]!);
    expect(reports.map(({ file, verdict, packageId }) => [file, verdict, packageId])).toEqual([
      [one[1], 'valid', ids[0]],
      [other[1], 'valid', ids[1]],
      [pdf, 'unsigned', undefined],
    ]);
  });

  it('are one package that lacks some, where some are not given', async () => {
    const { parts, verify } = setting();
    const renamed = parts(0, (_name, at) => `${at}.bin`);
    const incomplete = [{ file: renamed[1], kind: 'package', verdict: 'unreadable', findings: ['partsIncomplete'] }];
    expect((await verify(renamed[1]!, renamed[0]!)).reports).toMatchObject(incomplete);
    const named = parts(0, (name) => name);
    expect((await verify(named[0]!, named[2]!)).reports).toMatchObject([{ ...incomplete[0], file: named[0] }]);
  });

  it('are found beside what cannot be read', async () => {
    const { parts, verify, put } = setting();
    const [first = '', second = '', third = ''] = parts(0, (_name, at) => `${at}.bin`);
    const folder = `${put('x', '')}.folder`;
    mkdirSync(folder);
    const { code, reports } = await verify(folder, second, 'tidak-ada.paket', first, third);
    expect(reports.map(({ verdict }) => verdict)).toEqual(['unreadable', 'valid', 'unreadable']);
    expect(code).toBe(2);
  });

  it('are found by their names alone where no identity opens them', async () => {
    const { parts, put } = setting();
    const named = parts(0, (name) => name);
    const stranger = put('lain.txt', `${(await makeReceiver()).identity}\n`);
    for (const identity of [[], ['--identity', stranger]]) {
      const { out } = await bilik(['verify', ...named, ...identity, '--json']);
      expect(JSON.parse(out)).toHaveLength(1);
    }
  });
});
