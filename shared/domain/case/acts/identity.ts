import type { Role } from '../../identity/person.ts';
import { contentSchemas } from '../body.ts';
import { identityPosts } from '../content/identity.ts';
import { define } from '../definition.ts';
import { onAnyFile } from '../gates.ts';
import { namingTypes } from '../identities.ts';
import { type CaseState, isReported } from '../state.ts';
import { everyone, office } from './observation.ts';

/** Who named the person of the post, and the unit that keeps the personnel files, once the file came to it. */
const whoMaySay = (state: CaseState, facts: readonly string[] | null): readonly Role[] => {
  const posts = identityPosts.filter((post) => facts === null || facts.includes(post));
  const types = posts.flatMap((post) => namingTypes(post));
  const authors = state.acts.filter(({ type }) => types.includes(type)).map(({ capacity }) => capacity);
  return [...new Set([...authors, ...(isReported(state) ? office(state) : [])])];
};

/**
 * Ralat identitas (law: identity): the person of a post under the right number, never another person. It changes no
 * state; each receiver reads the new name and number only after answering that it is the same person.
 */
export const identityCorrected = define<'identityCorrected'>({
  content: contentSchemas.identityCorrected,
  rule: 'identity',
  factRule: { one: [identityPosts] },
  factFields: ['post'],
  facts: ({ post }) => [post],
  capacities: whoMaySay,
  gates: onAnyFile,
  // Who counsels is known to those alone who have the letter of assignment.
  routes: (_state, act) =>
    act?.facts.includes('counsellor')
      ? ['personnelOfficer', 'personnelHead', 'authorisedOfficial', 'counsellor']
      : everyone(),
  keepers: office,
});
