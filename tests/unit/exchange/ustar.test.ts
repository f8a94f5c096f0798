import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PackageFailure } from '../../../electron/backend/formats/package/format-failure.ts';
import {
  blockSize,
  checksumOf,
  fields,
  isEntryName,
  ustarEnd,
  ustarHeader,
  ustarPadding,
} from '../../../electron/backend/formats/package/ustar.ts';
import { createUstarReader } from '../../../electron/backend/formats/package/ustar-reader.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';

interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const limit = 1_000_000;

const write = (files: readonly File[], end: Uint8Array = ustarEnd()): Buffer =>
  Buffer.concat([
    ...files.flatMap(({ name, bytes }) => [ustarHeader(name, bytes.length), bytes, ustarPadding(bytes.length)]),
    end,
  ]);

/** Reads a tar file given in pieces of `step` bytes. */
const read = (tar: Uint8Array, step = tar.length, maxEntryBytes = limit): File[] => {
  const reader = createUstarReader(maxEntryBytes);
  const files: { name: string; size: number; parts: Uint8Array[]; ended: boolean }[] = [];
  for (let at = 0; at < tar.length; at += step) {
    for (const event of reader.push(tar.subarray(at, at + step))) {
      const last = files.at(-1);
      if (event.type === 'entry') files.push({ name: event.name, size: event.size, parts: [], ended: false });
      else if (event.type === 'data') last?.parts.push(event.bytes);
      else if (last !== undefined) last.ended = true;
    }
  }
  reader.finish();
  expect(files.every(({ ended, size, parts }) => ended && Buffer.concat(parts).length === size)).toBe(true);
  return files.map(({ name, parts }) => ({ name, bytes: Buffer.concat(parts) }));
};

const codeOf = (tar: Uint8Array, maxEntryBytes = limit): string => {
  try {
    read(tar, tar.length, maxEntryBytes);
    return 'ok';
  } catch (thrown) {
    if (thrown instanceof PackageFailure) return thrown.code;
    throw thrown;
  }
};

const entryName = fc
  .array(fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,20}$/), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('/'));
const aFile = fc.record({ name: entryName, bytes: fc.uint8Array({ maxLength: 3000 }) });
/** Files that can lie in one folder: no name is another's folder. */
const someFiles = fc
  .uniqueArray(aFile, { maxLength: 6, selector: ({ name }) => name.toLowerCase() })
  .filter((files) => files.every(({ name }) => files.every((other) => !other.name.startsWith(`${name}/`))));

const plain = (files: readonly File[]) => files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('hex')]);

describe('our tar', () => {
  it('gives back any list of files, in pieces of any size', () => {
    fc.assert(
      fc.property(fc.array(aFile, { maxLength: 6 }), fc.integer({ min: 1, max: 2000 }), (files, step) => {
        expect(plain(read(write(files), step))).toEqual(plain(files));
      }),
      { numRuns: 200 },
    );
  });

  it('is read by GNU tar, which says nothing against it', () => {
    fc.assert(
      fc.property(someFiles, (files) => {
        const folder = mkdtempSync(join(tmpdir(), 'bilik-tar-'));
        try {
          writeFileSync(join(folder, 'a.tar'), write(files));
          const said = execFileSync('bash', ['-c', 'tar -xf a.tar 2>&1; tar -tf a.tar 2>&1'], { cwd: folder });
          expect(said.toString()).toBe(files.map(({ name }) => `${name}\n`).join(''));
          for (const { name, bytes } of files) expect(readFileSync(join(folder, name)).equals(bytes)).toBe(true);
        } finally {
          rmSync(folder, { recursive: true });
        }
      }),
      { numRuns: 15 },
    );
  });

  it('is what GNU tar writes as ustar', () => {
    fc.assert(
      fc.property(
        someFiles.filter((files) => files.length > 0),
        (files) => {
          const folder = mkdtempSync(join(tmpdir(), 'bilik-tar-'));
          try {
            for (const { name, bytes } of files) {
              mkdirSync(join(folder, dirname(name)), { recursive: true });
              writeFileSync(join(folder, name), bytes);
            }
            const names = files.map(({ name }) => name);
            const tar = execFileSync('tar', ['--format=ustar', '-cf', '-', '--', ...names], { cwd: folder });
            expect(plain(read(tar))).toEqual(plain(files));
          } finally {
            rmSync(folder, { recursive: true });
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  it('takes only names that lie below a folder', () => {
    for (const name of [
      '',
      '/a',
      '../a',
      'a/../b',
      'a//b',
      './a',
      'a/',
      '.a',
      'a b',
      'é',
      'a\n',
      'a\\b',
      'x'.repeat(101),
    ]) {
      expect(isEntryName(name)).toBe(false);
      expect(() => ustarHeader(name, 1)).toThrow(RangeError);
    }
    expect(() => ustarHeader('a', -1)).toThrow(RangeError);
    expect(() => ustarHeader('a', 8 ** 11)).toThrow(RangeError);
    expect(isEntryName(`blobs/${'0'.repeat(64)}`)).toBe(true);
  });
});

/** One entry whose header was changed and given the right checksum again. */
const changed = (change: (header: Buffer) => void): Buffer => {
  const tar = write([{ name: 'a', bytes: Buffer.from('isi') }]);
  const header = tar.subarray(0, blockSize);
  change(header);
  header.write(`${checksumOf(header).toString(8).padStart(6, '0')}\0 `, fields.checksum[0], 'latin1');
  return tar;
};
const put = (field: keyof typeof fields, text: string) =>
  changed((header) => {
    header.write(text, fields[field][0], 'latin1');
  });

describe('a tar file beyond our subset', () => {
  it('reads the same entry when nothing was changed', () => {
    expect(codeOf(changed(() => undefined))).toBe('ok');
  });

  it.each(['\0', '1', '2', '3', '4', '5', '6', '7', 'x', 'g', 'L', 'K', 'S', 'V', 'D'])('refuses type %j', (type) => {
    expect(codeOf(put('type', type))).toBe('packageUnreadable');
  });

  it('refuses other formats, prefixes, links and what stands behind the end of a text', () => {
    expect(codeOf(put('magic', 'ustar  \0'))).toBe('packageUnreadable');
    expect(codeOf(put('magic', 'ustar\u000001'))).toBe('packageUnreadable');
    expect(codeOf(put('prefix', 'folder'))).toBe('packageUnreadable');
    expect(codeOf(put('linkName', 'b'))).toBe('packageUnreadable');
    expect(codeOf(put('name', 'a\0b'))).toBe('packageUnreadable');
    expect(codeOf(put('userName', 'a\0b'))).toBe('packageUnreadable');
    expect(codeOf(put('rest', 'x'))).toBe('packageUnreadable');
    expect(codeOf(put('name', '/etc/passwd'))).toBe('packageUnreadable');
    expect(codeOf(put('name', '../a'))).toBe('packageUnreadable');
  });

  it('refuses numbers that are not plain octal', () => {
    for (const size of ['0000000000x\0', '-0000000003\0', ' 0000000003\0', '00000000008\0', '000000000033', '\0']) {
      expect(codeOf(put('size', size))).toBe('packageUnreadable');
    }
    const base256 = changed((header) => {
      header.fill(0, fields.size[0], fields.size[0] + fields.size[1]);
      header[fields.size[0]] = 0x80;
      header[fields.size[0] + 11] = 3;
    });
    expect(codeOf(base256)).toBe('packageUnreadable');
    for (const field of ['mode', 'uid', 'gid', 'mtime', 'deviceMajor', 'deviceMinor'] as const) {
      expect(codeOf(put(field, 'z'))).toBe('packageUnreadable');
    }
  });

  it('refuses a wrong checksum, whichever bit of the header was changed', () => {
    const tar = write([{ name: 'a', bytes: Buffer.from('isi') }]);
    for (let bit = 0; bit < 8 * blockSize; bit += 1) {
      const copy = Buffer.from(tar);
      copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(codeOf(copy)).toBe('packageUnreadable');
    }
  });

  it('refuses entries over the limit before their bytes come', () => {
    expect(codeOf(ustarHeader('a', limit + 1))).toBe('packageTooLarge');
    expect(codeOf(write([{ name: 'a', bytes: Buffer.alloc(11) }]), 10)).toBe('packageTooLarge');
    expect(codeOf(write([{ name: 'a', bytes: Buffer.alloc(10) }]), 10)).toBe('ok');
  });

  it('refuses a missing end, padding that is not zero, and anything after the end', () => {
    const one = [{ name: 'a', bytes: Buffer.from('isi') }];
    const whole = write(one);
    for (let length = 1; length < whole.length; length += 1) {
      expect(codeOf(whole.subarray(0, length))).toBe('packageUnreadable');
    }
    expect(codeOf(Buffer.alloc(0))).toBe('packageUnreadable');
    const padded = Buffer.from(whole);
    padded[blockSize + 100] = 1;
    expect(codeOf(padded)).toBe('packageUnreadable');
    expect(codeOf(write(one, Buffer.alloc(20 * blockSize)))).toBe('ok');
    expect(codeOf(write(one, Buffer.alloc(21 * blockSize)))).toBe('packageUnreadable');
    expect(codeOf(Buffer.concat([whole, write(one)]))).toBe('packageUnreadable');
    expect(codeOf(Buffer.concat([whole, Buffer.from('x')]))).toBe('packageUnreadable');
  });

  it('refuses what GNU tar writes beyond it', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a'), 'isi');
    mkdirSync(join(folder, 'd'));
    const long = 'x'.repeat(120);
    writeFileSync(join(folder, long), 'isi');
    const tar = (...args: string[]) => execFileSync('tar', ['-cf', '-', ...args], { cwd: folder });
    expect(codeOf(tar('--format=ustar', 'a'))).toBe('ok');
    expect(codeOf(tar('--format=gnu', 'a'))).toBe('packageUnreadable');
    expect(codeOf(tar('--format=pax', '--pax-option=comment=x', 'a'))).toBe('packageUnreadable');
    expect(codeOf(tar('--format=v7', 'a'))).toBe('packageUnreadable');
    expect(codeOf(tar('--format=ustar', 'd'))).toBe('packageUnreadable');
    expect(codeOf(tar('--format=gnu', long))).toBe('packageUnreadable');
  });
});
