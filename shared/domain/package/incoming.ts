import { isOneMoment, type Stated } from '../case/act-days.ts';
import { actTable } from '../case/act-table.ts';
import { type ActType, actTypes } from '../case/act-type.ts';
import { isOwnAnswer } from '../case/acts/answers.ts';
import type { ActBody } from '../case/body.ts';
import { checkAct } from '../case/check-act.ts';
import type { Bodies } from '../case/contents.ts';
import type { BodyGate } from '../case/definition.ts';
import { foldCase } from '../case/fold.ts';
import { type ActHeader, isMadeForOneself, isPastUntold, namedKeyOf } from '../case/header.ts';
import {
  askedOf,
  enteringRoles,
  type Holder,
  isHolder,
  isInPost,
  postsOf,
  reliefsIn,
  rolesInCase,
  type Signer,
  sightOfRoles,
  sightOfSigner,
} from '../case/holder.ts';
import { readByOthers } from '../case/identities.ts';
import { levelOf } from '../case/judge-header.ts';
import { deliveries, type Form, partiesTo } from '../case/routes.ts';
import { sightOf } from '../case/sight.ts';
import { actOf, type CaseState, isAccepted, type Level, nothingDeeper } from '../case/state.ts';
import type { NamedPerson, PersonInput, Role } from '../identity/person.ts';
import { endingsOf, reasonsFor } from './endings.ts';
import { lastWord } from './last-word.ts';
import { heardOnPaper } from './named-key.ts';
import { type ActAtHand, bodiesOf, namesOf, openingsOf, pastOf, withOpening } from './past.ts';

export interface IncomingInput {
  /** Acts of the case that this vault has. */
  readonly held: readonly ActAtHand[];
  /** Acts of the package, checked for themselves. */
  readonly incoming: readonly ActAtHand[];
  /** The holder of this vault, with the roles that the directory certifies. */
  readonly holder: Holder;
  /** Keys that the holder of this vault has or had. */
  readonly ownKeys: readonly string[];
  /** Whose key it is, as the directory says. */
  readonly isKeyOf: (key: string, person: PersonInput) => boolean;
  /** Whether what an act from paper says of its author's key agrees with the directory (law: answered). */
  readonly isNamedKey: (key: string | null, author: PersonInput, act: ActHeader) => boolean;
  /** Whether the directory has the same entry for two identities, or none for both. */
  readonly isSameKey: (before: NamedPerson, after: NamedPerson) => boolean;
  /** Whether two keys are, or were, of one person. */
  readonly isSamePerson: (key: string, other: string) => boolean;
  /** True when the directory certifies the key for this role on the day of an act. */
  readonly hasRole: (key: string, role: Role, stated: Stated) => boolean;
}

/** Why acts of a package are not taken: which act, and the codes of the table. */
export interface Refusal {
  readonly code: 'actRefused' | 'actNotForMe';
  readonly hash: string;
  readonly codes: readonly string[];
}

/** Every act once, with its body where one of the copies has it. */
const merge = (acts: readonly ActAtHand[]): Map<string, ActAtHand> => {
  const merged = new Map<string, ActAtHand>();
  for (const act of acts) {
    if ((merged.get(act.hash)?.body ?? null) === null) merged.set(act.hash, act);
  }
  return merged;
};

/** Codes of bodies about the place of an act, whatever its type: a correction meets the gates of what it mends. */
const codesWhere = (mark: 'ofPlace' | 'byWhatStays'): ReadonlySet<string> =>
  new Set(
    actTypes.flatMap((type) => {
      const gates: readonly Pick<BodyGate<ActType>, 'code' | typeof mark>[] = actTable[type].bodyGates;
      return gates.filter((gate) => gate[mark]).map(({ code }) => code);
    }),
  );
const placeCodes = codesWhere('ofPlace');
/** Those of them that what is here of an act's own past settles. */
const stayingCodes = codesWhere('byWhatStays');

/**
 * Without the codes about the place of an act in its case, which only a holder of all that it builds on can judge: by
 * the header, or by a body that says what no header tells. Who signs for whom is no such question, nor what stays once
 * it is in the own past of the act.
 */
const judgedByBody = (codes: readonly string[], headerCodes: readonly string[], isOwnPast: boolean): string[] =>
  codes.filter(
    (code) => !headerCodes.includes(code) && (!placeCodes.has(code) || (isOwnPast && stayingCodes.has(code))),
  );

/** Whether all that an act builds on is told here, as far as its judge sees. */
const isOpenTo = ({ deeper = nothingDeeper }: ActAtHand, level: Level, sees: Level): boolean =>
  deeper.every((heads, index) => heads !== null || index + 1 <= level || index + 1 > sees);

/** Whether an act from paper was entered in a role that lets it count for others; v1 does not say in which. */
const isEnteredAs = ({ header, body }: ActAtHand, state: CaseState, bodies: Bodies, signer: Signer): boolean => {
  if (header.format === 'bilik/act/v1' || header.origin === 'vault') return true;
  return enteringRoles(state, bodies, header, body, signer).some((role) => role === header.enteredAs);
};

/** Whether an act from paper says of the keys of those who are heard by it what the directory says. */
const areKeysTold = ({ header, body }: ActAtHand, { isNamedKey }: IncomingInput): boolean =>
  body === null ||
  heardOnPaper(header, body).every(({ key, person, capacity }) => isNamedKey(key, person, { ...header, capacity }));

/**
 * Whether an answer to an act from paper in one's name is by the key that the act names, or a later one; where it names
 * none, by whom its words name, and never by who entered it. Whoever has its header alone takes the word of who signed
 * the answer: a denial counts in every vault.
 */
const isAnswerByAuthor = (
  { header }: ActAtHand,
  all: ReadonlyMap<string, ActAtHand>,
  { isSamePerson, isKeyOf }: IncomingInput,
): boolean => {
  const { about, authorKey } = header;
  if (!isOwnAnswer(header)) return true;
  // Without what it answers nobody can tell: and that might come later.
  const asked = all.get(about ?? '');
  if (asked === undefined) return false;
  const named = namedKeyOf(asked.header);
  if (named !== null) return isSamePerson(authorKey, named);
  const isEntered = asked.header.origin === 'paper' && !isSamePerson(authorKey, asked.header.authorKey);
  return isEntered && (asked.body === null || isKeyOf(authorKey, asked.body.author));
};

/**
 * Whether a counsellor's act is signed by another key than the one that accepted the assignment: whoever does not hold
 * the letter, which names the counsellor, knows that key from the acceptance, by its header alone.
 */
const isOtherThanAccepted = (
  { header: { capacity, origin, authorKey, ...said } }: ActAtHand,
  state: CaseState,
  all: ReadonlyMap<string, ActAtHand>,
  { isSamePerson }: IncomingInput,
): boolean => {
  if (capacity !== 'counsellor' || origin === 'paper' || isOwnAnswer(said) || !isAccepted(state)) return false;
  const { assignment, acts } = state;
  const answer = acts.findLast(({ type, about }) => type === 'assignmentAnswered' && about === assignment?.hash);
  const header = all.get(answer?.hash ?? '')?.header;
  const key = header === undefined || header.origin === 'vault' ? header?.authorKey : namedKeyOf(header);
  return key !== undefined && key !== null && !isSamePerson(authorKey, key);
};

const lower = (a: Level, b: Level): Level => (a < b ? a : b);

/**
 * Whether an act is the assessor's, and nothing here tells whose post that is. What ends a file for everybody comes
 * with what tells it (`lastWord`): else anyone certified as an assessor could say so to a vault that has nothing of the
 * file.
 */
const isAssessorUntold = (state: CaseState, bodies: Bodies, capacity: Role): boolean =>
  capacity === 'assessor' && postsOf(state, bodies).assessor === undefined;

/** What the table says against an act after these, by its header alone or with its body. */
const judgeAfter = (
  { header }: ActAtHand,
  before: readonly ActAtHand[],
  sees: Level,
  { isSameKey }: IncomingInput,
): ((body: ActBody | null) => string[]) => {
  const signed = bodiesOf(before);
  const state = foldCase(before, sees);
  const bodies = readByOthers(state, signed);
  return (body) =>
    checkAct({ state, header, body, bodies, signed, sameKey: isSameKey, holderRoles: null, sees })
      .filter(({ severity }) => severity === 'block')
      .map(({ code }) => code);
};

/**
 * Of the past of an act, what its author could see of it: the rest has come by names of acts that others signed. An
 * employee has the copy and nothing that it builds on: that stands as who released it saw it. Who answers for the own
 * name has what is answered, whatever part is left.
 */
const pastOfAuthor = (
  { header: { authorKey, capacity, ...said } }: ActAtHand,
  past: readonly ActAtHand[],
  state: CaseState,
  sight: Level,
): readonly ActAtHand[] => {
  if (capacity === 'employee' || isOwnAnswer(said)) return past;
  const reach = new Map([...state.acts, ...state.waiting, ...state.refused].map(({ hash, level }) => [hash, level]));
  return past.filter(({ hash, header }) => header.authorKey === authorKey || (reach.get(hash) ?? 2) <= sight);
};

/**
 * Whether an act is its author's to say in a case as it stood. What the holder signed once comes back also where what
 * gave the post is lost (`isPastWhole`: nothing is): it tells the holder nothing new.
 */
const isTheirsBy =
  (act: ActAtHand, signer: Signer, all: ReadonlyMap<string, ActAtHand>, input: IncomingInput, isPastWhole: boolean) =>
  (state: CaseState, bodies: Bodies): boolean =>
    (!isPastWhole && input.ownKeys.includes(act.header.authorKey)) ||
    (isInPost(state, bodies, act.header, act.body, signer) && !isOtherThanAccepted(act, state, all, input));

/** What makes a header unfit for every vault but its author's, whatever is at hand; null: nothing. */
const unfitFor = ({ ownKeys }: IncomingInput, header: ActHeader): string | null => {
  if (isMadeForOneself(header)) return 'ownRecordSent';
  // Without its place it would have another effect here than elsewhere. From an employee the own release comes back so.
  if (isPastUntold(header) && !ownKeys.includes(header.authorKey)) return 'pastUntold';
  return isOneMoment(header) ? null : 'daysDisagree';
};

/**
 * What the table says against an act, judged in its own past: what its author had before. So every vault that has that
 * past judges alike, whatever arrived when. Where something that it builds on directly is not at hand (not arrived, or
 * not for this vault), its place is left to the fold.
 */
const violationsOf = (act: ActAtHand, all: ReadonlyMap<string, ActAtHand>, input: IncomingInput): string[] => {
  const { authorKey, capacity, origin } = act.header;
  const unfit = unfitFor(input, act.header);
  if (unfit !== null) return [unfit];
  // Neither of two openings has the other in its past: the one that is here stays, and both at once are none.
  if (act.header.type === 'caseOpened' && openingsOf(all).length > 1) return ['caseAlreadyOpened'];
  const signer: Signer = {
    is: (person) => input.isKeyOf(authorKey, person),
    has: (role) => input.hasRole(authorKey, role, act.header),
  };
  const whole = pastOf(act, all);
  const grounds = withOpening(act, whole, all);
  const lenient = foldCase(grounds, 0);
  const known = readByOthers(lenient, bodiesOf(grounds));
  const notInPost = origin === 'paper' ? 'enteredByOther' : 'authorNotInPost';
  const isAtHand = (other: ActAtHand): boolean => namesOf(other).every((hash) => all.has(hash));
  const isWhole = whole.every(isAtHand);
  const isTheirs = isTheirsBy(act, signer, all, input, isWhole && isAtHand(act));
  if (!isTheirs(lenient, known)) return [notInPost];
  if (act.header.type === 'employeeMistaken' && isAssessorUntold(lenient, known, capacity)) return [notInPost];
  if (!isEnteredAs(act, lenient, known, signer)) return ['enteredByOther'];
  if (!areKeysTold(act, input)) return ['namedKeyDiffers'];
  if (!isAnswerByAuthor(act, all, input)) return ['answerNotYours'];
  const sight = sightOfSigner(lenient, known, signer);
  const past = pastOfAuthor(act, whole, lenient, sight);
  const mine = sightOfRoles(lenient, rolesInCase(lenient, known, input.holder));
  const asked = askedOf(lenient, known, act.header, act.body, signer);
  const sees = lower(lower(mine, sightOf(lenient, capacity) ?? 0), asked);
  if (isOpenTo(act, levelOf(lenient, act.header), sees) && isAtHand(act)) {
    const codes = judgeAfter(act, past, sees, input)(act.body);
    // A past that breaks off further back speaks for an act, and never against it.
    if (codes.length === 0 || isWhole) return codes;
  }
  // What it names and nobody has here might hide who is in the post and whom the words mean: so all else is asked too.
  const others = [...all.values()].filter(({ hash }) => hash !== act.hash);
  const now = foldCase(others, 0);
  if (!isTheirs(now, readByOthers(now, bodiesOf(others)))) return [notInPost];
  const codes = [past, others].flatMap((before) => {
    const judge = judgeAfter(act, before, sees, input);
    return judgedByBody(judge(act.body), judge(null), before === past);
  });
  return [...new Set(codes)];
};

/** Whether the holder is known here as the one whom a file is about. */
const isEmployee = (state: CaseState, bodies: Bodies, holder: Holder): boolean => {
  const { employee } = postsOf(state, bodies);
  return employee !== undefined && isHolder(holder, employee);
};

/**
 * What of each act this vault is due, as the case stands with everything at hand. Its own acts come back whole, and the
 * last word on a file about the wrong employee is for whoever is not that employee: no vault can tell what others sent
 * it before, and what went with the vault before this one.
 */
const dueFormsOf = (
  { holder, ownKeys, held }: IncomingInput,
  all: ReadonlyMap<string, ActAtHand>,
): ((act: ActAtHand) => Form) => {
  const acts = [...all.values()];
  const lenient = foldCase(acts, 0);
  const bodies = readByOthers(lenient, bodiesOf(acts));
  const mine = rolesInCase(lenient, bodies, holder);
  const state = foldCase(acts, sightOfRoles(lenient, mine));
  // What an employee gets are copies, which come as such and are judged by themselves.
  const parts = mine.filter((role) => role !== 'employee');
  const reliefs = reliefsIn(lenient, bodies);
  const relievesMe = (hash: string): boolean => {
    const relief = reliefs.get(hash);
    return relief !== undefined && isHolder(holder, relief.person);
  };
  const here = new Set(held.map(({ hash }) => hash));
  const endings = endingsOf(lenient, { has: (hash) => here.has(hash), relieves: relievesMe });
  const reasons = reasonsFor(acts, lenient, endings);
  const atEnd = isEmployee(lenient, bodies, holder) ? null : lastWord(lenient);
  return ({ hash, header }) => {
    if (ownKeys.includes(header.authorKey) || relievesMe(hash) || atEnd?.(hash) === 'all') return 'all';
    const parties = partiesTo(state, { hash, header }, (other) => all.get(other));
    if (parties !== null) return parties.some((key) => ownKeys.includes(key)) ? 'all' : 'nothing';
    const forms = deliveries(actOf(state, hash) ?? header, state);
    if (parts.some((role) => forms[role] === 'all')) return 'all';
    return reasons.has(hash) || atEnd?.(hash) === 'header' || parts.some((role) => forms[role] === 'header')
      ? 'header'
      : 'nothing';
  };
};

/**
 * Judges the acts of a package before anything is stored (ARCHITECTURE.md, "Between vaults"): each is checked again
 * against the table, whoever forwarded it, and whether it is for this vault at all. The first refusal, or null.
 * `beside`: acts that come too, and may be why the others are for this vault.
 */
export const refusalOf = (input: IncomingInput, beside: readonly ActAtHand[] = []): Refusal | null => {
  const { held, incoming } = input;
  const all = merge([...held, ...incoming]);
  const known = new Map(held.map((act) => [act.hash, act]));
  const dueForm = dueFormsOf(input, merge([...held, ...incoming, ...beside]));
  for (const act of incoming) {
    const here = known.get(act.hash);
    if (here !== undefined && (here.body !== null || act.body === null)) continue;
    const codes = violationsOf(act, all, input);
    if (codes.length > 0) return { code: 'actRefused', hash: act.hash, codes };
    const due = dueForm(act);
    if (due === 'nothing' || (due === 'header' && act.body !== null))
      return { code: 'actNotForMe', hash: act.hash, codes: [] };
  }
  return null;
};
