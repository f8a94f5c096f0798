import { emptyPerson, type NamedPerson } from '../identity/person.ts';
import { isMistyped, spelledAlike } from '../identity/spelled-alike.ts';
import type { ActType } from './act-type.ts';
import type { ActBody, ContentOf } from './body.ts';
import type { Identity, IdentityPost } from './content/identity.ts';
import { type Bodies, typedContent } from './contents.ts';
import type { CaseState } from './state.ts';

type Content = Readonly<Record<string, unknown>>;

/** Where contents name the person of a post: the type of the act and the field. */
const naming: readonly (readonly [ActType, IdentityPost | null, string])[] = [
  ['caseOpened', 'employee', 'employee'],
  ['caseOpened', 'assessor', 'assessor'],
  ['caseOpened', 'assessorSuperior', 'assessorSuperior'],
  ['assessorReplaced', 'assessor', 'assessor'],
  ['counsellorAssigned', 'counsellor', 'counsellor'],
  // Which post is handed over says the content.
  ['postHandedOver', null, 'successor'],
];

const identityOf = (person: NamedPerson, content: Content): Identity => ({
  name: person.name,
  nip: person.nip,
  licence: typeof content.licence === 'string' ? content.licence : '',
});

const isSame = (a: Identity, b: Identity): boolean => a.name === b.name && a.nip === b.nip && a.licence === b.licence;

interface Named {
  readonly post: unknown;
  readonly field: string;
  readonly person: NamedPerson;
  readonly identity: Identity;
}

/** Persons whom a content names for a post. */
const namedIn = (type: ActType, content: Content): readonly Named[] =>
  naming.flatMap(([of, post, field]) => {
    const person = content[field] as NamedPerson | null | undefined;
    if (of !== type || !person) return [];
    return [{ post: post ?? content.post, field, person, identity: identityOf(person, content) }];
  });

const renamed = (type: ActType, content: Content, { post, before, after }: ContentOf<'identityCorrected'>): Content => {
  const found = namedIn(type, content).find((named) => named.post === post && isSame(named.identity, before));
  if (found === undefined) return content;
  const { name, nip, licence } = after;
  const changed = { ...content, [found.field]: { ...found.person, name, nip } };
  return type === 'counsellorAssigned' ? { ...changed, licence } : changed;
};

/** Types of act that name the person of a post. */
export const namingTypes = (post: string): readonly ActType[] =>
  naming.flatMap(([type, named]) => (named === post || (named === null && post !== 'employee') ? [type] : []));

type Typed = readonly [hash: string, type: ActType, content: Content, isCorrection: boolean];

/** Contents by hash, each with its type: a correction has that of the act it is about. */
const typed = (state: CaseState, bodies: Bodies): readonly Typed[] =>
  state.acts.flatMap(({ hash, type, about }): Typed[] => {
    const content = bodies.get(hash)?.content;
    if (content === undefined) return [];
    if (type !== 'actCorrected') return [[hash, type, content, false]];
    const target = state.acts.find((act) => act.hash === about);
    return target === undefined ? [] : [[hash, target.type, (content.content ?? {}) as Content, true]];
  });

const correctionsIn = (state: CaseState, bodies: Bodies, counts: (hash: string) => boolean) =>
  state.acts.flatMap(({ hash, type }) => {
    const said = type === 'identityCorrected' && counts(hash) ? typedContent(state, bodies, hash, type) : null;
    return said === null ? [] : [said];
  });

/**
 * Bodies as they are to be read after corrections of identity, in the order of the fold: persons under their right
 * number, what was signed stays beside it. `counts`: whether such an act counts here (law: identity).
 */
export const withIdentities = (state: CaseState, bodies: Bodies, counts: (hash: string) => boolean): Bodies => {
  const corrections = correctionsIn(state, bodies, counts);
  if (corrections.length === 0) return bodies;
  const read = new Map<string, ActBody>(bodies);
  for (const [hash, type, content, isCorrection] of typed(state, bodies)) {
    const body = bodies.get(hash);
    const now = corrections.reduce((before, correction) => renamed(type, before, correction), content);
    if (body !== undefined && now !== content)
      read.set(hash, { ...body, content: isCorrection ? { ...body.content, content: now } : now });
  }
  return read;
};

/**
 * Bodies as whoever builds on them reads them: after every correction of identity among them. Whether a holder takes
 * the persons for the same is another question, and changes nothing of what others accept.
 */
export const readByOthers = (state: CaseState, bodies: Bodies): Bodies => withIdentities(state, bodies, () => true);

/** By what the persons of a post were ever named: as signed, then by corrections of identity. */
const everNamed = (state: CaseState, bodies: Bodies, post: IdentityPost) => {
  const everyone = typed(state, bodies).flatMap(([, type, content]) => namedIn(type, content));
  const later = correctionsIn(state, bodies, () => true).flatMap((said) => (said.post === post ? [said.after] : []));
  return { signed: everyone.filter((known) => known.post === post), later };
};

/** True for a number that was missing, stays, or was mistyped: never another one. */
const isSameNumber = (a: string, b: string): boolean => a === b || a === '' || (b !== '' && isMistyped(a, b));

const mayBeOne = (before: Identity, after: Identity): boolean =>
  spelledAlike(before.name, after.name) &&
  isSameNumber(before.nip, after.nip) &&
  isSameNumber(before.licence, after.licence);

/**
 * Why a correction of identity is none (law: identity): it changes no number, it is of nobody in the file, or it would
 * be another person. Null when it may be. `sameKey`: whether the directory has the same entry for both, or none.
 */
export const identityProblem = (
  state: CaseState,
  bodies: Bodies,
  { post, before, after }: ContentOf<'identityCorrected'>,
  sameKey: (before: NamedPerson, after: NamedPerson) => boolean,
): 'identityUnchanged' | 'identityNotNamed' | 'identityOfOther' | null => {
  if (before.nip === after.nip && before.licence === after.licence) return 'identityUnchanged';
  const { signed, later } = everNamed(state, bodies, post);
  const known = [...signed.map(({ identity }) => identity), ...later];
  // Whoever holds nothing that names the post cannot tell.
  if (signed.length > 0 && !known.some((identity) => isSame(identity, before))) return 'identityNotNamed';
  // However many corrections there are, nobody comes far from what was signed.
  const root = signed.find(({ identity }) => mayBeOne(identity, after));
  const isOne = mayBeOne(before, after) && (root !== undefined || signed.length === 0);
  const hasLicence = post === 'counsellor' || (before.licence === '' && after.licence === '');
  const as = ({ name, nip }: Identity): NamedPerson => ({ ...(root?.person ?? emptyPerson), name, nip });
  return isOne && hasLicence && sameKey(as(before), as(after)) ? null : 'identityOfOther';
};
