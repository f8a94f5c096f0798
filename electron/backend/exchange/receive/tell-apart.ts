import type { Alike } from '@shared/contract/exchange.ts';
import { emptyPerson, toPersonInput } from '@shared/domain/identity/person.ts';
import { type AlikePair, pairKey } from '@shared/domain/identity/sameness.ts';
import { heldKinds } from '@shared/domain/package/review.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import type { RecordsWriter } from '../../db/handles.ts';
import type { StorageErrorCode } from '../../db/storage-error.ts';
import { transactRecords } from '../../db/transact.ts';
import { keepTold } from '../../identity/alike-persons.ts';
import { appendAudit } from '../../trail/audit-chain.ts';
import { nowOf, ownKeysOf, type Unlocked } from '../../vault/unlocked.ts';
import { type HeldPackage, insertDecision, noteWhy, type ToldPair, wasHeld } from '../ledger/held-rows.ts';
import { judgePackage } from './judge-package.ts';
import { toldOf } from './judged-package.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { openHeld } from './open-held.ts';
import type { ReadPackage } from './read-incoming.ts';
import { openPairs } from './single-acts.ts';

/** A pair, and what a person said of it. */
export interface Told extends AlikePair {
  readonly same: boolean;
}

/** What a person says of pairs. */
export type ToldInput = readonly Pick<ToldPair, 'person' | 'entryId' | 'same'>[];

/** Pairs as the window shows them. */
export const alikeView = (unlocked: Unlocked, pairs: readonly AlikePair[]): Alike[] =>
  pairs.map(({ person, entry }) => ({
    person: toPersonInput(person),
    entryId: entry.entryId,
    known: entry.person,
    self: entry.keys.some(({ key }) => ownKeysOf(unlocked).includes(key)),
  }));

/** Whom a person must tell apart before the package, or more of its acts, can be taken. */
const askedIn = (unlocked: Unlocked, held: HeldPackage, opened: ReadPackage): readonly AlikePair[] => {
  const judged = judgePackage(unlocked, opened);
  if (judged.ok) return judged.value.asked;
  return heldKinds[judged.error.code].taking === 'acts' ? openPairs(unlocked, held) : [];
};

/** The same of a package that is kept: it is read and judged anew. */
export const askedOf = (
  unlocked: Unlocked,
  held: HeldPackage,
): Promise<Result<readonly AlikePair[], AppError<'packageUnreadable'>>> =>
  oneAtATime(unlocked, async () => {
    const opened = await openHeld(unlocked, held.manifestHash);
    return opened.ok ? ok(askedIn(unlocked, held, opened.value)) : opened;
  });

/** Finds what was answered among what is asked; null where one of it is not. */
export const toldAmong = (asked: readonly AlikePair[], answers: ToldInput): readonly Told[] | null => {
  const byKey = new Map(asked.map((pair) => [pairKey(pair), pair]));
  const told = answers.flatMap(({ person, entryId, same }): Told[] => {
    const pair = byKey.get(pairKey({ person: { ...emptyPerson, ...person }, entry: { entryId } }));
    return pair === undefined ? [] : [{ ...pair, same }];
  });
  return told.length === answers.length ? told : null;
};

/** Keeps what was told, in the caller's transaction; where the package is kept it is a decision that may go back. */
export const noteTold = (
  unlocked: Unlocked,
  tx: RecordsWriter,
  { manifestHash, manifest }: Pick<ReadPackage, 'manifestHash' | 'manifest'>,
  told: readonly Told[],
): void => {
  const answers = told.map(({ person: { name, nip, unit }, entry, same }) => ({
    person: { name, nip, unit },
    entryId: entry.entryId,
    known: entry.person.name,
    same,
  }));
  const at = nowOf(unlocked);
  const isKept = wasHeld(tx, manifestHash);
  const decision = isKept ? insertDecision(tx, { item: manifestHash, choice: 'tell', answers, at }) : null;
  for (const one of told) keepTold(unlocked, tx, { ...one, decision });
  if (isKept) appendAudit(unlocked.work, tx, { kind: 'packageTold', subject: manifest.packageId });
};

/** Keeps why a package is held now that other answers count; nothing changes where that cannot be told. */
export const noteWhyNow = (
  unlocked: Unlocked,
  held: Pick<HeldPackage, 'manifestHash' | 'code'>,
  opened: ReadPackage,
): void => {
  const judged = judgePackage(unlocked, opened);
  // Nothing holds it any more: it may be taken, and why it was held stays to be read.
  const why = judged.ok ? (toldOf(judged.value.doubts) ?? { code: held.code, details: [] }) : judged.error;
  if (!heldKinds[why.code].kept) return;
  transactRecords(unlocked.vault.records, (tx) => {
    noteWhy(tx, held.manifestHash, why);
    return ok(null);
  });
};

type TellCode = 'choiceNotOpen' | 'packageUnreadable' | StorageErrorCode;

/** Keeps who is meant in a held package, as far as it is asked, and judges the package again by that. */
export const tellHeld = (
  unlocked: Unlocked,
  held: HeldPackage,
  answers: ToldInput,
): Promise<Result<{ readonly acts: number }, AppError<TellCode>>> =>
  oneAtATime(unlocked, async () => {
    const opened = await openHeld(unlocked, held.manifestHash);
    if (!opened.ok) return opened;
    const told = toldAmong(askedIn(unlocked, held, opened.value), answers);
    if (told === null) return fail('choiceNotOpen');
    const stored = transactRecords(unlocked.vault.records, (tx) => {
      noteTold(unlocked, tx, held, told);
      return ok({ acts: 0 });
    });
    if (stored.ok) noteWhyNow(unlocked, held, opened.value);
    return stored;
  });

/** Judges a held package again after what was told of it was taken back. */
export const judgeAgain = (unlocked: Unlocked, held: HeldPackage): Promise<void> =>
  oneAtATime(unlocked, async () => {
    const opened = await openHeld(unlocked, held.manifestHash);
    if (opened.ok) noteWhyNow(unlocked, held, opened.value);
  });
