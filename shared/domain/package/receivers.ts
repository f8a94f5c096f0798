import type { Bodies } from '../case/contents.ts';
import { namedPosts, postsOf } from '../case/holder.ts';
import type { CaseState } from '../case/state.ts';
import { activeKeyOf, type Directory, type DirectoryEntry, membersWith } from '../identity/directory.ts';
import { type Role, roles } from '../identity/person.ts';
import type { Sameness, WhoIsWho } from '../identity/sameness.ts';

export interface ReceiverInput {
  readonly state: CaseState;
  readonly bodies: Bodies;
  readonly directory: Pick<Directory, 'entries'>;
  readonly who: Pick<WhoIsWho, 'ofEntry'>;
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

/** Somebody who may hold a post; `unsure` while only the name says so, or the name of whom the case is about. */
interface Candidate {
  readonly entry: DirectoryEntry;
  readonly is: Exclude<Sameness, 'other'>;
}

/** Everyone who may hold a post: certified for it, and the person whom the case names, where it names one. */
const candidatesFor = ({ state, bodies, directory, who, today }: ReceiverInput, role: Role): Candidate[] => {
  const posts = postsOf(state, bodies);
  const named = posts[role];
  // Whoever the case is about gets nothing of it by another post.
  const asEmployee = (entry: DirectoryEntry): Sameness =>
    role === 'employee' || posts.employee === undefined ? 'other' : who.ofEntry(entry, posts.employee);
  // A post that belongs to one person of the case, whom this vault does not know, goes to nobody.
  const isOpen = !(namedPosts as readonly Role[]).includes(role);
  const inPost = (entry: DirectoryEntry): Sameness =>
    named === undefined ? (isOpen ? 'same' : 'other') : who.ofEntry(entry, named);
  return membersWith(directory, role, today).flatMap((entry) => {
    const [employee, post] = [asEmployee(entry), inPost(entry)];
    if (employee === 'same' || post === 'other') return [];
    return [{ entry, is: employee === 'unsure' ? 'unsure' : post }];
  });
};

/** Nobody gets a file by a like name alone: that is chosen. */
const holdingOf = (input: ReceiverInput, role: Role): Holding => {
  const found = candidatesFor(input, role);
  const sure = found.filter(({ is }) => is === 'same').map(({ entry }) => entry);
  const candidates = found.map(({ entry }) => entry);
  const chosen = candidates.find(({ entryId }) => entryId === input.chosen[role]);
  const own = sure.find(({ entryId }) => entryId === input.ownEntryId);
  const entry = chosen ?? own ?? (sure.length === 1 ? sure[0] : undefined);
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
