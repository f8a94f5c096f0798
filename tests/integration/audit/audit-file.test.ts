import { describe, expect, it } from 'vitest';
import { publicKeyOf, signingKeyOf } from '../../../electron/backend/crypto/ed25519.ts';
import { writeNote } from '../../../electron/backend/crypto/signed-note.ts';
import type { ChainRow } from '../../../electron/backend/trail/audit-chain.ts';
import { auditFile } from '../../../electron/backend/trail/audit-file.ts';
import { checkAuditFile, maxAuditFileBytes } from '../../../electron/backend/trail/check-audit-file.ts';
import { auditOrigin, openCheckpoint, writeCheckpoint } from '../../../electron/backend/trail/checkpoint.ts';
import { toHex } from '../../../shared/kernel/bytes.ts';
import { edited, growTo } from '../../fixtures/audit-chains.ts';

const key = signingKeyOf(Buffer.alloc(32, 9));
const stranger = signingKeyOf(Buffer.alloc(32, 8));
const vaultId = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';

/** The file of a chain; the checkpoint is of `stated`, signed by `by`. */
const fileOf = (rows: readonly ChainRow[], stated = rows, by = key): Buffer => {
  const instance = { instanceId: vaultId, signNote: (name: string, text: string) => writeNote(by, name, text) };
  const head = { entries: stated.length, head: stated.at(-1)?.hash ?? new Uint8Array(32) };
  const note = writeCheckpoint(instance, 'records', head);
  const first = { format: 'bilik/audit/v1', vaultId, store: 'records', key: toHex(publicKeyOf(key)) } as const;
  return Buffer.concat([...auditFile(first, rows, { note, size: rows.length })]);
};

const chain = growTo(8);
const file = fileOf(chain);
const lines = file.toString('utf8').split('\n').slice(0, -1);
const ofLines = (changed: readonly string[]): Buffer => Buffer.from(`${changed.join('\n')}\n`);
const without = (at: number): string[] => lines.filter((_, index) => index !== at);

describe('an exported audit trail', () => {
  it('is valid as it was written, also when it is long or empty', () => {
    expect(checkAuditFile(file)).toMatchObject({ verdict: 'valid', entries: 8, broken: null, findings: [] });
    expect(checkAuditFile(fileOf([]))).toMatchObject({ verdict: 'valid', entries: 0, from: null, to: null });
    const long = growTo(3000);
    expect(checkAuditFile(fileOf(long))).toMatchObject({ verdict: 'valid', entries: 3000, to: long[2999]?.at });
  });

  it('is not valid with any one bit of any byte turned', () => {
    const passed = [...file.keys()].filter((at) => {
      const changed = Buffer.from(file);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      return checkAuditFile(changed).verdict === 'valid';
    });
    expect(passed).toEqual([]);
  });

  it('is not valid cut anywhere, or with anything behind it', () => {
    // Without the last line feed all lines are still whole.
    const cuts = [...file.keys()]
      .slice(0, -1)
      .filter((size) => checkAuditFile(file.subarray(0, size)).verdict === 'valid');
    expect(cuts).toEqual([]);
    for (const more of ['x', '\n', '{}\n', `${lines[1]}\n`, `${lines.at(-1)}\n`])
      expect(checkAuditFile(Buffer.concat([file, Buffer.from(more)])).verdict).toBe('invalid');
  });

  it.each([
    ['a line taken out', ofLines(without(5)), { seq: 5, reason: 'sequence' }],
    [
      'two lines swapped',
      ofLines(lines.map((line, at) => lines[at === 5 ? 6 : at === 6 ? 5 : at] ?? line)),
      { seq: 5, reason: 'sequence' },
    ],
    [
      'an entry edited',
      fileOf(chain.map((row) => (row.seq === 7 ? edited(row, 'subject') : row))),
      { seq: 7, reason: 'hash' },
    ],
    [
      'a hash edited',
      fileOf(chain.map((row) => (row.seq === 7 ? edited(row, 'hash') : row))),
      { seq: 7, reason: 'hash' },
    ],
    [
      'a line that is none',
      ofLines(lines.map((line, at) => (at === 4 ? '{"entry":{}}' : line))),
      { seq: 4, reason: 'form' },
    ],
    [
      'a line in another form',
      ofLines(lines.map((line, at) => (at === 4 ? line.replace(',', ', ') : line))),
      { seq: 4, reason: 'form' },
    ],
    ['an empty line', ofLines([...lines.slice(0, 4), '', ...lines.slice(4)]), { seq: 4, reason: 'form' }],
  ])('names the first bad entry of %s', (_name, bytes, broken) => {
    expect(checkAuditFile(bytes)).toMatchObject({ verdict: 'invalid', entries: broken.seq - 1, broken });
    expect(checkAuditFile(bytes).findings).toContain('entryBroken');
  });

  it('needs a checkpoint that states this chain, signed by this key', () => {
    const rewritten = growTo(8, chain.slice(0, 6), 'ff');
    expect(checkAuditFile(fileOf(rewritten, chain))).toMatchObject({ broken: null, findings: ['checkpointDiffers'] });
    expect(checkAuditFile(fileOf(chain.slice(0, 7), chain)).findings).toEqual(['checkpointDiffers']);
    expect(checkAuditFile(fileOf(growTo(9), chain)).findings).toEqual(['checkpointDiffers']);
    expect(checkAuditFile(fileOf(chain, chain, stranger)).findings).toEqual(['noteUnsigned']);
    expect(checkAuditFile(ofLines(without(9))).findings).toEqual(['checkpointMissing']);
    const other = ofLines([(lines[0] ?? '').replace('records', 'notes'), ...lines.slice(1)]);
    expect(checkAuditFile(other).findings).toEqual(['noteUnsigned']);
  });

  it('says of other files that they are none', () => {
    for (const text of ['', 'x', '{}', `${lines[1]}\n`, (lines[0] ?? '').replace('v1', 'v2')])
      expect(checkAuditFile(Buffer.from(text))).toMatchObject({ verdict: 'unreadable', findings: ['notAnAuditFile'] });
    expect(checkAuditFile(new Uint8Array(maxAuditFileBytes + 1)).findings).toEqual(['tooLarge']);
  });
});

describe('a checkpoint', () => {
  const origin = auditOrigin(vaultId, 'records');
  const head = Buffer.alloc(32, 1).toString('base64');
  const opened = (text: string): string => {
    const result = openCheckpoint(writeNote(key, origin, text), origin, publicKeyOf(key));
    return result.ok ? `${result.value.size}` : result.error.code;
  };

  it('has three lines in one form, and its own origin', () => {
    expect(opened(`${origin}\n7\n${head}\n`)).toBe('7');
    expect(opened(`${origin}\n0\n${head}\n`)).toBe('0');
    const others = [
      `${origin}\n007\n${head}\n`,
      `${origin}\n-1\n${head}\n`,
      `${origin}\n1e3\n${head}\n`,
      `${origin}\n7.5\n${head}\n`,
      `${origin}\n99999999999999999999\n${head}\n`,
      `${origin}\n7\n${head.slice(0, 20)}\n`,
      `${origin}\n7\n${head.replace('=', '')}\n`,
      `${origin}\n7\n${head}\nlebih\n`,
      `${auditOrigin(vaultId, 'notes')}\n7\n${head}\n`,
      `${origin}\n`,
    ];
    for (const text of others) expect([text, opened(text)]).toEqual([text, 'noteMalformed']);
  });
});
