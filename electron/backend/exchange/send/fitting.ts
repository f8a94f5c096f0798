import { packageLimits } from '@shared/domain/package/manifest.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import type { Unlocked } from '../../vault/unlocked.ts';
import { holdingsOf } from '../ledger/holder-rows.ts';
import type { Standing } from '../ledger/standing.ts';
import { fitsOnePackage, type Load } from './package-contents.ts';

type Send = Load['acts'];

/** What is due to one receiver of a case, to be divided among packages. */
export interface Dividable {
  readonly caseId: string;
  /** The receiver's key. */
  readonly peer: string;
  readonly send: Send;
  /** The load of some of `send`, with the files that go along. */
  readonly loadOf: (acts: Send) => Load;
  /** Also what was sent goes again. */
  readonly again: boolean;
}

/** The largest number up to `most` that fits, where all below one that fits do, too. */
const largestFitting = (most: number, fits: (count: number) => boolean): number => {
  if (fits(most)) return most;
  let [good, bad] = [0, most];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (fits(middle)) good = middle;
    else bad = middle;
  }
  return good;
};

/** True when at least one act is more than what the receiver was sent or has. */
const bringsNews = ({ vault }: Unlocked, { caseId, peer, again }: Dividable, acts: Send): boolean => {
  if (again) return true;
  const { certain, sent } = holdingsOf(vault.records, peer, caseId);
  return acts.some(({ hash, form }) => {
    const had = [certain.get(hash), sent.get(hash)];
    return !had.includes('all') && (form === 'all' || !had.includes('header'));
  });
};

const megabytes = (bytes: number): number => Math.ceil(bytes / (1024 * 1024));

const tooLarge = ({ attachments, documents }: Load) => {
  const files = [...attachments.map(({ size }) => size), ...documents.map(({ summary }) => summary.size)];
  const bytes = files.reduce((sum, size) => sum + size, 0);
  return fail('actTooLarge', { megabytes: megabytes(bytes), limit: megabytes(packageLimits.total) });
};

/**
 * The load of all that is due, or of as much of its beginning as one package may hold: what is due stands after all
 * that it builds on, so a beginning can be judged by itself, and the rest stays due for a further package. Fails with
 * `actTooLarge` when the next act alone is more than a package holds; with `receiptAwaited` when the headers that have
 * to go along until a receipt comes leave no room for anything new.
 */
export const beginningOf = (
  unlocked: Unlocked,
  standing: Standing,
  due: Dividable,
): Result<Load, AppError<'actTooLarge' | 'receiptAwaited'>> => {
  const { send, loadOf } = due;
  const fits = (acts: Send): boolean => fitsOnePackage(unlocked, standing, loadOf(acts));
  const count = largestFitting(send.length, (some) => fits(send.slice(0, some)));
  const acts = send.slice(0, count);
  if (count === send.length || (count > 0 && bringsNews(unlocked, due, acts))) return ok(loadOf(acts));
  const next = send.slice(count, count + 1);
  return fits(next) ? fail('receiptAwaited') : tooLarge(loadOf(next));
};
