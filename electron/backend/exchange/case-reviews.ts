import { waitingAct } from '@shared/domain/case/state.ts';
import { refusalOf } from '@shared/domain/package/incoming.ts';
import type { SetAsideKind } from '@shared/domain/package/review.ts';
import { lastSeqOf } from '../case/act-rows.ts';
import type { CaseFile } from '../case/case-file.ts';
import { caseHolder, holderKey } from '../case/case-holder.ts';
import { caseRevision } from '../case/case-revision.ts';
import { isInMyName } from '../case/in-my-name.ts';
import { type ListedCase, listReadable } from '../case/list-cases.ts';
import { loadCase } from '../case/load-case.ts';
import { ownRecordsOf } from '../case/own-records.ts';
import type { StoredAct } from '../case/stored-act.ts';
import { directoryKey, trustedDirectory } from '../identity/trusted-directory.ts';
import { ownKeyOf, ownKeysOf, type Unlocked } from '../vault/unlocked.ts';
import { createPerVault } from '../workspace/per-vault.ts';
import { bothWays, ownEntry, tableInput } from './receive/judge-acts.ts';

/** An act of this vault that does not count as it stands, or waits for somebody. */
export interface SetAside {
  readonly act: StoredAct;
  readonly kind: SetAsideKind;
  /** Codes that say more. */
  readonly codes: readonly string[];
}

/** What a case shows by its fold, with the holder's own keys. */
const ofFold = (file: CaseFile, keys: readonly string[]): SetAside[] => {
  const { acts, state, shared, superseded } = file;
  return acts.flatMap((act): SetAside[] => {
    const { hash, header } = act;
    if (superseded.has(hash)) return [{ act, kind: 'superseded', codes: [] }];
    const answer = shared.answers[hash];
    if (answer === 'denied') return [{ act, kind: 'denied', codes: [] }];
    if (answer === undefined && isInMyName(file, keys, act)) return [{ act, kind: 'asksMe', codes: [] }];
    if (waitingAct(shared, hash) !== undefined)
      return keys.includes(header.authorKey) ? [{ act, kind: 'waitsForAuthor', codes: [] }] : [];
    const refused = state.refused.find((one) => one.hash === hash);
    return refused === undefined ? [] : [{ act, kind: 'withoutEffect', codes: [refused.code] }];
  });
};

/** What version 0.3 took, and would be refused or be a record for oneself today: it keeps its effect here. */
const ofEarlier = (unlocked: Unlocked, file: CaseFile): SetAside[] => {
  const { records } = unlocked.vault;
  const old = file.acts.filter(({ header }) => header.format === 'bilik/act/v1');
  if (old.length === 0) return [];
  const forMe = ownRecordsOf(records, file, ownKeyOf(unlocked));
  const directory = trustedDirectory(records)?.directory;
  const own = directory === undefined ? null : ownEntry(unlocked, directory);
  return old.flatMap((act): SetAside[] => {
    if (forMe.has(act.hash)) return [{ act, kind: 'keptForOneself', codes: [] }];
    if (directory === undefined || own === null || own.keys.includes(act.header.authorKey)) return [];
    const held = file.acts.filter(({ hash }) => hash !== act.hash);
    const input = tableInput(records, directory, own, held);
    const ways = input && bothWays(records, directory, own, (is) => refusalOf({ ...input(is), incoming: [act] }));
    const isRefused = ways?.apart?.code === 'actRefused' && ways.together?.code === 'actRefused';
    return isRefused ? [{ act, kind: 'notTakenToday', codes: ways.apart.codes }] : [];
  });
};

interface Cached {
  readonly key: string;
  readonly found: readonly SetAside[];
}

const foldedOf = createPerVault(() => new Map<string, Cached>());
const earlierOf = createPerVault(() => new Map<string, Cached>());

/** What was found before while nothing of the case changed since. */
const kept = (
  unlocked: Unlocked,
  cache: Map<string, Cached>,
  caseId: string,
  find: (file: CaseFile) => readonly SetAside[],
): readonly SetAside[] => {
  const { records } = unlocked.vault;
  const serial = directoryKey(records);
  const by = holderKey(records, caseHolder(records));
  const key = `${lastSeqOf(records, caseId)} ${caseRevision(unlocked.vault, caseId)} ${serial} ${by}`;
  const known = cache.get(caseId);
  if (known?.key === key) return known.found;
  const found = find(loadCase(records, caseId));
  cache.set(caseId, { key, found });
  return found;
};

/** A case with what in it does not count as it stands. */
export interface ReviewedCase {
  readonly caseId: string;
  readonly employeeName: string;
  readonly found: readonly SetAside[];
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Cases with acts that do not count as they stand; `earlier`: also what version 0.3 took. Other calls have their turn
 * in between: a vault may hold thousands of files.
 */
export const caseReviews = async (unlocked: Unlocked, earlier: boolean): Promise<ReviewedCase[]> => {
  const { vault } = unlocked;
  const directory = trustedDirectory(vault.records)?.directory;
  const keys = (directory && ownEntry(unlocked, directory)?.keys) ?? ownKeysOf(unlocked);
  const reviewed: ReviewedCase[] = [];
  const look = ({ summary: { caseId, employeeName }, isUneven }: ListedCase): void => {
    const folded = isUneven ? kept(unlocked, foldedOf(vault), caseId, (file) => ofFold(file, keys)) : [];
    const old = earlier ? kept(unlocked, earlierOf(vault), caseId, (file) => ofEarlier(unlocked, file)) : [];
    const seen = new Set(folded.map(({ act }) => act.hash));
    const found = [...folded, ...old.filter(({ act }) => !seen.has(act.hash))];
    if (found.length > 0) reviewed.push({ caseId, employeeName, found });
  };
  for (const listed of listReadable(vault)) {
    look(listed);
    if (earlier) await nextTurn();
  }
  return reviewed;
};
