import type { ReviewItem } from '@shared/contract/review.ts';
import { choicesOf, heldKinds, setAsideKinds } from '@shared/domain/package/review.ts';
import { employeeNameOf } from '../case/case-name.ts';
import { findCase } from '../case/case-rows.ts';
import { loadCase } from '../case/load-case.ts';
import { trustedDirectory } from '../identity/trusted-directory.ts';
import { todayOf, type Unlocked } from '../vault/unlocked.ts';
import { caseReviews, type ReviewedCase } from './case-reviews.ts';
import { toCarriedAct } from './ledger/carried-act.ts';
import { type Decision, decisionsByItem, type HeldPackage, heldPackageRows } from './ledger/held-rows.ts';
import { toPeer } from './ledger/peer-view.ts';
import { singleActs } from './receive/single-acts.ts';
import { staysTaken } from './receive/take-back.ts';

/** The latest decision that settles an item; asking settles nothing. */
export const settling = (decisions: readonly Decision[]): Decision | undefined =>
  decisions.findLast(({ choice }) => choice !== 'ask');

const askedAt = (decisions: readonly Decision[]): string | null =>
  decisions.findLast(({ choice }) => choice === 'ask')?.at ?? null;

/** Whom a package is about, where this vault has that case; a file about the wrong employee names nobody. */
const nameOf = ({ vault }: Unlocked, caseId: string | null): string | null => {
  const row = caseId === null ? undefined : findCase(vault.records, caseId);
  if (row === undefined || row.mistakenAt !== null) return null;
  return employeeNameOf(vault.records, row.id, loadCase(vault.records, row.id));
};

const ofPackage = (unlocked: Unlocked, held: HeldPackage, decisions: readonly Decision[]): ReviewItem => {
  const { records } = unlocked.vault;
  const { manifest, code } = held;
  const directory = trustedDirectory(records)?.directory ?? null;
  const acts = singleActs(unlocked, held).map(({ act, standing, doubts }) => ({
    ...toCarriedAct(act, act.form),
    state: standing.state,
    codes: [...(standing.state === 'refused' ? standing.codes : doubts)],
  }));
  const latest = settling(decisions);
  const isDone = latest !== undefined && (latest.choice !== 'take' || acts.every(({ state }) => state !== 'takeable'));
  return {
    itemId: held.manifestHash,
    kind: code,
    from: toPeer(directory, manifest.sender.key, todayOf(unlocked)),
    at: held.at,
    caseId: manifest.caseId,
    employeeName: nameOf(unlocked, manifest.caseId),
    packageId: manifest.packageId,
    details: [...held.details],
    acts,
    act: null,
    choices: [...choicesOf(code)],
    decision: latest
      ? {
          choice: latest.choice,
          at: latest.at,
          reason: latest.reason,
          stays: latest.choice === 'take' ? staysTaken(records, held, latest) : null,
        }
      : null,
    askedAt: askedAt(decisions),
    waits: heldKinds[code].kept && !isDone,
  };
};

const ofCase = (
  unlocked: Unlocked,
  { caseId, employeeName, found }: ReviewedCase,
  decided: ReadonlyMap<string, readonly Decision[]>,
): ReviewItem[] => {
  const directory = trustedDirectory(unlocked.vault.records)?.directory ?? null;
  return found.map(({ act, kind, codes }) => {
    const decisions = decided.get(act.hash) ?? [];
    const latest = settling(decisions);
    const { type, statedAt, authorKey } = act.header;
    return {
      itemId: act.hash,
      kind,
      from: toPeer(directory, authorKey, todayOf(unlocked)),
      at: act.recordedAt,
      caseId,
      employeeName,
      packageId: null,
      details: [...codes],
      acts: [],
      act: { type, author: act.body?.author.name ?? '', statedAt },
      choices: [...choicesOf(kind)],
      decision: latest ? { choice: latest.choice, at: latest.at, reason: latest.reason, stays: null } : null,
      askedAt: askedAt(decisions),
      waits: setAsideKinds[kind].waits && latest === undefined,
    };
  });
};

/** Everything that is held, set aside or waits for a person: what waits first, then the latest. */
export const review = async (unlocked: Unlocked, earlier: boolean): Promise<ReviewItem[]> => {
  const cases = await caseReviews(unlocked, earlier);
  const decided = decisionsByItem(unlocked.vault.records);
  const packages = heldPackageRows(unlocked.vault.records).map((held) =>
    ofPackage(unlocked, held, decided.get(held.manifestHash) ?? []),
  );
  const items = [...packages, ...cases.flatMap((found) => ofCase(unlocked, found, decided))];
  return items.toSorted((a, b) => Number(b.waits) - Number(a.waits) || b.at.localeCompare(a.at));
};
