import type { PersonInput, Role } from '../identity/person.ts';
import { samePerson } from '../identity/same-person.ts';
import { type Bodies, latestContent, peopleOf, typedContent } from './contents.ts';
import { foldCase } from './fold.ts';
import { sightOf } from './sight.ts';
import { type CaseState, type Level, type NamedHeader, standingAssignment } from './state.ts';

/** Who looks at a case. */
export interface Holder {
  readonly person: PersonInput;
  readonly roles: readonly Role[];
}

/** Posts that a case gives to one named person; every other post belongs to whoever holds it in the institution. */
export const namedPosts = ['assessor', 'assessorSuperior', 'counsellor', 'employee'] as const satisfies readonly Role[];
export type NamedPost = (typeof namedPosts)[number];

/** The persons whom a case names for its posts now, as far as bodies are at hand; handed over posts included. */
export const postsOf = (state: CaseState, bodies: Bodies): Readonly<Partial<Record<Role, PersonInput>>> => {
  const { employee, assessor, counsellor } = peopleOf(state, bodies);
  const superior = latestContent(state, bodies, 'caseOpened')?.assessorSuperior ?? undefined;
  const posts: Partial<Record<Role, PersonInput>> = {
    ...(employee && { employee }),
    ...(assessor && { assessor }),
    ...(superior && { assessorSuperior: superior }),
    ...(counsellor && standingAssignment(state) !== null && { counsellor }),
  };
  for (const { hash, type } of state.acts) {
    if (type !== 'postHandedOver') continue;
    const handover = typedContent(state, bodies, hash, 'postHandedOver');
    if (handover !== null) posts[handover.post] = handover.successor;
  }
  return posts;
};

/**
 * Of a holder's roles, those in which the holder takes part in this case: a named post only where it is this person's.
 * Whom the case is about takes part in no other role.
 */
export const rolesInCase = (state: CaseState, bodies: Bodies, { person, roles }: Holder): Role[] => {
  const posts = postsOf(state, bodies);
  if (posts.employee !== undefined && samePerson(posts.employee, person)) {
    return roles.filter((role) => role === 'employee');
  }
  const isMine = (role: Role): boolean => {
    if (!(namedPosts as readonly Role[]).includes(role)) return true;
    const named = posts[role];
    return named === undefined || samePerson(named, person);
  };
  return roles.filter(isMine);
};

/** How far a holder of these roles sees into a case; 0 for who takes no part. */
export const sightOfRoles = (state: CaseState, roles: readonly Role[]): Level =>
  roles.reduce<Level>((most, role) => {
    const sight = sightOf(state, role) ?? 0;
    return sight > most ? sight : most;
  }, 0);

/**
 * The state of a case as its holder can judge it. A gate that looks at evidence beyond the holder's sight is passed
 * over: whoever does hold that evidence has judged it. A case without refusals is the same for every sight.
 */
export const foldFor = (acts: readonly NamedHeader[], bodies: Bodies, holder: Holder | null): CaseState => {
  const strict = foldCase(acts);
  if (holder === null || strict.refused.length === 0) return strict;
  const lenient = foldCase(acts, 0);
  const sees = sightOfRoles(lenient, rolesInCase(lenient, bodies, holder));
  return sees === 2 ? strict : foldCase(acts, sees);
};
