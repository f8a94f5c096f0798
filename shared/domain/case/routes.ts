import { type Role, roles } from '../identity/person.ts';
import { rowOf } from './act-table.ts';
import type { HeaderDraft } from './definition.ts';
import { asksFirst, withDraft } from './fold.ts';
import { namedKeyOf } from './header.ts';
import { levelOf } from './judge-header.ts';
import { sightOf } from './sight.ts';
import { actOf, type CaseState, type Level, type NamedHeader, waitingAct } from './state.ts';

/** What of an act a package carries: all, or its header alone. */
export const carriedForms = ['all', 'header'] as const;
/** All of an act, its header alone, or nothing of it. */
export const deliveryForms = [...carriedForms, 'nothing'] as const;
export type Form = (typeof deliveryForms)[number];

/** An act as it is routed. */
type Routed = Pick<
  HeaderDraft,
  'type' | 'format' | 'capacity' | 'origin' | 'facts' | 'about' | 'authorKey' | 'namedKey'
> & {
  /** Of a folded act, which says no format: how far it reached when it was folded. */
  readonly level?: Level;
  /** Absent for what is not folded. */
  readonly hash?: string;
};

const readers = (state: CaseState, act: Routed): readonly Role[] => {
  const { routes } = rowOf(act.type);
  if (routes !== 'target') return routes(state, act);
  const target = actOf(state, act.about);
  return target === undefined ? [] : readers(state, target);
};

/**
 * Roles that keep the paper of an act by law, so that what they enter from it counts for others (law: keeper). `state`:
 * the case before the act, or with it.
 */
export const keepersOf = (state: CaseState, act: Routed): readonly Role[] => {
  const { keepers } = rowOf(act.type);
  if (keepers !== 'target') return keepers(state, act);
  const target = actOf(state, act.about);
  return target === undefined ? [] : keepersOf(state, target);
};

/**
 * The keys of those who alone may have an act, whoever else holds their posts: what waits for its author's key and has
 * no effect yet, and the answer to what never has any (law: answered). Null for every other act. `find`: an act of the
 * case by its hash.
 */
export const partiesTo = (
  state: CaseState,
  { hash, header }: NamedHeader,
  find: (hash: string) => NamedHeader | undefined,
): readonly string[] | null => {
  if (asksFirst(header)) return actOf(state, hash) === undefined ? [namedKeyOf(header) ?? ''] : null;
  const asked = header.type === 'paperAnswered' ? waitingAct(state, header.about) : undefined;
  const entered = asked && find(asked.hash);
  return entered === undefined ? null : [entered.header.authorKey, namedKeyOf(entered.header) ?? ''];
};

/**
 * Who alone gets an act that waits for its author: the author; and the answer to one that never had effect: who entered
 * it. Undefined for every other act.
 */
const betweenTwo = (act: Routed, state: CaseState): readonly (Role | null)[] | undefined => {
  if (asksFirst(act)) return [act.capacity];
  if (act.type !== 'paperAnswered' || actOf(state, act.about) !== undefined) return undefined;
  const asked = waitingAct(state, act.about);
  return asked && [asked.capacity, asked.enteredAs];
};

/** Acts up to the end of the last assignment that the unit ended; none where it ended none. */
export const beforeEnd = ({ acts }: CaseState): ReadonlySet<string> =>
  new Set(acts.slice(0, acts.findLastIndex(({ type }) => type === 'assignmentEnded') + 1).map(({ hash }) => hash));

/**
 * Whether an act, or what it is about, was said under an assignment that was ended since. What was the counsellor's
 * alone stays with that counsellor: whoever is assigned next gets nothing of it.
 */
const isUnderEnded = (state: CaseState, { hash, about }: Pick<Routed, 'hash' | 'about'>): boolean => {
  const before = beforeEnd(state);
  const target = actOf(state, about);
  return (
    before.size > 0 &&
    ((hash !== undefined && before.has(hash)) || (target !== undefined && isUnderEnded(state, target)))
  );
};

/**
 * Who receives what of an act, as the case stands: nothing for who takes no part or whose sight ends before it, the
 * whole for those whom the table names, the header for the rest. What a role receives is enough to fold with its sight.
 */
export const deliveries = (act: Routed, state: CaseState): Readonly<Record<Role, Form>> => {
  const two = betweenTwo(act, state);
  const whole = two ?? readers(state, act);
  const level = act.level ?? levelOf(state, act);
  const form = (role: Role): Form => {
    if (two !== undefined) return two.includes(role) ? 'all' : 'nothing';
    // Employees take no part in the file: they get what is addressed to them, and nothing of the rest.
    if (role === 'employee') return whole.includes(role) ? 'all' : 'nothing';
    const sight = sightOf(state, role);
    if (sight === null || sight < level) return 'nothing';
    if (level === 2 && isUnderEnded(state, act)) return 'nothing';
    return whole.includes(role) ? 'all' : 'header';
  };
  return Object.fromEntries(roles.map((role) => [role, form(role)])) as Record<Role, Form>;
};

/**
 * The same for an act that is not recorded yet: as the case would stand with it. Whoever ceases to counsel by it has
 * the whole of it as well, though nobody is the counsellor any more by then (see `reliefsIn`).
 */
export const deliveriesOfDraft = (state: CaseState, header: HeaderDraft): Readonly<Record<Role, Form>> => {
  const forms = deliveries(header, withDraft(state, header));
  return header.type === 'assignmentEnded' ? { ...forms, counsellor: 'all' } : forms;
};
