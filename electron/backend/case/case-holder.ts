import type { ActBody } from '@shared/domain/case/body.ts';
import { askedOf, type Holder, isHolder, type PostAct, type Signer } from '@shared/domain/case/holder.ts';
import type { Level } from '@shared/domain/case/state.ts';
import { samePerson } from '@shared/domain/identity/same-person.ts';
import type { RecordsReader } from '../db/handles.ts';
import { answersKey, answersOf } from '../persons/same-person-rows.ts';
import { getProfile } from '../settings/profile.ts';
import type { CaseFile } from './case-file.ts';

/**
 * Who looks at the cases of this vault; null in a vault without a holder. What is here was judged when it came in, so
 * where a person has not answered whether the holder is meant, the blocks are compared.
 */
export const caseHolder = (tx: RecordsReader): Holder | null => {
  const { person, roles } = getProfile(tx);
  if (person === null) return null;
  const answered = answersOf(tx);
  return { person, roles, is: (named) => answered(named, 'self') ?? samePerson(named, person) };
};

/** Part of the key of every folded case that is kept: the holder, the roles, and who was said to be the holder. */
export const holderKey = (tx: RecordsReader, holder: Holder | null): string =>
  `${JSON.stringify([holder?.person, holder?.roles])} ${answersKey(tx)}`;

/** The holder as who signs. */
export const signerOf = (holder: Holder): Signer => ({
  is: (other) => isHolder(holder, other),
  has: (role) => holder.roles.includes(role),
});

/** How deep the evidence may lie that an act of the holder is asked for; in a case before its first act for all. */
export const askedHere = (
  { state, bodies, holder }: Pick<CaseFile, 'state' | 'bodies' | 'holder'>,
  act: PostAct,
  body: ActBody | null,
): Level => (holder === null ? 2 : askedOf(state, bodies, act, body, signerOf(holder)));
