import { open, readFile } from 'node:fs/promises';
import type { VerdictWord } from '@shared/domain/documents/verdict.ts';
import type { Translate } from '../texts.ts';

/** A file to check, opened as far as telling its kind takes. */
export interface FileToCheck {
  /** As named on the command line. */
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  /** The first bytes, at most 512. */
  readonly head: Buffer;
  /** All bytes. */
  readonly read: () => Promise<Uint8Array>;
}

/** What was found: `report` is the JSON output. */
export interface FileReport {
  readonly report: { readonly file: string; readonly verdict: VerdictWord };
  /** The same in words, a line each. */
  readonly lines: (t: Translate) => string[];
}

/** Checks one kind of file. */
export interface Checker {
  /** True when a file is to be checked as this kind; the first checker that says so has it. */
  readonly recognises: (file: FileToCheck) => boolean;
  /** `now`: milliseconds since 1970. */
  readonly check: (file: FileToCheck, now: number) => FileReport | Promise<FileReport>;
}

const headBytes = 512;

/** Looks at a file; undefined when it cannot be read or is no file. */
export const openFile = async (file: string): Promise<FileToCheck | undefined> => {
  try {
    const handle = await open(file, 'r');
    try {
      const facts = await handle.stat();
      if (!facts.isFile()) return undefined;
      const head = Buffer.alloc(headBytes);
      const { bytesRead } = await handle.read(head, 0, headBytes, 0);
      const read = async (): Promise<Uint8Array> => new Uint8Array(await readFile(file));
      return { file, size: facts.size, head: head.subarray(0, bytesRead), read };
    } finally {
      await handle.close();
    }
  } catch {
    return undefined;
  }
};
