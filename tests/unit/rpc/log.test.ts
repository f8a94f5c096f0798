import { expect, it } from 'vitest';
import { createLog, type LogEntry } from '../../../electron/backend/rpc/log.ts';

/** What is written of an entry, whatever else hangs on it. */
const written = (entry: object): Record<string, unknown> => {
  const lines: string[] = [];
  createLog({ write: (line) => void lines.push(line) }).error(entry as LogEntry);
  expect(lines).toHaveLength(1);
  const { level: _, time: __, ...rest } = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
  return rest;
};

it('a log has names of calls, errors, codes and places in code, and nothing else', () => {
  const entry = { method: 'notes.save', error: 'TypeError', code: 'EIO', at: ['save-note.ts:3:1'] };
  expect(written(entry)).toEqual(entry);
  const input = { title: 'Laras', passphrase: 'kopi tubruk' };
  const more = { ...entry, input, output: input, passphrase: 'kopi tubruk', message: 'Laras', err: new Error('Laras') };
  expect(written(more)).toEqual(entry);
});
