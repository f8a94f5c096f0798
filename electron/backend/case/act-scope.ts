import type { ActBody } from '@shared/domain/case/body.ts';
import type { HeaderDraft } from '@shared/domain/case/definition.ts';
import type { ActHeaderV2 } from '@shared/domain/case/header.ts';
import { enteredAs, type ScopeInput, scopeOf } from '@shared/domain/case/scope.ts';
import type { CaseState } from '@shared/domain/case/state.ts';
import { findKey } from '@shared/domain/identity/directory.ts';
import { namedKeyFor } from '@shared/domain/package/named-key.ts';
import type { RecordsReader } from '../db/handles.ts';
import { trustedDirectory } from '../identity/trusted-directory.ts';
import { sameKeyHere, whoIsWhoHere } from '../identity/who-is-who.ts';
import type { CaseFile } from './case-file.ts';
import { caseHolder, signerOf } from './case-holder.ts';
import { ownRecordsOf, sharedPart } from './own-records.ts';
import type { StoredAct } from './stored-act.ts';

/** For whom a new act is, and what it builds on. */
export interface Scoped extends Pick<ActHeaderV2, 'scope' | 'enteredAs' | 'namedKey'> {
  /** The case before the act, as far as the act may name it. */
  readonly state: CaseState;
}

/** The key that the directory certifies for the author of an act from paper; null where there is none. */
const namedKeyOf = (
  tx: RecordsReader,
  { origin, capacity }: Pick<HeaderDraft, 'origin' | 'capacity'>,
  { author }: ActBody,
): string | null => {
  const directory = origin === 'paper' ? trustedDirectory(tx)?.directory : undefined;
  if (directory === undefined) return null;
  const who = whoIsWhoHere(tx, null, directory);
  return (
    namedKeyFor(directory, (entry, person) => who.ofEntry(entry, person) === 'same', author, capacity)?.key ?? null
  );
};

/** Whether the directory of this vault has a key for the author of an act from paper, who is not who entered it. */
export const isAuthorKnownHere = (tx: RecordsReader, { header, body }: Pick<StoredAct, 'header' | 'body'>): boolean => {
  const key = body === null ? null : namedKeyOf(tx, header, body);
  const entry = key === null ? undefined : findKey(trustedDirectory(tx)?.directory ?? { entries: [] }, key)?.entry;
  return entry?.keys.every((known) => known.key !== header.authorKey) ?? false;
};

/** Judges for whom a new act is (law: keeper). `key`: key of this vault. Throws in a vault without a holder. */
export const scopeOfAct = (
  tx: RecordsReader,
  file: CaseFile,
  key: string,
  { header, body }: { readonly header: HeaderDraft; readonly body: ActBody },
): Scoped => {
  const holder = caseHolder(tx);
  if (holder === null) throw new Error('the vault has no holder');
  const { state: shared } = sharedPart(tx, file, key);
  const input: ScopeInput = {
    shared,
    signed: file.signed,
    sameKey: sameKeyHere(tx),
    own: ownRecordsOf(tx, file, key),
    header,
    body,
    signer: signerOf(holder),
  };
  const scope = scopeOf(input);
  return {
    scope,
    enteredAs: enteredAs(scope, input, holder),
    // A record for oneself asks nobody.
    namedKey: scope === 'shared' ? namedKeyOf(tx, header, body) : null,
    state: scope === 'shared' ? shared : file.state,
  };
};
