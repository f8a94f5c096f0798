import type { CaseSummary } from '@shared/contract/case.ts';
import { statedOnOf } from '@shared/domain/case/act-days.ts';
import type { ActType } from '@shared/domain/case/act-type.ts';
import { availableActs } from '@shared/domain/case/available-acts.ts';
import { type FollowUpInRegister, followUpsOf } from '@shared/domain/case/follow-ups.ts';
import { namedKeyOf } from '@shared/domain/case/header.ts';
import type { Holder } from '@shared/domain/case/holder.ts';
import { actOf } from '@shared/domain/case/state.ts';
import type { RegisterRow } from '@shared/domain/lists/list-rows.ts';
import { type EndKind, endKindOf, endsUnnamed } from '@shared/domain/retention/schedule.ts';
import { createPerVault } from '../workspace/per-vault.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { lastSeqByCase } from './act-rows.ts';
import { asRead, type CaseFile, toCaseFile } from './case-file.ts';
import { caseHolder, holderKey } from './case-holder.ts';
import { caseRevision } from './case-revision.ts';
import { type CaseRow, listCaseRows } from './case-rows.ts';
import { type CaseSession, sessionsOf } from './case-sessions.ts';
import { mistakenSince, toSummary } from './case-summary.ts';
import { countedIdentities, identityAnswersOf } from './identity-answers.ts';
import { isInMyName } from './in-my-name.ts';
import { registerEntry } from './register-entry.ts';
import { listedActs } from './stored-act.ts';

/** A case in lists: its summary, its sessions and its follow-ups. */
export interface ListedCase {
  readonly summary: CaseSummary;
  readonly sessions: readonly CaseSession[];
  readonly followUps: readonly FollowUpInRegister[];
  /** Its line in the register that the personnel unit keeps. */
  readonly entry: RegisterRow;
  /** Since when a correction of identity waits for the holder's answer; null for none. */
  readonly asksIdentitySince: string | null;
  /** Since when it is known to be about the wrong employee; null for every other. */
  readonly mistakenAt: string | null;
  /** How it ended, and the last day of what lies in it; null while it goes on. */
  readonly ended: { readonly kind: EndKind; readonly on: string } | null;
  /** First day of what lies in it. */
  readonly begunOn: string;
  /** How many acts lie in it. */
  readonly acts: number;
  /** Acts that may still come into it once it is closed; null while it is open, when any may. */
  readonly stillPossible: readonly ActType[] | null;
  /** True when acts of it do not count as they stand, or wait for an answer: a closer look tells which. */
  readonly isUneven: boolean;
}

interface Cached {
  /** Number of the case's latest act, and the holder, when it was folded. */
  readonly key: string;
  /** Null for what is no file of the holder's. */
  readonly listed: ListedCase | null;
}

/** Folded cases by id; a case is folded again only after another act or a change of the holder. */
const cacheOf = createPerVault(() => new Map<string, Cached>());

/** As lists see it, without the bodies that some of it hangs on. */
const isUneven = (file: CaseFile): boolean => {
  const { acts, state, superseded } = file;
  return (
    state.refused.length + state.waiting.length + superseded.size > 0 ||
    acts.some((act) => namedKeyOf(act.header) !== null || isInMyName(file, [], act))
  );
};

const fold = (work: Pick<Workspace, 'records'>, row: CaseRow, holder: Holder | null): ListedCase | null => {
  const file = toCaseFile(listedActs(work.records, row.id), holder, countedIdentities(work.records, row.id));
  // Without an opening it is no file of this holder's: an employee has the copies that were released, no more.
  if (file.state.caseId === null) return null;
  const answers = identityAnswersOf(work.records, row.id);
  const asked = file.acts.find(
    ({ hash, header, body }) =>
      header.type === 'identityCorrected' &&
      body !== null &&
      !answers.has(hash) &&
      actOf(file.state, hash) !== undefined,
  );
  const roles = holder?.roles ?? [];
  const endKind = endKindOf(file.state);
  const days = file.acts.map(({ header }) => statedOnOf(header)).sort();
  return {
    summary: toSummary(row, file, roles),
    sessions: sessionsOf(asRead(file)),
    followUps: followUpsOf(asRead(file).state, asRead(file).bodies),
    entry: registerEntry(asRead(file), days[0] ?? ''),
    stillPossible: file.state.closed ? availableActs(file.state, { roles }).map(({ type }) => type) : null,
    asksIdentitySince: asked?.recordedAt ?? null,
    mistakenAt: mistakenSince(row, file),
    ended: endKind === null ? null : { kind: endKind, on: days.at(-1) ?? '' },
    begunOn: days[0] ?? '',
    acts: file.acts.length,
    isUneven: isUneven(file),
  };
};

/** All files of the vault, those about the wrong employee too, the latest opened first. */
export const listFiles = (work: Pick<Workspace, 'records'>): ListedCase[] => {
  const holder = caseHolder(work.records);
  const lastSeq = lastSeqByCase(work.records);
  const cache = cacheOf(work);
  const by = holderKey(work.records, holder);
  return listCaseRows(work.records).flatMap((row) => {
    const key = `${lastSeq.get(row.id) ?? 0} ${caseRevision(work, row.id)} ${by}`;
    const cached = cache.get(row.id);
    if (cached?.key === key) return cached.listed ?? [];
    const listed = fold(work, row, holder);
    cache.set(row.id, { key, listed });
    return listed ?? [];
  });
};

/** Files that can be read, ended without counselling or not: all but those about the wrong employee. */
export const listReadable = (work: Pick<Workspace, 'records'>): ListedCase[] =>
  listFiles(work).filter(({ mistakenAt }) => mistakenAt === null);

/**
 * All cases of the vault that lists show, the latest opened first. One that ended without counselling stands in none of
 * them by name any more; retention knows it by number, and it opens from there (law: retention).
 */
export const listCases = (work: Pick<Workspace, 'records'>): ListedCase[] =>
  listReadable(work).filter(({ ended }) => !endsUnnamed(ended?.kind));

/** Files about the wrong employee: none of the lists has them, they wait to be erased (law: mistaken). */
export const listMistaken = (work: Pick<Workspace, 'records'>): ListedCase[] =>
  listFiles(work).filter(({ mistakenAt }) => mistakenAt !== null);
