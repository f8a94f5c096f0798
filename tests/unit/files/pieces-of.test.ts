import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { writeNewFile } from '../../../electron/backend/export/save-file.ts';
import { piecesOf } from '../../../electron/backend/files/pieces-of.ts';
import { nodeAtomicFs } from '../../../electron/backend/vault/write-atomically.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';

const mega = 1024 * 1024;

/** A file of which no two pieces are alike. */
const fileOf = (size: number): string => {
  const path = join(temporaryFolder(), 'asal');
  const bytes = Buffer.alloc(size);
  for (let at = 0; at < size; at += 1024) bytes.writeUInt32BE(at, Math.min(at, size - 4));
  writeFileSync(path, bytes);
  return path;
};

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('the pieces of a file', () => {
  it.each([0, 4, mega - 4, mega, mega + 4, 5 * mega + 512])('are all of it (%d bytes)', async (size) => {
    const path = fileOf(size);
    const read: Buffer[] = [];
    for await (const bytes of piecesOf(path)) read.push(Buffer.from(bytes));
    expect(digest(Buffer.concat(read))).toBe(digest(readFileSync(path)));
  });

  it('stay as they are while they are under way to the disk, however long that takes', async () => {
    const path = fileOf(9 * mega);
    const to = join(temporaryFolder(), 'salinan');
    const slow: typeof nodeAtomicFs = {
      ...nodeAtomicFs,
      open: async (...args) => {
        const handle = await nodeAtomicFs.open(...args);
        const write = handle.write.bind(handle) as (...given: unknown[]) => Promise<unknown>;
        const late = async (...given: unknown[]) => {
          await setTimeout(20);
          return write(...given);
        };
        return Object.assign(handle, { write: late });
      },
    };
    await writeNewFile(slow, to, piecesOf(path));
    expect(digest(readFileSync(to))).toBe(digest(readFileSync(path)));
  });

  it('end with whoever takes no more, and leave no file open', async () => {
    const path = fileOf(5 * mega);
    for await (const bytes of piecesOf(path)) {
      expect(bytes).toHaveLength(mega);
      break;
    }
    await expect(piecesOf(join(path, 'tidak ada')).next()).rejects.toMatchObject({ code: 'ENOTDIR' });
  });
});
