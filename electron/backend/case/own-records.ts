import { isMadeForOneself } from '@shared/domain/case/header.ts';
import { ownRecords } from '@shared/domain/package/own-records.ts';
import type { RecordsReader } from '../db/handles.ts';
import { ownCertified, ownKeysHere } from '../identity/own-keys.ts';
import { trustedDirectory } from '../identity/trusted-directory.ts';
import { type CaseFile, toCaseFile } from './case-file.ts';
import { caseHolder } from './case-holder.ts';

/** Keys that the holder of a vault has or had, as directory and vault tell. `key`: key of this vault, hexadecimal. */
export const keysOfHolder = (tx: RecordsReader, key: string): readonly string[] => {
  const trusted = trustedDirectory(tx);
  const entry = trusted === null ? undefined : ownCertified(tx, key, trusted.directory)?.entry;
  return [...(entry?.keys.map((known) => known.key) ?? []), ...ownKeysHere(tx, key)];
};

/** Acts of a case that stay in this vault (law: keeper). `key`: key of this vault, hexadecimal. */
export const ownRecordsOf = (tx: RecordsReader, { acts, state }: CaseFile, key: string): ReadonlySet<string> => {
  const holder = caseHolder(tx);
  if (holder === null || state.caseId === null) return new Set();
  return ownRecords({ acts, holder, ownKeys: keysOfHolder(tx, key) });
};

/** The case without what stays here: by this it is judged who receives what. */
export const sharedPart = (tx: RecordsReader, file: CaseFile, key: string): CaseFile => {
  const own = ownRecordsOf(tx, file, key);
  const acts = file.acts.filter(({ hash }) => !own.has(hash));
  const sayThemselves = acts.length === file.acts.filter(({ header }) => !isMadeForOneself(header)).length;
  return sayThemselves
    ? { ...file, acts, byHash: new Map(acts.map((act) => [act.hash, act])), state: file.shared }
    : toCaseFile({ acts, broken: file.broken }, file.holder, file.identities);
};
