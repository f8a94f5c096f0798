import type { Contract } from '@shared/contract/index.ts';
import type { ErrorCodeOf, ParsedInputOf } from '@shared/contract/method.ts';
import type { FileSide, ReviewItem } from '@shared/contract/review.ts';
import { statedOnOf } from '@shared/domain/case/act-days.ts';
import type { ContentOf } from '@shared/domain/case/body.ts';
import { otherOpeningOf } from '@shared/domain/package/openings.ts';
import { asideKind, choicesOf } from '@shared/domain/package/review.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { filesAside, findActRow, type OpenedFile } from '../case/act-rows.ts';
import { asRead } from '../case/case-file.ts';
import { isMistaken } from '../case/case-rows.ts';
import { readFileAside } from '../case/file-aside.ts';
import { loadCase } from '../case/load-case.ts';
import { letCount, openingsHere } from '../case/other-files.ts';
import { actsAside, type StoredAct } from '../case/stored-act.ts';
import type { RecordsDb } from '../db/handles.ts';
import { transactRecords } from '../db/transact.ts';
import { readActFile } from '../formats/act/act-container.ts';
import type { OpenedAct } from '../formats/act/act-crypto.ts';
import { trustedDirectory } from '../identity/trusted-directory.ts';
import { ownKeysOf, todayOf, type Unlocked } from '../vault/unlocked.ts';
import { toCarriedAct } from './ledger/carried-act.ts';
import type { HeldPackage } from './ledger/held-rows.ts';
import { toPeer } from './ledger/peer-view.ts';

// Files that were opened under one id, as version 0.3 let happen: one counts, the others are set aside whole.

type Decide = Contract['exchange.decide'];
type SideAct = Pick<StoredAct, 'hash' | 'header' | 'body'>;

const openingOf = (acts: readonly SideAct[]): SideAct | undefined =>
  acts.find(({ header }) => header.type === 'caseOpened');

/** A file as it stands beside another one under its id; a file about the wrong employee names nobody. */
const sideOf = (unlocked: Unlocked, acts: readonly SideAct[], counts: boolean, isNameless: boolean): FileSide => {
  const { records } = unlocked.vault;
  const directory = trustedDirectory(records)?.directory ?? null;
  const opening = openingOf(acts);
  const said = opening?.body?.content as ContentOf<'caseOpened'> | undefined;
  const own = ownKeysOf(unlocked);
  return {
    counts,
    opener: opening === undefined ? null : toPeer(directory, opening.header.authorKey, todayOf(unlocked)),
    openedOn: opening === undefined ? '' : statedOnOf(opening.header),
    employeeName: isNameless ? '' : (said?.employee.name ?? ''),
    acts: acts.length,
    ownActs: acts.filter(({ header }) => own.includes(header.authorKey)).length,
  };
};

const countingSide = (unlocked: Unlocked, caseId: string): FileSide => {
  const { records } = unlocked.vault;
  return sideOf(unlocked, loadCase(records, caseId).acts, true, isMistaken(records, caseId));
};

/** A file that was set aside, as it may be read. */
const readAside = (records: RecordsDb, file: OpenedFile) => {
  const { whole, isNameless } = readFileAside(records, file);
  return { acts: asRead(whole).acts, all: whole.acts, isNameless };
};

/**
 * The file that counts, and the other one to which acts of a package belong, with what of it is here; none where they
 * belong to the one that counts.
 */
export const sidesOf = (unlocked: Unlocked, caseId: string | null, came: readonly OpenedAct[]): readonly FileSide[] => {
  if (caseId === null) return [];
  const { records } = unlocked.vault;
  const opening = otherOpeningOf(came, openingsHere(records, caseId));
  if (opening === null) return [];
  const here = actsAside(records, { caseId, opening }).acts;
  const both = new Map([...here, ...came].map((act) => [act.hash, act]));
  return [countingSide(unlocked, caseId), sideOf(unlocked, [...both.values()], false, isMistaken(records, caseId))];
};

/** The same of a held package. */
export const sidesOfHeld = (unlocked: Unlocked, { manifest: { caseId }, acts }: HeldPackage): readonly FileSide[] => {
  // Beside nothing there is no other file; to read the acts takes their signatures.
  if (caseId === null || openingsHere(unlocked.vault.records, caseId).stands === null) return [];
  const came = acts.flatMap(({ bytes }) => {
    const file = readActFile(bytes);
    return file.ok && file.value.opened.header.caseId === caseId ? [file.value.opened] : [];
  });
  return sidesOf(unlocked, caseId, came);
};

/** Files that were set aside, as the list shows them. */
export const asideItems = (unlocked: Unlocked): ReviewItem[] => {
  const { records } = unlocked.vault;
  return filesAside(records).flatMap((file): ReviewItem[] => {
    const { acts, all, isNameless } = readAside(records, file);
    if (openingOf(all) === undefined) return [];
    const side = sideOf(unlocked, all, false, isNameless);
    return [
      {
        itemId: file.opening,
        kind: asideKind,
        from: side.opener,
        at: findActRow(records, file.opening)?.setAsideAt ?? '',
        caseId: file.caseId,
        employeeName: side.employeeName,
        packageId: null,
        details: [],
        acts: acts.map((act) => ({
          ...toCarriedAct(act, act.body === null ? 'header' : 'all'),
          state: 'aside' as const,
          codes: [],
        })),
        act: null,
        files: [countingSide(unlocked, file.caseId), side],
        choices: [...choicesOf(asideKind)],
        decision: null,
        askedAt: null,
        waits: false,
      },
    ];
  });
};

/** A file that was set aside, by the hash of its opening. */
export const findFileAside = ({ vault }: Unlocked, opening: string): OpenedFile | undefined =>
  filesAside(vault.records).find((file) => file.opening === opening);

/** The file that counts under the id of one that was set aside, and that one. */
export const sidesOfAside = (unlocked: Unlocked, file: OpenedFile): readonly FileSide[] => {
  const { all, isNameless } = readAside(unlocked.vault.records, file);
  return [countingSide(unlocked, file.caseId), sideOf(unlocked, all, false, isNameless)];
};

/**
 * Lets a file that was set aside count again: the one that counts is set aside for it, so that this can always be
 * turned round. Codes: `choiceNotOpen`, `nothingToTakeBack`.
 */
export const decideFile = (
  unlocked: Unlocked,
  file: OpenedFile,
  { choice }: ParsedInputOf<Decide>,
): Result<{ readonly acts: number }, AppError<ErrorCodeOf<Decide>>> => {
  if (choice !== 'take') return fail(choice === 'takeBack' ? 'nothingToTakeBack' : 'choiceNotOpen');
  return transactRecords(unlocked.vault.records, (tx) => {
    const { length } = actsAside(tx, file).acts;
    letCount(unlocked.work, tx, file);
    return ok({ acts: length });
  });
};
