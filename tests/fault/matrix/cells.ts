import { randomBytes } from 'node:crypto';
import { findActRow } from '../../../electron/backend/case/act-rows.ts';
import { findCase } from '../../../electron/backend/case/case-rows.ts';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { rowOf } from '../../../shared/domain/case/act-table.ts';
import { type ActType, actTypes } from '../../../shared/domain/case/act-type.ts';
import { isOwnAnswer } from '../../../shared/domain/case/acts/answers.ts';
import type { ActBody } from '../../../shared/domain/case/body.ts';
import { checkAct, isAllowed } from '../../../shared/domain/case/check-act.ts';
import { deciderRoles } from '../../../shared/domain/case/content/follow-up.ts';
import { foldCase } from '../../../shared/domain/case/fold.ts';
import { deliveriesOfDraft } from '../../../shared/domain/case/routes.ts';
import { sightOf } from '../../../shared/domain/case/sight.ts';
import { type CaseState, emptyCase, type Level, type NamedHeader } from '../../../shared/domain/case/state.ts';
import { type Role, roles } from '../../../shared/domain/identity/person.ts';
import { contents } from '../../fixtures/case-steps.ts';
import { type Forged, type ForgedContent, forgeAct, forgeFile } from '../../fixtures/forge.ts';
import type { Member } from '../../fixtures/institution.ts';
import * as people from '../../fixtures/people/cast.ts';
import { bystanderRoles } from './cast.ts';
import { type Entry, expectedOfPaper, keySaid, nameOn } from './paper-cells.ts';
import type { Members } from './stages.ts';

/** Who forges what for whom. */
export interface Cell {
  /** Who signs it with the own key: who has that post. */
  readonly author: Role;
  /** It is signed by somebody else who is certified for that post, which another one has here. */
  readonly isBystander: boolean;
  readonly type: ActType;
  readonly capacity: Role;
  readonly receiver: Role;
  /** How it is entered from paper; null: signed in the author's vault. */
  readonly entry: Entry | null;
  /** An opening of a file of its own, of which nobody holds anything; else all is of the one file. */
  readonly isAnew: boolean;
}

/** Acts that may be forged: an opening under the id of the one file, and under an id of its own. */
export const forgeable: readonly Pick<Cell, 'type' | 'isAnew'>[] = [
  ...actTypes.map((type) => ({ type, isAnew: false })),
  { type: 'caseOpened', isAnew: true },
];

const signed = { entry: null, isBystander: false } as const;

/** Every cell of a stage that is signed in its author's vault. */
export const allCells = (): Cell[] =>
  roles.flatMap((receiver) =>
    roles
      .filter((author) => author !== receiver)
      .flatMap((author) =>
        forgeable.flatMap((act) => roles.map((capacity) => ({ ...signed, author, ...act, capacity, receiver }))),
      ),
  );

/** The same by those who are certified for a post, and do not have it here. */
export const bystanderCells = (): Cell[] =>
  roles.flatMap((receiver) =>
    bystanderRoles.flatMap((author) =>
      forgeable.map((act) => ({ ...signed, author, ...act, capacity: author, receiver, isBystander: true })),
    ),
  );

/** All posts of who has this one: a trained assessor counsels in the own file. */
export const postsOf = (members: Members, role: Role): readonly Role[] =>
  roles.filter((other) => members[other] === members[role]);

/** All that anyone knows of the case: every act, with its body. */
export interface Whole {
  readonly state: CaseState;
  readonly bodies: ReadonlyMap<string, ActBody>;
}

/** The case as somebody who holds every vault would see it. */
export const wholeCase = (members: Members, caseId: string): Whole => {
  const acts = new Map<string, NamedHeader>();
  const bodies = new Map<string, ActBody>();
  for (const { vault } of new Set(Object.values(members))) {
    if (findCase(vault.records, caseId) === undefined) continue;
    for (const { hash, header, body } of loadCase(vault.records, caseId).acts) {
      acts.set(hash, { hash, header });
      if (body !== null) bodies.set(hash, body);
    }
  }
  return { state: foldCase([...acts.values()]), bodies };
};

/** The heads that a receiver holds; those of everyone while it has no file. */
const headsAt = ({ vault }: Member, caseId: string, { state }: Whole): readonly string[] =>
  findCase(vault.records, caseId) === undefined ? state.heads : loadCase(vault.records, caseId).state.heads;

const aboutFor = (type: ActType, capacity: Role, { state }: Whole): string | null => {
  const row = rowOf(type);
  if (row.about === null) return null;
  const possible = row.about(state);
  const own = possible.filter((hash) => state.acts.some((act) => act.hash === hash && act.capacity === capacity));
  const plausible = state.acts.filter((act) => row.aboutTypes.includes(act.type)).map(({ hash }) => hash);
  return own.at(-1) ?? possible.at(-1) ?? plausible.at(-1) ?? null;
};

const contentFor = (
  { type, capacity, entry }: Cell,
  members: Members,
  about: string | null,
  { bodies }: Whole,
): Readonly<Record<string, unknown>> => {
  const isDecider = deciderRoles.some((role) => role === capacity);
  if (type === 'followUpDecided' && entry === null && isDecider)
    return { ...contents[type], deciders: [{ role: capacity, person: members[capacity].person }] };
  // Who replaces the assessor names nobody's own self.
  if (type === 'assessorReplaced' && capacity === 'assessorSuperior')
    return { ...contents[type], assessor: people.otherEmployee };
  if (type !== 'actCorrected') return contents[type];
  return { ...contents.actCorrected, content: bodies.get(about ?? '')?.content ?? {} };
};

/** A forged act with the file that goes along. */
export interface Tried {
  readonly act: Forged;
  readonly blobs: readonly Uint8Array[];
  readonly expected: Expected;
}

/** What should come of a cell. */
export interface Expected {
  /** `ok`, or the codes by which the package may be held. */
  readonly outcomes: readonly string[];
  /** A code that the refusal must tell; any when absent. */
  readonly detail?: string;
  /**
   * Whether the act has effect once it is taken in; `lawful`: if anything, as far as the table allows it; `waits`: not
   * before its author answers.
   */
  readonly effect: 'always' | 'lawful' | 'never' | 'waits';
}

/** How far somebody sees by any of these posts; null: by none. */
export const sightOfPosts = (state: CaseState, posts: readonly Role[]): Level | null => {
  const levels = posts.flatMap((role) => sightOf(state, role) ?? []);
  return levels.length === 0 ? null : (Math.max(...levels) as Level);
};

/** Whether a receiver holds what an act is about; where it holds nothing of the case, nothing of it is due. */
export const canJudge = ({ vault }: Member, { caseId, about }: Forged['header']): boolean =>
  findCase(vault.records, caseId) !== undefined && (about === null || findActRow(vault.records, about) !== undefined);

/** True when the table has nothing against an act, as far as somebody sees the case. */
export const isLawful = ({ header, body }: Forged, { state, bodies }: Whole, sees: Level): boolean =>
  isAllowed(checkAct({ state, header, body, bodies, holderRoles: null, sees }));

/** What is neither lawful nor due may be held for either. */
export const held = ['actRefused', 'actNotForMe'] as const;

/** An opening under the id of somebody's file, which that file's own opening alone has. */
const otherOpening: Expected = { outcomes: ['packageTampered'], detail: 'actHeaderInvalid', effect: 'never' };

/** A file of which nothing is there. */
const nothing: Whole = { state: emptyCase, bodies: new Map() };

/** Whether a receiver has the words that name the counsellor, where somebody is one. */
const hasLetter = ({ vault }: Member, caseId: string, { assignment }: CaseState): boolean =>
  assignment === null || (loadCase(vault.records, caseId).byHash.get(assignment.hash)?.body ?? null) !== null;

/** A post is the person's whom the case names: nobody else's who is certified for one. */
const expectedOfBystander = (cell: Cell, { header }: Forged, { state }: Whole, receiver: Member): Expected => {
  // Whoever has the header of the letter alone takes any counsellor's word until one has accepted.
  const isUntold =
    cell.capacity === 'counsellor' &&
    state.assignment?.answer === null &&
    canJudge(receiver, header) &&
    !hasLetter(receiver, header.caseId, state);
  return isUntold ? { outcomes: [...held, 'ok'], effect: 'lawful' } : { outcomes: held, effect: 'never' };
};

const expectedOf = (cell: Cell, act: Forged, whole: Whole, members: Members): Expected => {
  const receiver = members[cell.receiver];
  const theirs = postsOf(members, cell.receiver);
  if (cell.isBystander && !cell.isAnew) return expectedOfBystander(cell, act, whole, receiver);
  if (!postsOf(members, cell.author).includes(cell.capacity)) {
    // An answer for the own name asks for the key that was named, not for a role.
    const outcomes = isOwnAnswer(act.header) ? held : ['actNotCertified'];
    return { outcomes, effect: 'never' };
  }
  if (!cell.isAnew && !canJudge(receiver, act.header)) return { outcomes: held, effect: 'never' };
  const sight = sightOf(whole.state, cell.capacity);
  if (sight === null) {
    // Who takes no part sees nothing of what an act builds on: it is refused at once, or left to the fold.
    const effect = isLawful(act, whole, 2) ? 'lawful' : 'never';
    return { outcomes: [...held, 'ok'], effect };
  }
  // Evidence that the author could not see speaks against nobody, and what the receiver does not see it cannot judge.
  const seen = Math.min(sight, sightOfPosts(whole.state, theirs) ?? 2) as Level;
  if (!isLawful(act, whole, seen)) return { outcomes: held, effect: 'never' };
  const forms = deliveriesOfDraft(whole.state, act.header);
  const isDue = theirs.some((role) => forms[role] === 'all');
  return { outcomes: isDue ? ['ok'] : held, effect: 'always' };
};

const onPaper = (members: Members, cell: Cell, entry: Entry): Partial<ForgedContent> => ({
  origin: 'paper',
  paper: { medium: 'ink', documentNumber: '', documentDate: '', remark: '' },
  author: nameOn(members, cell, entry),
  enteredAs: entry.enteredAs,
  header: { namedKey: keySaid(members, cell, entry) },
});

/** The members of a case, and who signs. */
interface Signing {
  readonly members: Members;
  readonly by: Member;
}

/** Forges the act of a cell on all that its receiver holds, and says what should come of it by the table. */
export const tryCell = ({ members, by }: Signing, caseId: string, cell: Cell, whole: Whole): Tried => {
  const receiver = members[cell.receiver];
  const about = aboutFor(cell.type, cell.capacity, whole);
  // A file goes along with every act, so that none is refused for want of evidence alone.
  const file = forgeFile(`%PDF-1.7 ${randomBytes(8).toString('hex')}`);
  const { entry } = cell;
  const act = forgeAct(by, {
    caseId: cell.isAnew ? null : caseId,
    type: cell.type,
    capacity: cell.capacity,
    about,
    refs: cell.isAnew ? [] : headsAt(receiver, caseId, whole),
    content: contentFor(cell, members, about, whole),
    attachments: [file.ref],
    ...(entry !== null && onPaper(members, cell, entry)),
  });
  const expects = entry === null ? expectedOf : expectedOfPaper;
  const isOther = cell.type === 'caseOpened' && !cell.isAnew;
  const expected = isOther ? otherOpening : expects(cell, act, cell.isAnew ? nothing : whole, members);
  return { act, blobs: [file.bytes], expected };
};
