import type { ActType } from '../case/act-type.ts';
import { fileKeepers } from '../case/holder.ts';
import { inOrder } from '../case/order.ts';
import { deliveries, type Form, partiesTo } from '../case/routes.ts';
import { actOf, type CaseState, type NamedHeader } from '../case/state.ts';
import type { Role } from '../identity/person.ts';
import { endingsOf, reasonsFor } from './endings.ts';
import { lastWord } from './last-word.ts';
import { namesOf } from './past.ts';

/** What of an act a vault has. */
export type Held = 'all' | 'header';

export interface OutgoingInput {
  /** Acts of the case in this vault. */
  readonly acts: readonly (NamedHeader & { readonly hasBody: boolean })[];
  readonly state: CaseState;
  /** Keys that the holder of this vault has or had. */
  readonly ownKeys: readonly string[];
  /** Roles in which the holder takes or took part in the case. */
  readonly ownRoles: readonly Role[];
  /** Roles in which the receiver takes part. */
  readonly receiverRoles: readonly Role[];
  /** All keys that the receiver ever had, the present one last. */
  readonly receiverKeys: readonly string[];
  /** The receiver's vault was restored or replaced: it may lack what it signed itself. */
  readonly receiverMayLackOwn: boolean;
  /** Whom the case is about: gets copies, which are judged by themselves, and nothing else of the file. */
  readonly receiverIsEmployee: boolean;
  /** Acts by which the receiver ceases to hold a post. */
  readonly relieving: ReadonlySet<string>;
  /** What the receiver certainly has: it came from there, or a receipt names it. */
  readonly certain: ReadonlyMap<string, Held>;
  /** What was sent besides; perhaps lost. */
  readonly sent: ReadonlyMap<string, Held>;
  /** Sends again what has no receipt. */
  readonly again: boolean;
}

export interface Outgoing {
  readonly hash: string;
  readonly form: Held;
}

const rank: Readonly<Record<Form, number>> = { nothing: 0, header: 1, all: 2 };
const best = (forms: readonly Form[]): Form =>
  forms.reduce<Form>((most, form) => (rank[form] > rank[most] ? form : most), 'nothing');

type DueInput = Pick<
  OutgoingInput,
  | 'acts'
  | 'state'
  | 'receiverRoles'
  | 'receiverKeys'
  | 'receiverMayLackOwn'
  | 'receiverIsEmployee'
  | 'relieving'
  | 'certain'
  | 'sent'
>;

/**
 * What is due of a file about the wrong employee: the last word on it, to whoever takes part in it by the table, or has
 * or may have anything of it.
 */
const dueAtEnd = (
  { acts, state, receiverRoles, receiverKeys, receiverMayLackOwn, receiverIsEmployee, certain, sent }: DueInput,
  formOf: (hash: string) => Form,
): ReadonlyMap<string, Form> => {
  const isOwn = (key: string): boolean => receiverKeys.includes(key);
  const hadNothing = certain.size + sent.size === 0 && !acts.some(({ header }) => isOwn(header.authorKey));
  const closing = actOf(state, state.mistaken);
  const forms = closing && deliveries(closing, state);
  const takesPart = receiverRoles.some((role) => forms?.[role] === 'all');
  const isTold = !receiverIsEmployee && (!hadNothing || receiverMayLackOwn || takesPart);
  return new Map(
    acts.map(({ hash, header }): [string, Form] => {
      const has = isOwn(header.authorKey) && !receiverMayLackOwn && header.authorKey === receiverKeys.at(-1);
      return [hash, isTold && !has ? formOf(hash) : 'nothing'];
    }),
  );
};

/**
 * Copies come to their employee, and answers to what that very vault asked: what was asked on paper is answered there.
 */
const comesToEmployee = (
  { type, about }: NamedHeader['header'],
  known: ReadonlyMap<string, NamedHeader>,
  receiverKeys: readonly string[],
): boolean =>
  type === 'copyReleased' ||
  (type === 'correctionAnswered' && receiverKeys.includes(known.get(about ?? '')?.header.authorKey ?? ''));

/**
 * What of each act the receiver is due by the acts table, whatever it has already: its own acts only after a loss; what
 * relieves it of a post; and the headers that lead to that, or tell why something that it has is without effect.
 */
export const dueForms = (input: DueInput): ReadonlyMap<string, Form> => {
  const { acts, state, receiverRoles, receiverKeys, receiverMayLackOwn, receiverIsEmployee, relieving, certain } =
    input;
  const atEnd = lastWord(state);
  if (atEnd !== null) return dueAtEnd(input, atEnd);
  const endings = endingsOf(state, { has: (hash) => certain.has(hash), relieves: (hash) => relieving.has(hash) });
  const reasons = receiverIsEmployee ? new Set() : reasonsFor(acts, state, endings);
  const known = new Map(acts.map((act) => [act.hash, act]));
  return new Map(
    acts.map(({ hash, header }): [string, Form] => {
      if (receiverKeys.includes(header.authorKey)) {
        const lost = receiverMayLackOwn || header.authorKey !== receiverKeys.at(-1);
        return [hash, lost ? 'all' : 'nothing'];
      }
      const parties = partiesTo(state, { hash, header }, (other) => known.get(other));
      if (parties !== null) return [hash, parties.some((key) => receiverKeys.includes(key)) ? 'all' : 'nothing'];
      if (receiverIsEmployee && !comesToEmployee(header, known, receiverKeys)) return [hash, 'nothing'];
      if (relieving.has(hash)) return [hash, 'all'];
      const forms = deliveries(actOf(state, hash) ?? header, state);
      return [hash, best([...receiverRoles.map((role) => forms[role]), reasons.has(hash) ? 'header' : 'nothing'])];
    }),
  );
};

/**
 * True when this vault passes on acts of others: the personnel unit and the official do, and whoever holds or held the
 * receiver's own post (the file goes to the successor). Everyone else sends what is signed or entered here.
 */
const passesOn = ({ ownRoles, receiverRoles }: OutgoingInput): boolean =>
  ownRoles.some((role) => fileKeepers.includes(role) || receiverRoles.includes(role));

const pastOf = (acts: OutgoingInput['acts'], from: readonly string[]): ReadonlySet<string> => {
  const known = new Map(acts.map((act) => [act.hash, act]));
  const past = new Set<string>();
  const queue = [...from];
  for (let hash = queue.pop(); hash !== undefined; hash = queue.pop()) {
    const act = known.get(hash);
    if (act === undefined || past.has(hash)) continue;
    past.add(hash);
    queue.push(...namesOf(act));
  }
  return past;
};

/**
 * What this vault can give of an act: no body that it does not have; and a copy to its employee whole or not at all.
 */
const within = (due: Form, hasBody: boolean, { receiverIsEmployee }: OutgoingInput): Form =>
  due !== 'all' || hasBody ? due : receiverIsEmployee ? 'nothing' : 'header';

/** What an employee says of a copy and others than its releaser are to have. */
const passedOn: readonly ActType[] = ['responseGiven', 'correctionRequested'];

/**
 * What leaves for one receiver now, in the order of the fold: whole acts and headers that are due and were not sent,
 * and with them the headers of all that they build on, as long as no receipt says that the receiver has those: so each
 * package can be judged by itself, in whatever order packages arrive. Empty when nothing new is due.
 */
export const outgoingActs = (input: OutgoingInput): Outgoing[] => {
  const { acts, state, certain, sent, again, ownKeys, receiverKeys } = input;
  const due = dueForms(input);
  const all = passesOn(input);
  const had = (hash: string): Form =>
    best([certain.get(hash) ?? 'nothing', again ? 'nothing' : (sent.get(hash) ?? 'nothing')]);
  // Whoever sent anything of a file about the wrong employee tells its receivers. An employee sends an answer or a
  // request to who released the copy, who passes it on.
  const released = new Set(acts.flatMap((act) => (ownKeys.includes(act.header.authorKey) ? [act.hash] : [])));
  const mayLeave = (hash: string, { authorKey, type, about }: NamedHeader['header']): boolean =>
    all ||
    hash === state.mistaken ||
    (passedOn.includes(type) && released.has(about ?? '')) ||
    ownKeys.includes(authorKey) ||
    receiverKeys.includes(authorKey);
  const fresh = new Map<string, Held>();
  for (const act of acts) {
    const { hash, hasBody } = act;
    const form = within(due.get(hash) ?? 'nothing', hasBody, input);
    if (form !== 'nothing' && mayLeave(hash, act.header) && rank[form] > rank[had(hash)]) fresh.set(hash, form);
  }
  const past = pastOf(acts, [...fresh.keys()]);
  const { ordered } = inOrder(acts);
  return ordered.flatMap(({ hash }): Outgoing[] => {
    const form = fresh.get(hash);
    if (form !== undefined) return [{ hash, form }];
    const repeated = !input.receiverIsEmployee && past.has(hash) && !certain.has(hash) && due.get(hash) !== 'nothing';
    return repeated ? [{ hash, form: 'header' }] : [];
  });
};
