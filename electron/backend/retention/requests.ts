import { activeKeyOf, type DirectoryEntry } from '@shared/domain/identity/directory.ts';
import { maxErasedFiles } from '@shared/domain/retention/erasure.ts';
import {
  type AskedReceiver,
  type ErasureAnswer,
  type ErasureAsk,
  erasureOutcomes,
  isOutcome,
  type RequestState,
  requestItemOf,
  requestStateOf,
} from '@shared/domain/retention/request.ts';
import { findCase } from '../case/case-rows.ts';
import { erasedAt } from '../db/erased-files.ts';
import { erasureMessages, hasShared, keysOf, type StoredMessage } from '../exchange/ledger/erasure-messages.ts';
import { decisionsByItem, latestOf } from '../exchange/ledger/held-rows.ts';
import { trustedDirectory } from '../identity/trusted-directory.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Erasure, listErasures, namedInErasures } from './erasure-rows.ts';

// Requests between vaults to erase what one of them erased: what is asked, how it stands, and what is due to be said.

type Work = Pick<Workspace, 'records'>;

const entriesOf = ({ records }: Work): readonly DirectoryEntry[] => trustedDirectory(records)?.directory.entries ?? [];

const isOf = (entry: DirectoryEntry, { row }: StoredMessage): boolean => keysOf(entry).includes(row.peer);

/** A file that somebody asks to be erased here. */
export interface RequestHere extends ErasureAsk {
  readonly itemId: string;
  readonly entry: DirectoryEntry;
  /** Key by which it was asked last, and when that came. */
  readonly key: string;
  readonly at: string;
  readonly state: RequestState;
  /** When it came to that; for what waits, when it was asked. */
  readonly since: string;
}

/** Requests that came, each file once for each who asks, by the latest; without those of people who are unknown now. */
export const requestsHere = (work: Work): RequestHere[] => {
  const { records } = work;
  const came = erasureMessages(records, 'in').filter(({ asks }) => asks.length > 0);
  if (came.length === 0) return [];
  const decided = decisionsByItem(records);
  const inErasure = namedInErasures(records, 'file');
  return entriesOf(work).flatMap((entry) => {
    const asked = came
      .filter((message) => isOf(entry, message))
      .flatMap(({ asks, row }) => asks.map((ask) => ({ ...ask, key: row.peer, at: row.at })));
    const latest = new Map(asked.map((ask) => [ask.caseId, ask]));
    return [...latest.values()].map((ask): RequestHere => {
      const itemId = requestItemOf(ask.caseId, entry.entryId);
      const kept = latestOf(decided.get(itemId) ?? []);
      const erased = erasedAt(records, ask.caseId);
      const state = requestStateOf({
        erasedAt: erased,
        isHere: findCase(records, ask.caseId) !== undefined,
        isShared: hasShared(records, keysOf(entry), ask.caseId),
        inErasure: inErasure.has(ask.caseId),
        keptAt: kept?.at ?? null,
      });
      const since = (state === 'erased' ? erased : state === 'kept' ? kept?.at : null) ?? ask.at;
      return { ...ask, itemId, entry, state, since };
    });
  });
};

/** Files that an entry is to be asked about, and after which erasure. */
const askedOf = (erasures: readonly Erasure[], entry: DirectoryEntry): ErasureAsk[] =>
  erasures.flatMap(({ content }) => {
    const mine = content.sharers.filter(({ key }) => keysOf(entry).includes(key)).flatMap(({ caseIds }) => caseIds);
    return content.files.flatMap(({ caseId, kind }) =>
      // Of a file without an opening nobody knows how it ended, so nobody is asked.
      kind !== 'unopened' && mine.includes(caseId) ? [{ caseId, ground: kind }] : [],
    );
  });

/** What is to be said to somebody about erasures, as long as no receipt says that it arrived. */
export interface ErasureDue {
  readonly entry: DirectoryEntry;
  readonly asks: ErasureAsk[];
  readonly answers: ErasureAnswer[];
  /** When a package with all of it was last sealed; null: something of it was never sealed. */
  readonly sealedAt: string | null;
}

/** What is due to each member of the directory who has a key; those to whom nothing is are left out. */
export const erasuresDue = (work: Work): ErasureDue[] => {
  const done = listErasures(work.records).filter(({ state }) => state === 'done');
  const sent = erasureMessages(work.records, 'out');
  const came = erasureMessages(work.records, 'in');
  const requests = requestsHere(work);
  return entriesOf(work)
    .filter((entry) => activeKeyOf(entry) !== undefined)
    .flatMap((entry): ErasureDue[] => {
      const out = sent.filter((message) => isOf(entry, message));
      const arrived = out.filter(({ row }) => row.receivedAt !== null);
      const answered = new Set(
        came.filter((message) => isOf(entry, message)).flatMap(({ answers }) => answers.map(({ caseId }) => caseId)),
      );
      const isAskIn = (message: StoredMessage, { caseId }: ErasureAsk): boolean =>
        message.asks.some((ask) => ask.caseId === caseId);
      const isAnswerIn = (message: StoredMessage, { caseId, outcome }: ErasureAnswer): boolean =>
        message.answers.some((answer) => answer.caseId === caseId && answer.outcome === outcome);
      const asks = askedOf(done, entry)
        .filter((ask) => !answered.has(ask.caseId) && !arrived.some((message) => isAskIn(message, ask)))
        .slice(0, maxErasedFiles);
      const answers = requests
        .filter((request) => request.entry.entryId === entry.entryId)
        .flatMap(({ caseId, state, since }): ErasureAnswer[] =>
          isOutcome(state) ? [{ caseId, outcome: state, at: since as ErasureAnswer['at'] }] : [],
        )
        .filter((answer) => !arrived.some((message) => isAnswerIn(message, answer)))
        .slice(0, maxErasedFiles);
      if (asks.length + answers.length === 0) return [];
      const whole = out.findLast(
        (message) =>
          asks.every((ask) => isAskIn(message, ask)) && answers.every((answer) => isAnswerIn(message, answer)),
      );
      return [{ entry, asks, answers, sealedAt: whole?.row.at ?? null }];
    });
};

/**
 * Who was asked after an erasure, when, and what they answered; whom the directory does not know any more has no name.
 */
export const askedAfter = (work: Work, { content }: Erasure): AskedReceiver[] => {
  if (content.sharers.length === 0) return [];
  const entries = entriesOf(work);
  const known = entries.filter((entry) => content.sharers.some(({ key }) => keysOf(entry).includes(key)));
  const strangers = content.sharers.filter(({ key }) => !known.some((entry) => keysOf(entry).includes(key)));
  const sent = erasureMessages(work.records, 'out');
  const came = erasureMessages(work.records, 'in');
  const of = (receiver: string, keys: readonly string[]): AskedReceiver => {
    const mine = content.sharers.filter(({ key }) => keys.includes(key)).flatMap(({ caseIds }) => caseIds);
    const files = new Set(mine);
    const asked = sent.filter(
      ({ row, asks }) => keys.includes(row.peer) && asks.some(({ caseId }) => files.has(caseId)),
    );
    const answers = new Map(
      came
        .filter(({ row }) => keys.includes(row.peer))
        .flatMap((message) => message.answers)
        .filter(({ caseId }) => files.has(caseId))
        .map(({ caseId, outcome }) => [caseId, outcome]),
    );
    const counted = erasureOutcomes.map((outcome) => [
      outcome,
      [...answers.values()].filter((given) => given === outcome).length,
    ]);
    return {
      receiver,
      files: files.size,
      askedAt: asked[0]?.row.at ?? null,
      receivedAt: asked.find(({ row }) => row.receivedAt !== null)?.row.receivedAt ?? null,
      answers: Object.fromEntries(counted) as AskedReceiver['answers'],
    };
  };
  return [
    ...known.map((entry) => of([entry.person.name, entry.person.position].filter(Boolean).join(', '), keysOf(entry))),
    ...strangers.map(({ key }) => of('', [key])),
  ];
};
