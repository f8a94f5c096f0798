import { type PersonInput, type Role, roles } from '../identity/person.ts';
import { samePerson } from '../identity/same-person.ts';
import { isOwnAnswer } from './acts/answers.ts';
import type { ActBody, ContentOf } from './body.ts';
import { type Bodies, latestContent, peopleOf, typedContent } from './contents.ts';
import type { HeaderDraft } from './definition.ts';
import { foldCase } from './fold.ts';
import { keepersOf } from './routes.ts';
import { sightOf } from './sight.ts';
import { type CaseState, type Level, type NamedHeader, standingAssignment } from './state.ts';

/** Who looks at a case. */
export interface Holder {
  readonly person: PersonInput;
  readonly roles: readonly Role[];
  /** Whether the holder is meant, where the vault knows it better than by comparing blocks. */
  readonly is?: (person: PersonInput) => boolean;
}

/** Posts that a case gives to one named person; every other post belongs to whoever holds it in the institution. */
export const namedPosts = ['assessor', 'assessorSuperior', 'counsellor', 'employee'] as const satisfies readonly Role[];
export type NamedPost = (typeof namedPosts)[number];

/**
 * Who counsels now. Whoever does not hold the assignment learns it from the result record: nobody but the counsellor
 * signs it.
 */
const counsellorOf = (state: CaseState, bodies: Bodies): PersonInput | undefined => {
  if (standingAssignment(state) === null) return undefined;
  const signer = state.result === null ? undefined : bodies.get(state.result.hash)?.author;
  return peopleOf(state, bodies).counsellor ?? signer;
};

/** The persons whom a case names for its posts now, as far as bodies are at hand; handed over posts included. */
export const postsOf = (state: CaseState, bodies: Bodies): Readonly<Partial<Record<Role, PersonInput>>> => {
  const { employee, assessor } = peopleOf(state, bodies);
  const counsellor = counsellorOf(state, bodies);
  const superior = latestContent(state, bodies, 'caseOpened')?.assessorSuperior ?? undefined;
  const posts: Partial<Record<Role, PersonInput>> = {
    ...(employee && { employee }),
    ...(assessor && { assessor }),
    ...(superior && { assessorSuperior: superior }),
    ...(counsellor && { counsellor }),
  };
  for (const act of state.acts) {
    const filled = act.type === 'postHandedOver' ? filledBy(state, bodies, act) : null;
    if (filled !== null) posts[filled[0]] = filled[1];
  }
  return posts;
};

/** The post that an act fills anew, and with whom; null for every other act, and where its body is not at hand. */
const filledBy = (
  state: CaseState,
  bodies: Bodies,
  { hash, type }: Pick<CaseState['acts'][number], 'hash' | 'type'>,
): readonly [post: Role, person: PersonInput] | null => {
  if (type === 'assessorReplaced') {
    const replaced = typedContent(state, bodies, hash, type);
    return replaced && ['assessor', replaced.assessor];
  }
  if (type !== 'postHandedOver') return null;
  const handover = typedContent(state, bodies, hash, type);
  return handover && [handover.post, handover.successor];
};

/** Who ceases to hold a post, and the act that had given it. */
export interface Relief {
  readonly person: PersonInput;
  readonly namedBy: string;
}

/**
 * Acts by which somebody ceases to hold a post that the case had given by name (by hash). For who holds the act that
 * had given the post, such an act is the last: so the one relieved knows, and passes on what the successor lacks.
 */
export const reliefsIn = (state: CaseState, bodies: Bodies): ReadonlyMap<string, Relief> => {
  const opening = state.acts.find(({ type }) => type === 'caseOpened')?.hash ?? '';
  const opened = latestContent(state, bodies, 'caseOpened');
  const named = (person: PersonInput | null | undefined): Relief | undefined =>
    person ? { person, namedBy: opening } : undefined;
  const holders = new Map<Role, Relief | undefined>([
    ['assessor', named(opened?.assessor)],
    ['assessorSuperior', named(opened?.assessorSuperior)],
  ]);
  const reliefs = new Map<string, Relief>();
  for (const act of state.acts) {
    const ended = act.type === 'assignmentEnded' ? act.about : null;
    const assigned = ended === null ? null : typedContent(state, bodies, ended, 'counsellorAssigned');
    if (ended !== null && assigned !== null) reliefs.set(act.hash, { person: assigned.counsellor, namedBy: ended });
    const filled = filledBy(state, bodies, act);
    if (filled === null) continue;
    const [post, successor] = filled;
    const before = holders.get(post);
    if (before !== undefined && !samePerson(before.person, successor)) reliefs.set(act.hash, before);
    holders.set(post, { person: successor, namedBy: act.hash });
  }
  return reliefs;
};

/** True when a person whom a case names is its holder. */
export const isHolder = ({ person, is }: Holder, named: PersonInput): boolean =>
  is === undefined ? samePerson(named, person) : is(named);

/**
 * Of a holder's roles, those in which the holder takes part in this case: a named post only where it is this person's.
 * Whom the case is about takes part in no other role.
 */
export const rolesInCase = (state: CaseState, bodies: Bodies, holder: Holder): Role[] => {
  const posts = postsOf(state, bodies);
  if (posts.employee !== undefined && isHolder(holder, posts.employee)) {
    return holder.roles.filter((role) => role === 'employee');
  }
  const isMine = (role: Role): boolean => {
    if (!(namedPosts as readonly Role[]).includes(role)) return true;
    const named = posts[role];
    // Whoever counsels has the whole assignment, and so the own name.
    if (named === undefined) return role !== 'counsellor' || standingAssignment(state) === null;
    return isHolder(holder, named);
  };
  return holder.roles.filter(isMine);
};

/** Posts that one person holds at a time: once handed over they are the successor's alone. Officers are several. */
const soleKeepers = ['personnelHead', 'authorisedOfficial'] as const satisfies readonly Role[];
/** Posts whose holders keep the file together: they pass on what is due. */
export const fileKeepers: readonly Role[] = ['personnelOfficer', ...soleKeepers];

/** Who signed an act, as far as whoever judges it can tell. */
export interface Signer {
  readonly is: (person: PersonInput) => boolean;
  readonly has: (role: Role) => boolean;
}

/**
 * True when a post is filled by somebody whom nothing at hand names: the assignment goes to few, and a file that begins
 * with the letter of assignment is its counsellor's before that is entered.
 */
const isUnknown = (state: CaseState, bodies: Bodies, posts: ReturnType<typeof postsOf>, post: NamedPost): boolean =>
  posts[post] === undefined &&
  (post === 'counsellor'
    ? standingAssignment(state) !== null || state.startsFrom === 'assignment'
    : latestContent(state, bodies, 'caseOpened') === null);

/** Whether somebody holds a post of a case: the one whom it names, else whoever has the role. */
const isHolding = (state: CaseState, bodies: Bodies, signer: Signer): ((role: Role) => boolean) => {
  const posts = postsOf(state, bodies);
  return (role) => {
    const isSole = ([...namedPosts, ...soleKeepers] as readonly Role[]).includes(role);
    const holder = isSole ? posts[role] : undefined;
    if (holder !== undefined) return signer.is(holder);
    const named = namedPosts.find((post) => post === role);
    return signer.has(role) && (named === undefined || isUnknown(state, bodies, posts, named));
  };
};

/**
 * Whether somebody names oneself for a post that another one holds, or that nobody here is named for: a post is given
 * by the predecessor or the unit, never taken (law: handover).
 */
const appointsSelf = (
  state: CaseState,
  bodies: Bodies,
  { type }: Pick<PostAct, 'type'>,
  body: PostBody | null,
  signer: Signer,
): boolean => {
  if (body === null || (type !== 'assessorReplaced' && type !== 'postHandedOver')) return false;
  const said = body.content as Partial<ContentOf<'assessorReplaced'> & ContentOf<'postHandedOver'>>;
  const [post, successor] =
    type === 'assessorReplaced' ? ['assessor' as const, said.assessor] : [said.post, said.successor];
  if (post === undefined || successor === undefined || !signer.is(successor)) return false;
  const holder = postsOf(state, bodies)[post];
  return holder === undefined || !signer.is(holder);
};

/**
 * Roles in which somebody enters an act from paper so that it counts for others too (law: keeper): the post of its own
 * author, and those that keep that paper by law. None: what is entered in another's name is a record for oneself.
 * `state`, `bodies`: the case before the act.
 */
export const enteringRoles = (
  state: CaseState,
  bodies: Bodies,
  act: PostAct,
  body: PostBody | null,
  signer: Signer,
): readonly Role[] => {
  if (appointsSelf(state, bodies, act, body, signer)) return [];
  const holds = isHolding(state, bodies, signer);
  const byAuthor = holds(act.capacity) && (body === null || signer.is(body.author));
  return [...(byAuthor ? [act.capacity] : []), ...keepersOf(state, act).filter(holds)];
};

/** What of an act tells whether its signer may make it. */
export type PostAct = Pick<HeaderDraft, 'type' | 'capacity' | 'origin' | 'facts' | 'about'>;
type PostBody = Pick<ActBody, 'content' | 'author'>;

/**
 * Whether an act is said in a post that is nobody's as the case stands: nobody counsels, or the file names no superior.
 * Being certified as one is no reason to be that of this case.
 */
const isNobodys = (
  state: CaseState,
  bodies: Bodies,
  posts: ReturnType<typeof postsOf>,
  { capacity, type }: PostAct,
): boolean => {
  const post = namedPosts.find((named) => named === capacity);
  return (
    post !== undefined && type !== 'caseOpened' && posts[post] === undefined && !isUnknown(state, bodies, posts, post)
  );
};

/** Whether somebody opens a file as its assessor in which another one assesses (law: open). */
const opensForOther = ({ type, capacity }: PostAct, body: PostBody | null, signer: Signer): boolean => {
  if (type !== 'caseOpened' || capacity !== 'assessor' || body === null) return false;
  const { assessor } = body.content as Partial<ContentOf<'caseOpened'>>;
  return assessor !== undefined && !signer.is(assessor);
};

/** Whom the decision on the follow-up names for a role, where an act joins in it; else undefined. */
const namedDecider = (
  state: CaseState,
  bodies: Bodies,
  { type, capacity, about }: PostAct,
): PersonInput | undefined => {
  if (type !== 'followUpJoined' || about === null) return undefined;
  const decision = typedContent(state, bodies, about, 'followUpDecided');
  return decision?.deciders.find(({ role }) => role === capacity)?.person;
};

/**
 * Whoever acts in a post that the case gives to one person, or that was handed over to one, is that person; whoever
 * enters paper for others keeps that paper by law; and whom the case is about has no other part in it. So nobody who
 * happens to be certified as an assessor writes into the file of another one, or of oneself, or comes into a post by
 * the own word. Where the case does not say (here) whose the post is, nothing is judged. What was entered in one's name
 * is answered by the key that it names, whoever holds the post by now. `state`, `bodies`: the case before the act.
 */
export const isInPost = (
  state: CaseState,
  bodies: Bodies,
  act: PostAct,
  body: PostBody | null,
  signer: Signer,
): boolean => {
  const { capacity, origin } = act;
  const posts = postsOf(state, bodies);
  if (posts.employee !== undefined && signer.is(posts.employee)) return capacity === 'employee';
  if (origin === 'paper') return enteringRoles(state, bodies, act, body, signer).length > 0;
  if (isOwnAnswer(act)) return true;
  if (appointsSelf(state, bodies, act, body, signer) || opensForOther(act, body, signer)) return false;
  if (isNobodys(state, bodies, posts, act)) return false;
  const holder = ([...namedPosts, ...soleKeepers] as readonly Role[]).includes(capacity) ? posts[capacity] : undefined;
  return [holder, namedDecider(state, bodies, act)].every((named) => named === undefined || signer.is(named));
};

/** How far a holder of these roles sees into a case; 0 for who takes no part. */
export const sightOfRoles = (state: CaseState, held: readonly Role[]): Level =>
  held.reduce<Level>((most, role) => {
    const sight = sightOf(state, role) ?? 0;
    return sight > most ? sight : most;
  }, 0);

/** How far who signs an act sees into a case; whose post nobody names here may be theirs. */
export const sightOfSigner = (state: CaseState, bodies: Bodies, signer: Signer): Level => {
  const posts = postsOf(state, bodies);
  const isTheirs = (role: Role): boolean => {
    const named = (namedPosts as readonly Role[]).includes(role) ? posts[role] : undefined;
    return signer.has(role) && (named === undefined || signer.is(named));
  };
  return sightOfRoles(state, roles.filter(isTheirs));
};

/**
 * How deep the evidence may lie that an act is asked for, where it is made and wherever it is judged: paper of somebody
 * who keeps it by law for nothing that this one does not see (the head holds the result record, and sees no session);
 * every other act for everything.
 */
export const askedOf = (
  state: CaseState,
  bodies: Bodies,
  act: PostAct,
  body: PostBody | null,
  signer: Signer,
): Level =>
  act.origin === 'paper' && isInPost(state, bodies, act, body, signer) ? sightOfSigner(state, bodies, signer) : 2;

/**
 * The state of a case as its holder can judge it. A gate that looks at evidence beyond the holder's sight is passed
 * over: whoever does hold that evidence has judged it. A case without refusals is the same for every sight. `relied`:
 * as `foldCase` has it.
 */
export const foldFor = (
  acts: readonly NamedHeader[],
  bodies: Bodies,
  holder: Holder | null,
  relied: ReadonlySet<string> = new Set(),
): CaseState => {
  const strict = foldCase(acts, 2, relied);
  if (holder === null || strict.refused.length === 0) return strict;
  const lenient = foldCase(acts, 0, relied);
  const sees = sightOfRoles(lenient, rolesInCase(lenient, bodies, holder));
  return sees === 2 ? strict : foldCase(acts, sees, relied);
};
