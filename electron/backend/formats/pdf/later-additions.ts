import { Buffer } from 'node:buffer';
import { forbidsAdditions } from './certified.ts';
import { revisionUntil } from './pdf-revision.ts';
import { readUpdate } from './pdf-update.ts';
import { type ByteRange, broughtBy } from './silent-update.ts';

/**
 * What came after the first signed revision: nothing, nothing that shows, what may change what is shown, or anything
 * though a signer said that nothing may come.
 */
export type LaterAdditions = 'none' | 'silent' | 'shown' | 'forbidden';

/** Bytes behind the end of a file within which readers look for it. */
const maxTail = 1024;
/** A comment in which no reader finds an object or cross-references. */
const comment = /^%(?!.*(?:startxref|xref|trailer|obj|stream))[^\r\n]*$/;

/** Blanks, and few comments: what mail programs and scanners of mail leave behind the end, which shows nothing. */
const isSilentTail = (text: string): boolean =>
  /^[\0\t\n\f\r ]*$/.test(text) ||
  (text.length <= maxTail &&
    text.split(/[\0\t\f ]*[\r\n]+[\0\t\f ]*/).every((line) => /^[\0\t\f ]*$/.test(line) || comment.test(line)));

/** Updates that are looked at; a file with more is one made to keep a reader busy. */
const maxUpdates = 60;

/**
 * What was added to a PDF after `end`, where its first signature ends. `silent`: strict incremental updates with
 * signatures without appearance, timestamps and the data to check them, and no more. Whatever cannot be read as that is
 * `shown`. `forbidden`: more than timestamps and that data, where a signature says that nothing may come.
 * `ranges`: the signatures that were found; a field with another one is no signature. Never throws.
 */
export const laterAdditions = (bytes: Uint8Array, end: number, ranges: readonly ByteRange[]): LaterAdditions => {
  if (end >= bytes.length) return 'none';
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const text = buffer.toString('latin1');
  if (isSilentTail(text.slice(end))) return 'silent';
  try {
    let revision = revisionUntil({ bytes: buffer, text }, end);
    const holes = revision.holes(end);
    let at = end;
    for (let updates = 0; !isSilentTail(text.slice(at)); updates += 1) {
      const update = readUpdate(revision, at);
      const brought = updates >= maxUpdates ? 'shown' : broughtBy(revision, update, { holes, ranges });
      if (brought !== 'data' && forbidsAdditions(revision)) return 'forbidden';
      if (brought === 'shown') return 'shown';
      revision = update.revision;
      at = update.end;
    }
    return 'silent';
  } catch {
    return 'shown';
  }
};
