import type { AppError } from '@shared/kernel/result.ts';

/** Node's and SQLite's codes of a full disk. */
const fullCodes = ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'];
/** Codes of a disk that fails, by their beginning. */
const failedCodes = [
  'EIO',
  'EROFS',
  'SQLITE_IOERR',
  'SQLITE_CORRUPT',
  'SQLITE_NOTADB',
  'SQLITE_READONLY',
  'SQLITE_CANTOPEN',
];

const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : '');

/** Error code for an exception that a handler let through: trouble with the disk, or a bug. */
export const exceptionToError = (thrown: unknown): AppError<'diskFull' | 'storageFailed' | 'internal'> => {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    const code = codeOf(error);
    if (fullCodes.includes(code)) return { code: 'diskFull' };
    if (failedCodes.some((prefix) => code.startsWith(prefix))) return { code: 'storageFailed' };
  }
  return { code: 'internal' };
};

/** What may be logged of an exception: its kind, its code and places in our code. Never its message. */
export interface ExceptionTrace {
  readonly error: string;
  readonly code: string;
  readonly at: readonly string[];
}

/** Strips an exception of everything that could hold a person's text or a path. */
export const exceptionTrace = (thrown: unknown): ExceptionTrace => {
  if (!(thrown instanceof Error)) return { error: typeof thrown, code: '', at: [] };
  // The stack begins with the message, which may hold lines that look like places.
  const { message, stack: whole = '' } = thrown;
  const stack = whole.includes(message) ? whole.slice(whole.indexOf(message) + message.length) : '';
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  const places = frames.flatMap((line) => /([^/\\():]+:\d+:\d+)\)?$/.exec(line)?.[1] ?? []);
  return { error: safeName(thrown.name), code: safeName(codeOf(thrown)), at: places.slice(0, 12) };
};

const safeName = (name: string): string => (/^[A-Za-z0-9_]{0,60}$/.test(name) ? name : 'Error');
