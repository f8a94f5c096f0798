import type { RetentionFile } from '@shared/contract/retention.ts';
import type { ErasedFile, FileObstacle, FileStanding } from '@shared/domain/retention/erasure.ts';
import { sql } from 'drizzle-orm';
import { listFiles } from '../case/list-cases.ts';
import { unopenedFiles } from '../case/unopened-files.ts';
import type { RecordsReader } from '../db/handles.ts';
import { keysOf } from '../exchange/ledger/erasure-messages.ts';
import { holdersOfCase } from '../exchange/ledger/holder-rows.ts';
import { copiesWentTo } from '../exchange/ledger/package-rows.ts';
import { trustedDirectory } from '../identity/trusted-directory.ts';
import { ownKeysOf, type Unlocked } from '../vault/unlocked.ts';
import { requestsHere } from './requests.ts';
import { standingsOf } from './standings.ts';

/** How many files are attached in each case. */
export const attachmentsByCase = (tx: RecordsReader): ReadonlyMap<string, number> =>
  new Map(
    tx
      .all<{ caseId: string; count: number }>(
        sql`SELECT case_id AS caseId, count(*) AS count FROM attachments WHERE case_id IS NOT NULL GROUP BY case_id`,
      )
      .map(({ caseId, count }) => [caseId, count]),
  );

/** A file that has ended, as the page of retention shows it. */
export interface EndedFile {
  readonly file: RetentionFile;
  readonly standing: FileStanding;
}

/** Keys of the vaults that anything of a file went to or came from. */
export const othersWithFile = (unlocked: Unlocked, caseId: string): string[] =>
  holdersOfCase(unlocked.work.records, caseId).filter((holder) => !ownKeysOf(unlocked).includes(holder));

/**
 * Keys of the vaults that are asked about theirs once a file is erased: all that shared it, but for the employee, whose
 * copies are nobody else's to ask back, and those who erased theirs and asked here.
 */
export const toBeAsked = (unlocked: Unlocked, caseId: string): string[] => {
  const { records } = unlocked.work;
  const copied = copiesWentTo(records, caseId);
  const entries = trustedDirectory(records)?.directory.entries ?? [];
  const ofEmployee = entries.filter(({ keys }) => keys.some(({ key }) => copied.includes(key)));
  const erased = requestsHere(unlocked.work).filter((request) => request.caseId === caseId);
  const left = new Set([...copied, ...[...ofEmployee, ...erased.map(({ entry }) => entry)].flatMap(keysOf)]);
  return othersWithFile(unlocked, caseId).filter((key) => !left.has(key));
};

/**
 * Files that have ended, and those without an opening here, those due first. `exceptIn`: an erasure whose files
 * count as in none.
 */
export const endedFiles = (unlocked: Unlocked, exceptIn: string | null = null): EndedFile[] => {
  const { records } = unlocked.work;
  const standingOf = standingsOf(unlocked, 'file', exceptIn);
  const attachments = attachmentsByCase(records);
  const ended = (file: Omit<ErasedFile, 'attachments'>): EndedFile => {
    const { standing, view } = standingOf(file.caseId, file.kind, file.to);
    return { file: { ...file, attachments: attachments.get(file.caseId) ?? 0, ...view }, standing };
  };
  const known = listFiles(unlocked.work).flatMap(({ summary: { caseId, listNumber }, ended: end, begunOn, acts }) =>
    end === null ? [] : [{ caseId, kind: end.kind, listNumber, from: begunOn, to: end.on, acts }],
  );
  const unopened = unopenedFiles(records).map((file) => ({ ...file, kind: 'unopened' as const, listNumber: '' }));
  const found = [...known, ...unopened].map(ended);
  const order = ({ file }: EndedFile): string => `${file.dueOn ?? '9999'} ${file.to} ${file.caseId}`;
  return found.sort((a, b) => order(a).localeCompare(order(b)));
};

/** What keeps a file from being erased here today; `fileNotEnded` for one that goes on, null: nothing does. */
export const obstacleHere = (unlocked: Unlocked, caseId: string): FileObstacle | null => {
  const ended = endedFiles(unlocked).find(({ file }) => file.caseId === caseId);
  return ended === undefined ? 'fileNotEnded' : ended.file.obstacle;
};
