import { findKey } from '@shared/domain/identity/directory.ts';
import { ownRecords } from '@shared/domain/package/own-records.ts';
import type { RecordsReader } from '../db/handles.ts';
import { trustedDirectory } from '../identity/trusted-directory.ts';
import { type CaseFile, toCaseFile } from './case-file.ts';
import { caseHolder } from './case-holder.ts';

/**
 * Acts of a case that stay in this vault (law: keeper); none where no directory is trusted: who works alone sends
 * nothing. `key`: key of this vault, hexadecimal.
 */
export const ownRecordsOf = (tx: RecordsReader, { acts, state }: CaseFile, key: string): ReadonlySet<string> => {
  const holder = caseHolder(tx);
  const trusted = trustedDirectory(tx);
  if (holder === null || trusted === null || state.caseId === null) return new Set();
  const keys = findKey(trusted.directory, key)?.entry.keys.map((known) => known.key) ?? [];
  return ownRecords({ acts, state, holder, ownKeys: [...keys, key] });
};

/** The case without what stays here: by this it is judged who receives what. */
export const sharedPart = (tx: RecordsReader, file: CaseFile, key: string): CaseFile => {
  const own = ownRecordsOf(tx, file, key);
  if (own.size === 0) return file;
  const acts = file.acts.filter(({ hash }) => !own.has(hash));
  return toCaseFile({ acts, broken: file.broken }, file.holder);
};
