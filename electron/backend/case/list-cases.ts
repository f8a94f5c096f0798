import type { CaseSummary } from '@shared/contract/case.ts';
import { createPerVault } from '../per-vault.ts';
import { getProfile } from '../settings/profile.ts';
import type { Workspace } from '../workspace.ts';
import { lastSeqByCase } from './act-rows.ts';
import { toCaseFile } from './case-file.ts';
import { type CaseRow, listCaseRows } from './case-rows.ts';
import { type CaseSession, sessionsOf } from './case-sessions.ts';
import { toSummary } from './case-summary.ts';
import { listedActs } from './stored-act.ts';

/** A case in lists: its summary and its sessions. */
export interface ListedCase {
  readonly summary: CaseSummary;
  readonly sessions: readonly CaseSession[];
}

interface Cached {
  /** Number of the case's latest act, and the holder's roles, when it was folded. */
  readonly key: string;
  readonly listed: ListedCase;
}

/** Folded cases by id; a case is folded again only after another act or a change of roles. */
const cacheOf = createPerVault(() => new Map<string, Cached>());

const fold = (work: Pick<Workspace, 'records'>, row: CaseRow, roles: Parameters<typeof toSummary>[2]): ListedCase => {
  const file = toCaseFile(listedActs(work.records, row.id));
  return { summary: toSummary(row, file, roles), sessions: sessionsOf(file) };
};

/** All cases of the vault, the latest opened first. */
export const listCases = (work: Pick<Workspace, 'records'>): ListedCase[] => {
  const { roles } = getProfile(work.records);
  const lastSeq = lastSeqByCase(work.records);
  const cache = cacheOf(work);
  return listCaseRows(work.records).map((row) => {
    const key = `${lastSeq.get(row.id) ?? 0} ${roles.join(' ')}`;
    const cached = cache.get(row.id);
    if (cached?.key === key) return cached.listed;
    const listed = fold(work, row, roles);
    cache.set(row.id, { key, listed });
    return listed;
  });
};
