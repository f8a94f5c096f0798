import { postsOf, reliefsIn } from '@shared/domain/case/holder.ts';
import { actOf, type CaseState } from '@shared/domain/case/state.ts';
import { activeKeyOf, type DirectoryEntry, type DirectoryKey, rolesOn } from '@shared/domain/identity/directory.ts';
import type { Role } from '@shared/domain/identity/person.ts';
import { ownWords } from '@shared/domain/package/copy.ts';
import { dueForms, type Outgoing, type OutgoingInput, outgoingActs } from '@shared/domain/package/outgoing.ts';
import { type Receivers, receiversOf } from '@shared/domain/package/receivers.ts';
import type { CaseFile } from '../../case/case-file.ts';
import { loadCase } from '../../case/load-case.ts';
import { sharedPart } from '../../case/own-records.ts';
import type { StoredAct } from '../../case/stored-act.ts';
import type { RecordsReader } from '../../db/handles.ts';
import { todayOf, type Unlocked } from '../../vault/unlocked.ts';
import { certainHoldersOf, holdersOfCase, holdingsOf } from '../ledger/holder-rows.ts';
import { epochsOf } from '../ledger/package-rows.ts';
import { chosenReceivers } from '../ledger/peer-rows.ts';
import { isOwnKey, type Standing } from '../ledger/standing.ts';

/** A case, without what stays here, and those who take part in it. */
export interface CaseExchange {
  readonly caseId: string;
  readonly file: CaseFile;
  readonly receivers: Receivers;
}

/** One receiver of a case. */
export interface CaseReceiver {
  readonly entry: DirectoryEntry;
  readonly roles: readonly Role[];
}

const isKeyOf = ({ keys }: DirectoryEntry, key: string): boolean => keys.some((known) => known.key === key);

/** Whom a request that an act be corrected is for: the head of the unit, certified today, with a vault. */
const answersRequests = (entry: DirectoryEntry, today: string): boolean =>
  activeKeyOf(entry) !== undefined && rolesOn(entry, today).includes('personnelHead');

/**
 * An employee's vault holds no file, only copies: what it sends goes to who released the copy, and a request that an
 * act be corrected to the head of the unit too, who answers it. Null for every other case.
 */
const releasersOf = (
  standing: Standing,
  { file }: { readonly file: CaseFile },
  today: string,
): CaseReceiver[] | null => {
  if (file.state.caseId !== null) return null;
  const released = file.acts.filter(({ header }) => header.type === 'copyReleased');
  const hasAsked = file.acts.some(({ header }) => header.type === 'correctionRequested');
  return standing.directory.directory.entries.flatMap((entry) => {
    const mine = released.filter(({ header }) => isKeyOf(entry, header.authorKey));
    const answers = hasAsked && answersRequests(entry, today) ? (['personnelHead'] as const) : [];
    const roles = [...new Set([...mine.map(({ header }) => header.capacity), ...answers])];
    return roles.length === 0 ? [] : [{ entry, roles }];
  });
};

/**
 * Acts by which somebody ceases to hold a post of a case: told to who certainly has the act that had given it, and to
 * nobody who never came to know.
 */
const relieving = (
  records: RecordsReader,
  { who }: Pick<Standing, 'who'>,
  { state, bodies, byHash, acts }: CaseFile,
  entry: DirectoryEntry,
): ReadonlySet<string> => {
  const mine = [...reliefsIn(state, bodies)].filter(([, { person }]) => who.ofEntry(entry, person) === 'same');
  if (mine.length === 0) return new Set();
  const { certain } = holdingsOf(records, activeKeyOf(entry)?.key ?? '', acts[0]?.header.caseId ?? '');
  const knows = (namedBy: string): boolean =>
    certain.get(namedBy) === 'all' || entry.keys.some(({ key }) => key === byHash.get(namedBy)?.header.authorKey);
  return new Set(mine.filter(([, { namedBy }]) => knows(namedBy)).map(([hash]) => hash));
};

/** Roles in which somebody is asked for an answer, who does not hold the post otherwise: one of several heads. */
const askedAs = ({ waiting, answers }: CaseState, entry: DirectoryEntry): Role[] => [
  ...new Set(
    waiting
      .filter(({ hash, asks }) => answers[hash] === undefined && entry.keys.some(({ key }) => key === asks?.key))
      .map(({ capacity }) => capacity),
  ),
];

/**
 * Who has no part in a case, any more or after all. Whoever signed acts is owed those after a loss; whoever held a
 * post, the act that ended it; whoever certainly has an act without effect, the headers that tell why; whoever has or
 * had anything of a file about the wrong employee, that it is so. Nothing else.
 */
const outsiders = (
  { vault: { records } }: Unlocked,
  standing: Standing,
  file: CaseFile,
  known: readonly CaseReceiver[],
): CaseReceiver[] => {
  const { acts, state } = file;
  const authors = acts.map(({ header }) => header.authorKey);
  const misled = state.refused.flatMap(({ hash }) => certainHoldersOf(records, hash));
  const told = state.mistaken === null ? [] : holdersOfCase(records, state.caseId ?? '');
  const owed = new Set([...authors, ...misled, ...told, ...state.waiting.flatMap(({ asks }) => asks?.key ?? [])]);
  const isKnown = new Set([standing.entry.entryId, ...known.map(({ entry }) => entry.entryId)]);
  return standing.directory.directory.entries
    .filter((entry) => activeKeyOf(entry) !== undefined && !isKnown.has(entry.entryId))
    .filter(
      (entry) => entry.keys.some(({ key }) => owed.has(key)) || relieving(records, standing, file, entry).size > 0,
    )
    .map((entry) => ({ entry, roles: askedAs(state, entry) }));
};

/** A case and who holds its posts. */
export const caseExchange = (unlocked: Unlocked, standing: Standing, caseId: string): CaseExchange => {
  const { records } = unlocked.vault;
  const file = sharedPart(records, loadCase(records, caseId), standing.key);
  const releasers = releasersOf(standing, { file }, todayOf(unlocked));
  if (releasers !== null) return { caseId, file, receivers: { known: releasers, unresolved: [] } };
  const receivers = receiversOf({
    state: file.state,
    bodies: file.bodies,
    directory: standing.directory.directory,
    who: standing.who,
    ownEntryId: standing.entry.entryId,
    chosen: chosenReceivers(records, caseId),
    today: todayOf(unlocked),
  });
  const known = [...receivers.known, ...outsiders(unlocked, standing, file, receivers.known)];
  return { caseId, file, receivers: { ...receivers, known } };
};

/** True when the vault behind a key has shown another epoch than its first: it may lack what it signed itself. */
const hasLost = (unlocked: Unlocked, { key, vaultId }: DirectoryKey): boolean =>
  epochsOf(unlocked.vault.records, key).some((epoch) => epoch !== vaultId);

const inputFor = (
  unlocked: Unlocked,
  standing: Standing,
  { caseId, file }: CaseExchange,
  { entry, roles }: CaseReceiver,
  again: boolean,
): OutgoingInput => {
  const active = activeKeyOf(entry);
  const key = active?.key ?? '';
  const { employee } = postsOf(file.state, file.bodies);
  return {
    acts: file.acts.map(({ hash, header, deeper, body }) => ({ hash, header, deeper, hasBody: body !== null })),
    state: file.state,
    ownKeys: standing.entry.keys.map((known) => known.key),
    ownRoles: standing.roles,
    receiverRoles: roles,
    receiverKeys: [...entry.keys.map((known) => known.key).filter((known) => known !== key), key],
    receiverMayLackOwn: active !== undefined && hasLost(unlocked, active),
    receiverIsEmployee: employee !== undefined && standing.who.ofEntry(entry, employee) === 'same',
    relieving: relieving(unlocked.vault.records, standing, file, entry),
    ...holdingsOf(unlocked.vault.records, key, caseId),
    again,
  };
};

/** What would leave for a receiver now, and what of the case stays here. */
export interface Due {
  readonly send: readonly Outgoing[];
  readonly withheld: readonly { readonly hash: string; readonly form: 'header' | 'nothing' }[];
}

/** What an employee says of a copy is for who released it, and a request for who answers it too. */
const isSaidTo = (
  { file: { byHash } }: CaseExchange,
  { header: { type, about } }: StoredAct,
  { entry, roles }: CaseReceiver,
): boolean =>
  isKeyOf(entry, byHash.get(about ?? '')?.header.authorKey ?? '') ||
  (type === 'correctionRequested' && roles.includes('personnelHead'));

/**
 * What a receiver of a case is due. What an employee says of a copy goes whole, the copy itself does not go back.
 */
export const dueTo = (
  unlocked: Unlocked,
  standing: Standing,
  cased: CaseExchange,
  receiver: CaseReceiver,
  again: boolean,
): Due => {
  const input = inputFor(unlocked, standing, cased, receiver, again);
  if (cased.file.state.caseId === null) {
    const send = cased.file.acts
      .filter((act) => {
        const { hash, header } = act;
        const had = input.certain.has(hash) || (!again && input.sent.has(hash));
        const isOwn = ownWords.includes(header.type) && isOwnKey(standing, header.authorKey);
        return isOwn && !had && isSaidTo(cased, act, receiver);
      })
      .map(({ hash }): Outgoing => ({ hash, form: 'all' }));
    return { send, withheld: [] };
  }
  const send = outgoingActs(input);
  const forms = dueForms(input);
  const withheld = cased.file.acts.flatMap(({ hash, header }) => {
    const form = forms.get(hash) ?? 'nothing';
    // What the receiver signed is no secret kept from the receiver.
    const kept = form !== 'all' && !input.receiverKeys.includes(header.authorKey);
    return kept && actOf(cased.file.state, hash) !== undefined ? [{ hash, form }] : [];
  });
  return { send, withheld };
};
