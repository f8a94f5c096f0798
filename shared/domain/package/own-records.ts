import { foldCase } from '../case/fold.ts';
import { isMadeForOneself } from '../case/header.ts';
import { foldFor, type Holder, isInPost, type Signer } from '../case/holder.ts';
import { samePerson } from '../identity/same-person.ts';
import { type ActAtHand, bodiesOf, pastOf, withOpening } from './past.ts';

export interface OwnRecordsInput {
  /** Acts of a case in this vault. */
  readonly acts: readonly ActAtHand[];
  readonly holder: Holder;
  /** Keys that the holder has or had. */
  readonly ownKeys: readonly string[];
}

/**
 * What the holder entered by v1 from paper in the name of others whose paper the law does not give to the holder: such
 * acts do not say themselves that they are for oneself.
 */
const enteredForOthers = ({ acts, holder }: OwnRecordsInput, mine: readonly ActAtHand[]): string[] => {
  const all = new Map(acts.map((act) => [act.hash, act]));
  const signer: Signer = {
    is: (person) => samePerson(person, holder.person),
    has: (role) => holder.roles.includes(role),
  };
  const isForAll = (act: ActAtHand): boolean => {
    const grounds = withOpening(act, pastOf(act, all), all);
    return isInPost(foldCase(grounds, 0), bodiesOf(grounds), act.header, act.body, signer);
  };
  const fromPaper = mine.filter(({ header }) => header.format === 'bilik/act/v1' && header.origin === 'paper');
  return fromPaper.filter((act) => !isForAll(act)).map(({ hash }) => hash);
};

/** With the acts that are about one of them, and the acts about those. */
const withAbout = (acts: readonly ActAtHand[], own: ReadonlySet<string>): ReadonlySet<string> => {
  const more = acts.filter(({ hash, header }) => !own.has(hash) && own.has(header.about ?? ''));
  return more.length === 0 ? own : withAbout(acts, new Set([...own, ...more.map(({ hash }) => hash)]));
};

/**
 * Acts of a case that are records for oneself and leave in no package (law: keeper): those that say so, and of v1 what
 * the holder entered from paper in another's name without keeping that paper by law, what is about that, and what the
 * holder signed that has effect by it alone. Everything else is shared.
 */
export const ownRecords = (input: OwnRecordsInput): ReadonlySet<string> => {
  const { acts, holder, ownKeys } = input;
  const made = acts.filter(({ header }) => isMadeForOneself(header)).map(({ hash }) => hash);
  const mine = acts.filter(({ header }) => ownKeys.includes(header.authorKey));
  const entered = enteredForOthers(input, mine);
  if (entered.length === 0) return new Set(made);
  const bodies = bodiesOf(acts);
  const effective = new Set(foldFor(acts, bodies, holder).acts.map(({ hash }) => hash));
  const mineInEffect = new Set(mine.filter(({ hash }) => effective.has(hash)).map(({ hash }) => hash));
  let own = withAbout(acts, new Set([...made, ...entered]));
  for (;;) {
    const shared = foldFor(
      acts.filter(({ hash }) => !own.has(hash)),
      bodies,
      holder,
    );
    const idle = shared.refused.filter(({ hash }) => mineInEffect.has(hash)).map(({ hash }) => hash);
    if (idle.length === 0) return own;
    own = withAbout(acts, new Set([...own, ...idle]));
  }
};
