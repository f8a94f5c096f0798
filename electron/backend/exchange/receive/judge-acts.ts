import { daysOfRole } from '@shared/domain/case/act-days.ts';
import { enteredAsOf, isMadeForOneself } from '@shared/domain/case/header.ts';
import {
  type Directory,
  type DirectoryEntry,
  findKey,
  isCertifiedFor,
  rolesEver,
  rolesOn,
} from '@shared/domain/identity/directory.ts';
import type { Role } from '@shared/domain/identity/person.ts';
import type { AlikePair } from '@shared/domain/identity/sameness.ts';
import { haveSameEntry } from '@shared/domain/identity/sameness.ts';
import { type Decided, type EachWay, eachWay, judgeBothWays } from '@shared/domain/package/both-ways.ts';
import { isNamedByKey } from '@shared/domain/package/certification.ts';
import { isCopyForEmployee } from '@shared/domain/package/copy.ts';
import { type IncomingInput, refusalOf } from '@shared/domain/package/incoming.ts';
import type { Manifest } from '@shared/domain/package/manifest.ts';
import { namedKeyAgrees } from '@shared/domain/package/named-key.ts';
import { otherOpeningOf } from '@shared/domain/package/openings.ts';
import { ok } from '@shared/kernel/result.ts';
import { caseHolder } from '../../case/case-holder.ts';
import { findCase } from '../../case/case-rows.ts';
import { loadCase } from '../../case/load-case.ts';
import { openingsHere } from '../../case/other-files.ts';
import { actsAside, type StoredAct } from '../../case/stored-act.ts';
import type { RecordsDb } from '../../db/handles.ts';
import { ownCertified, ownKeysHere } from '../../identity/own-keys.ts';
import { whoIsWhoHere } from '../../identity/who-is-who.ts';
import { ownKeyOf, todayOf, type Unlocked } from '../../vault/unlocked.ts';
import { held, type IncomingAct, type Judged } from './judged-package.ts';

interface Brought {
  readonly directory: Directory;
  readonly manifest: Pick<Manifest, 'kind' | 'caseId' | 'acts' | 'documents'>;
  readonly acts: readonly IncomingAct[];
}

/** The receiver, as the directory has it. */
export interface Own {
  readonly entry: DirectoryEntry;
  readonly key: string;
  readonly keys: readonly string[];
  readonly roles: readonly Role[];
}

const rolesOf = (directory: Directory, key: string): readonly Role[] => {
  const found = findKey(directory, key);
  return found === undefined ? [] : rolesEver(found.entry);
};

/** Acts of a case that this vault holds; none where the case is not known. */
export const actsHere = (records: RecordsDb, caseId: string) =>
  findCase(records, caseId) === undefined ? [] : loadCase(records, caseId).acts;

const isOnePerson = (directory: Directory, key: string, other: string): boolean =>
  findKey(directory, key)?.entry.entryId === findKey(directory, other)?.entry.entryId;

/** The key of who released a copy as assessor; null where somebody else did. */
const assessorOf = (here: readonly Pick<StoredAct, 'hash' | 'header'>[], release: string | null): string | null => {
  const header = here.find(({ hash }) => hash === release)?.header;
  return header?.capacity === 'assessor' ? header.authorKey : null;
};

const judgeCopy = (
  records: RecordsDb,
  caseId: string,
  own: Own,
  { directory, manifest, acts }: Brought,
): Judged<Asked> => {
  // What the employee said of a copy may come back with its answer.
  const here = [...actsHere(records, caseId), ...acts];
  const isFine = isCopyForEmployee({
    acts: acts.map(({ hash, header, body, form }) => ({
      header,
      form,
      enteredAs: (body?.attachments.length ?? 0) === 0 ? null : enteredAsOf(header),
      isOwnName: body !== null && isNamedByKey(directory, header.authorKey, body.author),
      hasPaper: manifest.documents.some(({ actHash }) => actHash === hash),
    })),
    holdsFile: here.some(({ header }) => header.type === 'caseOpened'),
    requests: here
      .filter(({ header }) => header.type === 'correctionRequested' && own.keys.includes(header.authorKey))
      .map(({ hash, header }) => ({ hash, assessor: assessorOf(here, header.about) })),
    isSamePerson: (key, other) => isOnePerson(directory, key, other),
    roles: own.roles,
    ownKeys: own.keys,
    rolesOf: (key) => rolesOf(directory, key),
  });
  return isFine ? ok([]) : held('actNotForMe');
};

/** What acts that came are judged with: the file that counts, or another one of its id, as far as it is here. */
export interface Grounds {
  readonly acts: readonly StoredAct[];
  /** Opening of the other file; null: the acts belong to the one that counts. */
  readonly instead: string | null;
}

type Came = Parameters<typeof otherOpeningOf>[0][number];

/** The file to which acts that came belong. */
export const groundsOf = (records: RecordsDb, caseId: string, incoming: readonly Came[]): Grounds => {
  const instead = otherOpeningOf(incoming, openingsHere(records, caseId));
  if (instead === null) return { acts: actsHere(records, caseId), instead };
  return { acts: actsAside(records, { caseId, opening: instead }).acts, instead };
};

type Asked = readonly AlikePair[];

/** What the table needs to judge acts of a case for this vault; null where nobody holds it. */
export const tableInput = (
  records: RecordsDb,
  directory: Directory,
  own: Own,
  here: IncomingInput['held'],
): ((decided: Decided) => Omit<IncomingInput, 'incoming'>) | null => {
  const holder = caseHolder(records);
  if (holder === null) return null;
  return ({ ofEntry, self }) => ({
    // A record for oneself changes nothing of what all share, nor of what is due here.
    held: here.filter(({ header }) => !isMadeForOneself(header)),
    holder: { person: holder.person, roles: own.roles, is: self },
    ownKeys: own.keys,
    isKeyOf: (key, person) => {
      const found = findKey(directory, key);
      return found !== undefined && ofEntry(found.entry, person);
    },
    isNamedKey: (key, author, act) => namedKeyAgrees(directory, ofEntry, key, author, act),
    isSameKey: (before, after) => haveSameEntry(directory, before, after),
    isSamePerson: (key, other) => isOnePerson(directory, key, other),
    hasRole: (key, role, stated) => {
      const found = findKey(directory, key);
      return found !== undefined && isCertifiedFor(found.entry, role, daysOfRole(stated));
    },
  });
};

const judgeByTable = (records: RecordsDb, caseId: string, own: Own, { directory, acts }: Brought): Judged<Asked> => {
  const { acts: here } = groundsOf(records, caseId, acts);
  const input = tableInput(records, directory, own, here);
  if (input === null) return held('actNotForMe');
  // What comes before its file, without a single act of it, would be a file that nobody opened.
  if (here.length === 0 && acts.length === 0) return held('actRefused', 'caseNotOpened');
  const incoming = acts.map(({ hash, header, deeper, body }) => ({ hash, header, deeper, body }));
  const judge = (decided: Decided): Judged<Asked> => {
    const refusal = refusalOf({ ...input(decided), incoming });
    return refusal === null ? ok([]) : held(refusal.code, ...refusal.codes);
  };
  const judged = judgeBothWays(whoIsWhoHere(records, own.key, directory), own.entry, judge);
  return 'asked' in judged ? ok(judged.asked) : judged;
};

/** Judges something of a case both ways, by who is who in this vault. */
export const bothWays = <T>(
  records: RecordsDb,
  directory: Directory,
  own: Own,
  judge: (decided: Decided) => T,
): EachWay<T> => eachWay(whoIsWhoHere(records, own.key, directory), own.entry, judge);

/** The holder of this vault as the directory has it; null for nobody. */
export const ownEntry = (unlocked: Unlocked, directory: Directory): Own | null => {
  const key = ownKeyOf(unlocked);
  const { records } = unlocked.vault;
  const found = ownCertified(records, key, directory);
  if (found === undefined) return null;
  const keys = [...new Set([...found.entry.keys.map((each) => each.key), ...ownKeysHere(records, key)])];
  return { entry: found.entry, key, keys, roles: rolesOn(found.entry, todayOf(unlocked)) };
};

/**
 * Judges the acts of a package for this vault: copies by themselves, all others by the acts table; receipts bring none.
 * Gives whom a person must tell apart before anything is good.
 */
export const judgeActs = (unlocked: Unlocked, brought: Brought): Judged<Asked> => {
  const { kind, caseId, acts } = brought.manifest;
  // A record of coaching, what is said of erasures, and figures are judged by themselves; they are of no case.
  if (kind === 'guidance' || kind === 'erasure' || kind === 'figures') return ok([]);
  if (kind === 'receipt') return acts.length === 0 && caseId === null ? ok([]) : held('packageTampered');
  if (caseId === null) return held('packageTampered');
  const own = ownEntry(unlocked, brought.directory);
  if (own === null) return held('actNotForMe');
  const judge = kind === 'copy' ? judgeCopy : judgeByTable;
  return judge(unlocked.vault.records, caseId, own, brought);
};
