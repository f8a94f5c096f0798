import { describe, expect, it } from 'vitest';
import { exceptionToError, exceptionTrace } from '../../../electron/backend/rpc/exception-to-error.ts';

const withCode = (code: string, cause?: unknown): Error => Object.assign(new Error('rahasia', { cause }), { code });

describe('exceptionToError', () => {
  it.each([
    ['ENOSPC', 'diskFull'],
    ['EDQUOT', 'diskFull'],
    ['SQLITE_FULL', 'diskFull'],
    ['EIO', 'storageFailed'],
    ['SQLITE_IOERR_WRITE', 'storageFailed'],
    ['SQLITE_CORRUPT_VTAB', 'storageFailed'],
    ['SQLITE_CONSTRAINT_UNIQUE', 'internal'],
    ['ENOENT', 'internal'],
  ])('names %s %s', (code, expected) => {
    expect(exceptionToError(withCode(code))).toEqual({ code: expected });
    expect(exceptionToError(new Error('outer', { cause: withCode(code) }))).toEqual({ code: expected });
  });

  it('calls everything else a bug', () => {
    for (const thrown of [new TypeError('x'), 'text', undefined, null, { code: 'ENOSPC' }]) {
      expect(exceptionToError(thrown)).toEqual({ code: 'internal' });
    }
  });
});

describe('exceptionTrace', () => {
  it('keeps the kind and places of an exception, never its message or a folder', () => {
    const trace = exceptionTrace(withCode('EIO'));
    expect(trace.error).toBe('Error');
    expect(trace.code).toBe('EIO');
    expect(trace.at[0]).toMatch(/^exception-to-error\.test\.ts:\d+:\d+$/);
    expect(JSON.stringify(trace)).not.toMatch(/rahasia|[/\\]/);
  });

  it('keeps no text that a name or a code may carry', () => {
    const thrown = Object.assign(new Error('x\n    at rahasia (/home/siti/rahasia.ts:1:2)'), {
      name: 'catatan rahasia',
      code: 'catatan rahasia',
    });
    expect(JSON.stringify(exceptionTrace(thrown))).not.toContain('rahasia');
    expect(exceptionTrace('rahasia')).toEqual({ error: 'string', code: '', at: [] });
  });
});
