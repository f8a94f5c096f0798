import type { Bodies } from '../case/contents.ts';
import { namedPosts, postsOf } from '../case/holder.ts';
import type { CaseState } from '../case/state.ts';
import { activeKeyOf, type Directory, type DirectoryEntry, isEntryOf, membersWith } from '../identity/directory.ts';
import { type Role, roles } from '../identity/person.ts';

export interface ReceiverInput {
  readonly state: CaseState;
  readonly bodies: Bodies;
  readonly directory: Pick<Directory, 'entries'>;
  /** Entry of the vault that sends; it is never a receiver. */
  readonly ownEntryId: string;
  /** Who was said to hold a post for this case (entry ids by role). */
  readonly chosen: Readonly<Partial<Record<Role, string>>>;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** Who holds each post of a case, as far as the directory tells. */
export interface Receivers {
  /** The roles in which each person takes part, in the order of the roles. */
  readonly known: readonly { readonly entry: DirectoryEntry; readonly roles: readonly Role[] }[];
  /** Posts that several could hold, or nobody with a vault (no candidates: paper goes there). */
  readonly unresolved: readonly { readonly role: Role; readonly candidates: readonly DirectoryEntry[] }[];
}

type Holding = {
  readonly role: Role;
  readonly entry: DirectoryEntry | null;
  readonly candidates: readonly DirectoryEntry[];
};

/** Everyone who may hold a post: certified for it, and the person whom the case names, where it names one. */
const candidatesFor = ({ state, bodies, directory, today }: ReceiverInput, role: Role): DirectoryEntry[] => {
  const posts = postsOf(state, bodies);
  const named = posts[role];
  // Whoever the case is about gets nothing of it by another post.
  const isEmployee = (entry: DirectoryEntry): boolean =>
    role !== 'employee' && posts.employee !== undefined && isEntryOf(entry, posts.employee);
  const able = membersWith(directory, role, today).filter((entry) => !isEmployee(entry));
  if (named !== undefined) return able.filter((entry) => isEntryOf(entry, named));
  // A post that belongs to one person of the case, whom this vault does not know, goes to nobody.
  return (namedPosts as readonly Role[]).includes(role) ? [] : able;
};

const holdingOf = (input: ReceiverInput, role: Role): Holding => {
  const candidates = candidatesFor(input, role);
  const chosen = candidates.find(({ entryId }) => entryId === input.chosen[role]);
  const own = candidates.find(({ entryId }) => entryId === input.ownEntryId);
  const entry = chosen ?? own ?? (candidates.length === 1 ? candidates[0] : undefined);
  return { role, entry: entry ?? null, candidates };
};

/**
 * Who holds which post of a case: the person whom the case names and the directory certifies, else the one who was
 * chosen, else the only one there is.
 */
export const receiversOf = (input: ReceiverInput): Receivers => {
  const holdings = roles.map((role) => holdingOf(input, role));
  const known = new Map<string, { entry: DirectoryEntry; roles: Role[] }>();
  for (const { role, entry } of holdings) {
    if (entry === null || entry.entryId === input.ownEntryId || activeKeyOf(entry) === undefined) continue;
    const found = known.get(entry.entryId);
    if (found === undefined) known.set(entry.entryId, { entry, roles: [role] });
    else found.roles.push(role);
  }
  return {
    known: [...known.values()],
    unresolved: holdings.flatMap(({ role, entry, candidates }) => (entry === null ? [{ role, candidates }] : [])),
  };
};
