import { maxContainerBytes } from '../act/act-container.ts';
import { copyErrorCodes, copyFileName, type OpenedCopy, readActCopy } from '../act/act-copy.ts';
import type { OpenedAct } from '../act/act-crypto.ts';
import { embeddedFile } from './embedded-file.ts';

/** What the PDF of a copy for the employee carries of the act that was copied. */
export type EmbeddedCopy =
  | { readonly state: 'none' }
  | { readonly state: 'valid'; readonly copy: OpenedCopy }
  | { readonly state: 'damaged'; readonly code: CopyFault };

/** Codes of what can be wrong with it; of a paper by the release alone: another act, other parts left out. */
export const copyFaults = ['severalCopies', 'copyOfOther', 'copyLeftOutDiffers', ...copyErrorCodes] as const;
export type CopyFault = (typeof copyFaults)[number];

const sameParts = (one: readonly unknown[], other: readonly string[]): boolean =>
  one.length === other.length && other.every((part) => one.includes(part));

/** Whether it is a copy of what the act of release says; null: it is. */
const faultBeside = ({ header, body }: OpenedAct, copy: OpenedCopy): CopyFault | null => {
  if (header.type !== 'copyReleased' || header.about !== copy.hash) return 'copyOfOther';
  const leftOut = body?.content.leftOut ?? [];
  return Array.isArray(leftOut) && sameParts(leftOut, copy.leftOut) ? null : 'copyLeftOutDiffers';
};

/**
 * The act that a copy for the employee shows, checked by itself and against the act of release in the same PDF. `bytes`
 * as for `embeddedFile`. Never throws.
 */
export const embeddedCopy = (bytes: Uint8Array, release: OpenedAct | null): EmbeddedCopy => {
  const file = embeddedFile(bytes, copyFileName, maxContainerBytes);
  if (file === 'none') return { state: 'none' };
  if (file === 'several') return { state: 'damaged', code: 'severalCopies' };
  if (file === 'unreadable') return { state: 'damaged', code: 'copyFileInvalid' };
  const read = readActCopy(file.bytes);
  if (!read.ok) return { state: 'damaged', code: read.error.code };
  const fault = release === null ? 'copyOfOther' : faultBeside(release, read.value);
  return fault === null ? { state: 'valid', copy: read.value } : { state: 'damaged', code: fault };
};
