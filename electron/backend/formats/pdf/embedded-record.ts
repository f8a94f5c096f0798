import {
  maxRecordFileBytes,
  type ReadRecordFile,
  readRecordFile,
  recordFaults,
  recordFileName,
} from '../record/record-file.ts';
import { embeddedFile } from './embedded-file.ts';

/** What a PDF carries of a record of guidance. */
export type EmbeddedRecord =
  | { readonly state: 'none' }
  | { readonly state: 'valid'; readonly record: ReadRecordFile }
  /** More than one, none readable, or one with a signature that does not hold: the code says which. */
  | { readonly state: 'damaged'; readonly code: EmbeddedRecordFault };

/** Codes of what can be wrong with an embedded record. */
export const embeddedRecordFaults = ['severalRecords', ...recordFaults] as const;
export type EmbeddedRecordFault = (typeof embeddedRecordFaults)[number];

/** The record inside one of our signed documents, checked. `bytes` as for `embeddedFile`. Never throws. */
export const embeddedRecord = (bytes: Uint8Array): EmbeddedRecord => {
  const file = embeddedFile(bytes, recordFileName, maxRecordFileBytes);
  if (file === 'none') return { state: 'none' };
  if (file === 'several') return { state: 'damaged', code: 'severalRecords' };
  if (file === 'unreadable') return { state: 'damaged', code: 'recordFileInvalid' };
  const record = readRecordFile(file.bytes);
  return record.ok ? { state: 'valid', record: record.value } : { state: 'damaged', code: record.error.code };
};
