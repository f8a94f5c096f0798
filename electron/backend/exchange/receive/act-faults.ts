import type { Directory } from '@shared/domain/identity/directory.ts';
import type { Decided } from '@shared/domain/package/both-ways.ts';
import { type CertificationFault, certificationFault } from '@shared/domain/package/certification.ts';
import { heardOnPaper, isBeforeNamedKey } from '@shared/domain/package/named-key.ts';
import { namesOf } from '@shared/domain/package/past.ts';
import { isEarlier } from '@shared/kernel/date.ts';
import type { StoredAct } from '../../case/stored-act.ts';
import { nowOf, type Unlocked } from '../../vault/unlocked.ts';
import { actsHere, bothWays, ownEntry } from './judge-acts.ts';
import type { IncomingAct } from './judged-package.ts';

type Known = Pick<IncomingAct | StoredAct, 'hash' | 'header'>;

/** True when an act is dated before one that it names itself: it cannot have known that then. */
const isBeforeNamed = (act: IncomingAct, known: ReadonlyMap<string, Known>): boolean =>
  namesOf(act).some((hash) => isEarlier(act.header.statedAt, known.get(hash)?.header.statedAt ?? null));

/**
 * What speaks against the key, the role or the dates of acts that came, as of now; null: nothing. Beside the directory
 * it is the acts that they name, at hand here or come along, which bound them.
 */
export const actFaults = (
  unlocked: Unlocked,
  directory: Directory,
  caseId: string | null,
  acts: readonly IncomingAct[],
): ((act: IncomingAct) => CertificationFault | null) => {
  const { records } = unlocked.vault;
  const here = caseId === null ? [] : actsHere(records, caseId);
  const known = new Map<string, Known>([...here, ...acts].map((act) => [act.hash, act]));
  const own = ownEntry(unlocked, directory);
  const isBeforeKeyOf = ({ header, body }: IncomingAct, { ofEntry }: Decided): boolean =>
    body !== null &&
    heardOnPaper(header, body).some(({ key, person, capacity }) =>
      isBeforeNamedKey(directory, ofEntry, key, person, { ...header, capacity }),
    );
  return (act) => {
    const fault = certificationFault(directory, act.header, act.body, nowOf(unlocked));
    if (fault !== null) return fault;
    if (isBeforeNamed(act, known)) return 'actBeforeNamed';
    if (own === null) return null;
    const { apart, together } = bothWays(records, directory, own, (decided) => isBeforeKeyOf(act, decided));
    return apart || together ? 'actBeforeNamedKey' : null;
  };
};
