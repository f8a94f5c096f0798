import type { ReviewItem } from '@shared/contract/review.ts';
import { statedOnOf } from '@shared/domain/case/act-days.ts';
import {
  choicesOf,
  heldKinds,
  isHeld,
  listKind,
  requestKind,
  setAsideKinds,
  takingOf,
} from '@shared/domain/package/review.ts';
import { isWaiting } from '@shared/domain/retention/request.ts';
import { isMistaken } from '../case/case-rows.ts';
import { trustedDirectory } from '../identity/trusted-directory.ts';
import { obstacleHere } from '../retention/files.ts';
import { type RequestHere, requestsHere } from '../retention/requests.ts';
import { ownKeysOf, todayOf, type Unlocked } from '../vault/unlocked.ts';
import { caseReviews, type ReviewedCase } from './case-reviews.ts';
import { asideItems, sidesOfHeld } from './files-aside.ts';
import { type Decision, decisionsByItem, type HeldPackage, heldPackageRows, latestOf } from './ledger/held-rows.ts';
import { type KeyList, keyListsHere, staysListTaken } from './ledger/key-lists.ts';
import { toPeer } from './ledger/peer-view.ts';
import { nameOf as nameOfCase, type PackageStanding, standingOf } from './package-standing.ts';
import { staysTaken } from './receive/take-back.ts';

/** The latest decision that settles an item: asking, and telling who is who, settle nothing. */
const settling = (decisions: readonly Decision[]): Decision | undefined =>
  decisions.findLast(({ choice }) => choice !== 'ask' && choice !== 'tell');

/** A decision as it is shown; `stays`: why it cannot be taken back. */
const shown = (latest: Decision | undefined, stays: string | null = null): ReviewItem['decision'] =>
  latest === undefined
    ? null
    : { choice: latest.choice, at: latest.at, reason: latest.reason, answers: [...latest.answers], stays };

const askedAt = (decisions: readonly Decision[]): string | null =>
  decisions.findLast(({ choice }) => choice === 'ask')?.at ?? null;

/** Whether something of a held package hangs on who is meant, as far as is known without opening it. */
const asksWho = ({ code, details }: HeldPackage, standing: PackageStanding): boolean =>
  standing.hangsOnPersons || (code === 'personsAlike' && details.length > 0);

const ofPackage = async (
  unlocked: Unlocked,
  held: HeldPackage,
  decisions: readonly Decision[],
): Promise<ReviewItem> => {
  const standing = await standingOf(unlocked, held);
  const { records } = unlocked.vault;
  const { manifest, code } = held;
  const directory = trustedDirectory(records)?.directory ?? null;
  const { acts, employeeName } = standing;
  const settled = settling(decisions);
  const isWhole = settled?.choice === 'take' && takingOf(code) === 'again';
  const asks = !isWhole && asksWho(held, standing);
  const isDone =
    settled !== undefined && (settled.choice !== 'take' || !(asks || acts.some(({ state }) => state === 'takeable')));
  const latest = latestOf(decisions);
  const isNameless = isMistaken(records, manifest.caseId);
  return {
    itemId: held.manifestHash,
    kind: code,
    from: toPeer(directory, manifest.sender.key, todayOf(unlocked)),
    at: held.at,
    caseId: manifest.caseId,
    employeeName,
    packageId: manifest.packageId,
    details: isNameless && code === 'personsAlike' ? held.details.filter(isHeld) : [...held.details],
    acts: [...acts],
    act: null,
    files: isDone ? [] : [...sidesOfHeld(unlocked, held)],
    choices: [...choicesOf(code, asks)],
    decision: shown(
      isNameless && latest ? { ...latest, answers: [] } : latest,
      latest?.choice === 'take' ? staysTaken(records, held, latest) : null,
    ),
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
      act: { type, author: act.body?.author.name ?? '', statedAt, statedOn: statedOnOf(act.header) },
      files: [],
      choices: [...choicesOf(kind)],
      decision: shown(latest),
      askedAt: askedAt(decisions),
      waits: setAsideKinds[kind].waits && latest === undefined,
    };
  });
};

/** The list that came with a key which others may have: all of it counts, or none. */
const ofList = (unlocked: Unlocked, list: KeyList, decisions: readonly Decision[]): ReviewItem => {
  const { records } = unlocked.vault;
  const directory = trustedDirectory(records)?.directory ?? null;
  const latest = settling(decisions);
  const { revoked, key } = list.key;
  return {
    itemId: list.name,
    kind: listKind,
    from: toPeer(directory, key, todayOf(unlocked)),
    at: revoked?.at ?? '',
    caseId: null,
    employeeName: null,
    packageId: null,
    details: [],
    acts: [],
    act: null,
    files: [],
    choices: [...choicesOf(listKind)],
    decision: shown(latest, latest?.choice === 'take' ? staysListTaken(records, list, latest) : null),
    askedAt: null,
    waits: latest === undefined,
  };
};

/** A file that somebody asks to be erased, as long as it is here. */
const ofRequest = (unlocked: Unlocked, request: RequestHere, decisions: readonly Decision[]): ReviewItem => {
  const { records } = unlocked.vault;
  const { caseId, key, at, state, itemId } = request;
  const directory = trustedDirectory(records)?.directory ?? null;
  const obstacle = obstacleHere(unlocked, caseId);
  return {
    itemId,
    kind: requestKind,
    from: toPeer(directory, key, todayOf(unlocked)),
    at,
    caseId,
    employeeName: nameOfCase(unlocked, caseId),
    packageId: null,
    details: state === 'open' && obstacle !== null ? [obstacle] : [],
    acts: [],
    act: null,
    files: [],
    choices: state === 'open' ? [...choicesOf(requestKind)] : [],
    decision: shown(settling(decisions)),
    askedAt: null,
    waits: state === 'open',
  };
};

const isShown = ({ state }: RequestHere): boolean => isWaiting(state) || state === 'kept';

/** Everything that is held, set aside or waits for a person: what waits first, then the latest. */
export const review = async (unlocked: Unlocked, earlier: boolean): Promise<ReviewItem[]> => {
  const cases = await caseReviews(unlocked, earlier);
  const decided = decisionsByItem(unlocked.vault.records);
  const packages: ReviewItem[] = [];
  for (const held of heldPackageRows(unlocked.vault.records))
    packages.push(await ofPackage(unlocked, held, decided.get(held.manifestHash) ?? []));
  const directory = trustedDirectory(unlocked.vault.records)?.directory;
  const lists = directory === undefined ? [] : keyListsHere(unlocked.vault.records, directory, ownKeysOf(unlocked));
  const ofLists = lists.map((list) => ofList(unlocked, list, decided.get(list.name) ?? []));
  const requests = requestsHere(unlocked.work)
    .filter(isShown)
    .map((request) => ofRequest(unlocked, request, decided.get(request.itemId) ?? []));
  const items = [
    ...packages,
    ...ofLists,
    ...asideItems(unlocked),
    ...requests,
    ...cases.flatMap((found) => ofCase(unlocked, found, decided)),
  ];
  return items.toSorted((a, b) => Number(b.waits) - Number(a.waits) || b.at.localeCompare(a.at));
};
