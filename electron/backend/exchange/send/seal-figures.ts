import { activeKeyOf, type DirectoryEntry, rolesOn } from '@shared/domain/identity/directory.ts';
import { isInOffice } from '@shared/domain/identity/person.ts';
import type { Figures } from '@shared/domain/programme/figures.ts';
import { isOver, type Semester } from '@shared/domain/programme/semester.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import type { StorageErrorCode } from '../../db/storage-error.ts';
import { transactRecords } from '../../db/transact.ts';
import type { ExportErrorCode } from '../../export/save-file.ts';
import { writeFiguresFile } from '../../formats/package/figures-file.ts';
import { ownFigures } from '../../programme/figures.ts';
import { dropTold, holdTold, keepTold } from '../../programme/figures-rows.ts';
import { nowOf, todayOf, type Unlocked } from '../../vault/unlocked.ts';
import { formatShownBy } from '../ledger/peer-rows.ts';
import { type Standing, standingOf } from '../ledger/standing.ts';
import { type Load, ofNoCase } from './package-contents.ts';
import { type PackageOutput, type Sealed, writeLoad } from './seal.ts';

/** Who may be sent figures: others of the directory who are in the office today, with a key. */
const addressees = (unlocked: Unlocked, { directory, entry: own }: Standing): DirectoryEntry[] =>
  directory.directory.entries
    .filter((entry) => entry.entryId !== own.entryId && activeKeyOf(entry) !== undefined)
    .filter((entry) => isInOffice(rolesOn(entry, todayOf(unlocked))));

/** To whom figures can be sealed. */
export const figuresReceivers = (unlocked: Unlocked) => {
  const standing = standingOf(unlocked);
  if (!standing.ok) return { certified: false, receivers: [] };
  return {
    certified: true,
    receivers: addressees(unlocked, standing.value).map((entry) => ({
      entryId: entry.entryId,
      name: entry.person.name,
      position: entry.person.position,
      olderProgram: formatShownBy(unlocked.vault.records, activeKeyOf(entry)?.key ?? '') === 1,
    })),
  };
};

const isEmpty = ({ guidance, benefits }: Figures): boolean =>
  guidance.units.length === 0 && benefits.units.length === 0;

type SealFiguresError =
  | 'noDirectory'
  | 'notCertified'
  | 'unknownEntry'
  | 'figuresNotOver'
  | 'nothingToSend'
  | ExportErrorCode
  | StorageErrorCode;

/** Packages of one half-year that are being written. */
interface UnderWay {
  packages: number;
  /** What is told was noted for them, and nothing of it can have left. */
  mayDrop: boolean;
}
const underWay = new WeakMap<object, Map<Semester, UnderWay>>();

/** Those of a half-year in a vault; none yet where nothing is being written. */
const underWayOf = ({ vault }: Unlocked, period: Semester): UnderWay => {
  const all = underWay.get(vault) ?? new Map<Semester, UnderWay>();
  underWay.set(vault, all);
  const known = all.get(period) ?? { packages: 0, mayDrop: false };
  all.set(period, known);
  return known;
};

/**
 * Seals the figures of a half-year for somebody in the office. They are noted before anything is written and stay as
 * they are once it was: two different tables of one half-year would tell what happened between them.
 */
export const sealFigures = async (
  unlocked: Unlocked,
  output: PackageOutput,
  { period, entryId }: { readonly period: Semester; readonly entryId: string },
): Promise<Result<Sealed, AppError<SealFiguresError>>> => {
  const standing = standingOf(unlocked);
  if (!standing.ok) return standing;
  const receiver = addressees(unlocked, standing.value).find((entry) => entry.entryId === entryId);
  if (receiver === undefined) return fail('unknownEntry');
  if (!isOver(period, todayOf(unlocked))) return fail('figuresNotOver');
  const { records } = unlocked.vault;
  const told = ownFigures(unlocked.work, period);
  if (isEmpty(told)) return fail('nothingToSend');
  const load: Load = { kind: 'figures', receiver, ...ofNoCase, figures: writeFiguresFile(told) };
  const at = nowOf(unlocked);
  const noted = transactRecords(records, (tx) => ok(holdTold(tx, told, at)));
  if (!noted.ok) return noted;
  const all = underWayOf(unlocked, period);
  if (noted.value) all.mayDrop = true;
  all.packages += 1;
  // Thrown: nobody knows whether something was written, so what was told stays.
  let outcome: 'left' | 'stayed' | 'unknown' = 'unknown';
  try {
    const written = await writeLoad(unlocked, standing.value, output, load, null);
    outcome = written.ok && written.value.saved ? 'left' : 'stayed';
    return written;
  } finally {
    all.packages -= 1;
    if (outcome !== 'stayed') all.mayDrop = false;
    if (outcome === 'left') transactRecords(records, (tx) => ok(keepTold(tx, told, at)));
    if (all.packages === 0 && all.mayDrop) transactRecords(records, (tx) => ok(dropTold(tx, period)));
  }
};
