import type { ActBody } from '../case/body.ts';
import type { ActHeader } from '../case/header.ts';
import { type NamedHeader, nothingDeeper } from '../case/state.ts';

/** An act that came, or one that is here: the body is null where the header is all there is. */
export interface ActAtHand extends NamedHeader {
  readonly body: ActBody | null;
}

/** Acts that an act names: what it builds on, as far as that can be told here, and what it is about. */
export const namesOf = ({
  header: { refs, about },
  deeper = nothingDeeper,
}: Pick<NamedHeader, 'deeper'> & { readonly header: Pick<ActHeader, 'refs' | 'about'> }): string[] => {
  const names = [...refs, ...deeper.flatMap((heads) => heads ?? [])];
  return about === null ? names : [...names, about];
};

/** What an act builds on, as far as it is at hand, the act itself left out. */
export const pastOf = (act: ActAtHand, all: ReadonlyMap<string, ActAtHand>): ActAtHand[] => {
  const past = new Map<string, ActAtHand>();
  const queue = namesOf(act);
  for (let hash = queue.pop(); hash !== undefined; hash = queue.pop()) {
    const found = all.get(hash);
    if (found === undefined || past.has(hash) || hash === act.hash) continue;
    past.set(hash, found);
    queue.push(...namesOf(found));
  }
  return [...past.values()];
};

/** Openings of a case: one, unless somebody tries to seize it. */
export const openingsOf = (all: ReadonlyMap<string, ActAtHand>): ActAtHand[] =>
  [...all.values()].filter(({ header }) => header.type === 'caseOpened');

/** With the opening, which says whose the posts are: every act builds on it, whether its names lead there or not. */
export const withOpening = (
  { header }: ActAtHand,
  past: readonly ActAtHand[],
  all: ReadonlyMap<string, ActAtHand>,
): readonly ActAtHand[] => (header.type === 'caseOpened' ? past : [...new Set([...past, ...openingsOf(all)])]);

/** Bodies at hand, by the hash of their act. */
export const bodiesOf = (acts: readonly ActAtHand[]): Map<string, ActBody> =>
  new Map(acts.flatMap(({ hash, body }) => (body === null ? [] : [[hash, body] as const])));
