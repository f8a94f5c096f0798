import { decidesForOthers } from '@shared/domain/case/acts/follow-up.ts';
import { foldFor } from '@shared/domain/case/holder.ts';
import { type Directory, findKey } from '@shared/domain/identity/directory.ts';
import type { Decided } from '@shared/domain/package/both-ways.ts';
import {
  type CertificationFault,
  certificationFaults,
  type Doubt,
  doubts,
  isDoubt,
} from '@shared/domain/package/certification.ts';
import { createBrokenLine } from '@shared/domain/package/forked-past.ts';
import type { IncomingInput } from '@shared/domain/package/incoming.ts';
import { heardOnPaper, isBeforeNamedKey } from '@shared/domain/package/named-key.ts';
import { bodiesOf, namesOf } from '@shared/domain/package/past.ts';
import { undoingActs } from '@shared/domain/package/undoing.ts';
import { isEarlier } from '@shared/kernel/date.ts';
import type { StoredAct } from '../../case/stored-act.ts';
import { withGivenUp } from '../../identity/own-keys.ts';
import { nowOf, type Unlocked } from '../../vault/unlocked.ts';
import { takenLists } from '../ledger/key-lists.ts';
import { bothWays, type Grounds, groundsOf, type Own, ownEntry, tableInput } from './judge-acts.ts';
import type { IncomingAct } from './judged-package.ts';

type Known = Pick<IncomingAct | StoredAct, 'hash' | 'header' | 'deeper'>;

/** True when an act is dated before one that it names itself: it cannot have known that then. */
const isBeforeNamed = (act: IncomingAct, known: ReadonlyMap<string, Known>): boolean =>
  namesOf(act).some((hash) => isEarlier(act.header.statedAt, known.get(hash)?.header.statedAt ?? null));

/** Acts that take its effect from one that is here, whoever is meant by those whom nothing tells apart. */
const undoingHere = (
  { vault: { records } }: Unlocked,
  directory: Directory,
  own: Own | null,
  here: IncomingInput['held'],
  incoming: readonly IncomingAct[],
): ReadonlySet<string> => {
  const input = own && tableInput(records, directory, own, here);
  if (own === null || input === null) return new Set();
  const undoing = (decided: Decided) => {
    const { held, holder } = input(decided);
    return undoingActs({ held, incoming, fold: (acts) => foldFor(acts, bodiesOf(acts), holder) });
  };
  const { apart, together } = bothWays(records, directory, own, undoing);
  return new Set([...apart, ...together]);
};

/**
 * What speaks against the key, the role, the line or the dates of acts that came, as of now, the gravest first. Beside
 * the directory it is the acts that they name, at hand here or come along, which bound them.
 */
export const actFaults = (
  unlocked: Unlocked,
  directory: Directory,
  caseId: string | null,
  acts: readonly IncomingAct[],
): ((act: IncomingAct) => readonly CertificationFault[]) => {
  const { records } = unlocked.vault;
  const { acts: here, instead }: Grounds =
    caseId === null ? { acts: [], instead: null } : groundsOf(records, caseId, acts);
  const known = new Map<string, Known>([...here, ...acts].map((act) => [act.hash, act]));
  const own = ownEntry(unlocked, directory);
  const isBeforeKeyOf = ({ header, body }: IncomingAct, { ofEntry }: Decided): boolean =>
    body !== null &&
    heardOnPaper(header, body).some(({ key, person, capacity }) =>
      isBeforeNamedKey(directory, ofEntry, key, person, { ...header, capacity }),
    );
  const isBeforeNamedKeyHere = (act: IncomingAct): boolean => {
    if (own === null) return false;
    const { apart, together } = bothWays(records, directory, own, (decided) => isBeforeKeyOf(act, decided));
    return apart || together;
  };
  const brokenLine = createBrokenLine(
    [...known.values()],
    ({ authorKey }) => findKey(directory, authorKey)?.entry.entryId ?? authorKey,
  );
  const isListTaken = takenLists(records);
  const vouching = withGivenUp(records, directory);
  const undoing = undoingHere(unlocked, directory, own, here, acts);
  return (act) => {
    const signed = { hash: act.hash, isListTaken };
    const line = brokenLine(act.hash);
    const faults = certificationFaults(vouching, act.header, act.body, nowOf(unlocked), signed);
    const speaks: Readonly<Partial<Record<Doubt, boolean>>> = {
      actOtherOpening: instead !== null,
      actDecidesForOthers: decidesForOthers(act.header),
      actForked: line === 'forked',
      actLineUnclear: line === 'unclear',
      actUndoes: undoing.has(act.hash),
      actBeforeNamed: isBeforeNamed(act, known),
      actBeforeNamedKey: isBeforeNamedKeyHere(act),
    };
    const doubtful = doubts.filter((doubt) => faults.includes(doubt) || speaks[doubt] === true);
    return [...faults.filter((fault) => !isDoubt(fault)), ...doubtful];
  };
};
