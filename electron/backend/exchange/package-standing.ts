import type { ReviewItem } from '@shared/contract/review.ts';
import { sql } from 'drizzle-orm';
import { lastSeqOf } from '../case/act-rows.ts';
import { caseHolder, holderKey } from '../case/case-holder.ts';
import { employeeNameOf } from '../case/case-name.ts';
import { caseRevision } from '../case/case-revision.ts';
import { findCase, isMistaken } from '../case/case-rows.ts';
import { loadCase } from '../case/load-case.ts';
import { formerKeysHere } from '../identity/own-keys.ts';
import { directoryKey, trustedDirectory } from '../identity/trusted-directory.ts';
import { nowOf, type Unlocked } from '../vault/unlocked.ts';
import { createPerVault } from '../workspace/per-vault.ts';
import { toCarriedAct } from './ledger/carried-act.ts';
import type { HeldPackage } from './ledger/held-rows.ts';
import { takenListNames } from './ledger/key-lists.ts';
import { hangsOnPersons, singleActs } from './receive/single-acts.ts';

/** How a held package stands now, as the list shows it. */
export interface PackageStanding {
  readonly acts: ReviewItem['acts'];
  /** Some act of it hangs on who is meant by a like name. */
  readonly hangsOnPersons: boolean;
  readonly employeeName: string | null;
}

/** Whom a package is about, where this vault has that case; a file about the wrong employee names nobody. */
export const nameOf = ({ vault: { records } }: Pick<Unlocked, 'vault'>, caseId: string | null): string | null => {
  if (caseId === null || findCase(records, caseId) === undefined || isMistaken(records, caseId)) return null;
  return employeeNameOf(records, caseId, loadCase(records, caseId));
};

const judge = (unlocked: Unlocked, held: HeldPackage): PackageStanding => {
  const single = singleActs(unlocked, held);
  return {
    acts: single.map(({ act, standing, doubts }) => ({
      ...toCarriedAct(act, act.form),
      state: standing.state,
      codes: [...(standing.state === 'refused' ? standing.codes : doubts)],
    })),
    hangsOnPersons: single.some(hangsOnPersons),
    employeeName: nameOf(unlocked, held.manifest.caseId),
  };
};

/**
 * All that a standing hangs on: why it is held, the case with its files, directory, lists of keys that count, holder
 * and answers, and the clock, by the hour.
 */
const keyOf = (unlocked: Unlocked, { code, details, manifest: { caseId } }: HeldPackage): string => {
  const { vault } = unlocked;
  const { records } = vault;
  const ofCase = caseId === null ? [] : [lastSeqOf(records, caseId), caseRevision(vault, caseId)];
  const files = sql`SELECT group_concat(id) AS ids FROM attachments WHERE case_id = ${caseId} AND complete = 1`;
  const { ids } = records.get<{ ids: string | null }>(files);
  const by = holderKey(records, caseHolder(records));
  const hour = nowOf(unlocked).slice(0, 13);
  const lists = takenListNames(records, trustedDirectory(records)?.directory);
  const ofVault = [directoryKey(records), lists, formerKeysHere(records), by, hour];
  return JSON.stringify([code, details, ...ofCase, isMistaken(records, caseId), ids, ...ofVault]);
};

const keptOf = createPerVault(() => new Map<string, { readonly key: string; readonly standing: PackageStanding }>());

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * How a held package stands; judged again only once something that it hangs on has changed, and other calls have their
 * turn before. Taking judges anew in any case.
 */
export const standingOf = async (unlocked: Unlocked, held: HeldPackage): Promise<PackageStanding> => {
  const kept = keptOf(unlocked.vault);
  const known = kept.get(held.manifestHash);
  if (known?.key === keyOf(unlocked, held)) return known.standing;
  await nextTurn();
  // Another call may have changed something in between.
  const key = keyOf(unlocked, held);
  const standing = judge(unlocked, held);
  kept.set(held.manifestHash, { key, standing });
  return standing;
};
