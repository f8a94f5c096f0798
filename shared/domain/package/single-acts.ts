import { type IncomingInput, refusalOf } from './incoming.ts';
import { type ActAtHand, namesOf } from './past.ts';

/**
 * How an act of a held package stands by itself. `here`: nothing new. `takeable`: what it names is here, or takeable
 * too, and nothing but a person's doubt speaks against it. `waits`: it names what is not here. `refused`: never.
 */
export type Standing =
  | { readonly state: 'here' | 'takeable' | 'waits' }
  | { readonly state: 'refused'; readonly codes: readonly string[] };

export interface SingleActsInput extends IncomingInput {
  /** What beside the table speaks against an act and is for no person to overrule; null: nothing. */
  readonly faultOf: (act: ActAtHand) => string | null;
}

type Beside = readonly ActAtHand[];

const judge = (input: SingleActsInput, here: readonly ActAtHand[], act: ActAtHand, beside: Beside): Standing => {
  const fault = input.faultOf(act);
  if (fault !== null) return { state: 'refused', codes: [fault] };
  const refusal = refusalOf({ ...input, held: here, incoming: [act] }, beside);
  if (refusal === null) return { state: 'takeable' };
  return { state: 'refused', codes: refusal.codes.length > 0 ? refusal.codes : [refusal.code] };
};

/** Judges one by one, each with what is here and what of the package stands before it. */
const judgeEach = (input: SingleActsInput, beside: Beside): ReadonlyMap<string, Standing> => {
  const standings = new Map<string, Standing>();
  const here = new Map(input.held.map((act) => [act.hash, act]));
  let left = input.incoming.filter((act) => {
    const known = here.get(act.hash);
    const isKnown = known !== undefined && (known.body !== null || act.body === null);
    if (isKnown) standings.set(act.hash, { state: 'here' });
    return !isKnown;
  });
  for (;;) {
    const next = left.find((act) => namesOf(act).every((hash) => here.has(hash)));
    if (next === undefined) break;
    left = left.filter((act) => act !== next);
    const standing = judge(input, [...here.values()], next, beside);
    standings.set(next.hash, standing);
    if (standing.state === 'takeable') here.set(next.hash, next);
  }
  for (const { hash } of left) standings.set(hash, { state: 'waits' });
  return standings;
};

/**
 * Judges the acts of a package one by one. The table judges each again, so nothing that protects others is passed over.
 * Why an act is for this vault may come after it (an opening is for the unit once it is reported): so what is asked for
 * together is judged together, and only acts that are takeable themselves are such a reason.
 */
export const standingsOf = (input: SingleActsInput): ReadonlyMap<string, Standing> => {
  let beside: Beside = input.incoming;
  for (;;) {
    const standings = judgeEach(input, beside);
    const takeable = beside.filter(({ hash }) => standings.get(hash)?.state === 'takeable');
    if (takeable.length === beside.length) return standings;
    beside = takeable;
  }
};
