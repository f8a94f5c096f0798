import { availableActs } from '../../../shared/domain/case/available-acts.ts';
import { deliveriesOfDraft } from '../../../shared/domain/case/routes.ts';
import { sightOf } from '../../../shared/domain/case/sight.ts';
import { type Level, standingAssignment } from '../../../shared/domain/case/state.ts';
import { type PersonInput, type Role, roles } from '../../../shared/domain/identity/person.ts';
import { toHex } from '../../../shared/kernel/bytes.ts';
import type { Forged } from '../../fixtures/forge.ts';
import { decidesByLaw, keepersByLaw } from '../../fixtures/keepers-by-law.ts';
import { otherEmployee } from '../../fixtures/people/cast.ts';
import { type Cell, canJudge, type Expected, forgeable, held, isLawful, type Whole } from './cells.ts';
import type { Members } from './stages.ts';

/** Paper in somebody's name: who that is, in which role it is entered, and what is said of the author's key. */
export interface Entry {
  /** Whose name: the member who has that role, with a key; or somebody whom the directory does not know. */
  readonly named: 'member' | 'stranger';
  readonly enteredAs: Role;
  /** Right: the author's, and none for who has none. */
  readonly namedKey: 'right' | 'none' | 'another';
}

/** Some role that is neither. */
const third = (...others: readonly Role[]): Role =>
  (['personnelOfficer', 'authorisedOfficial', 'personnelHead'] as const).find((role) => !others.includes(role)) ??
  'personnelOfficer';

/** Every key that may be said, in the own role; any other role, with all else in order. */
const entriesOf = (signer: Role, capacity: Role): readonly Entry[] => [
  ...(['right', 'none', 'another'] as const).map((namedKey) => ({
    named: 'member' as const,
    enteredAs: signer,
    namedKey,
  })),
  ...(['right', 'another'] as const).map((namedKey) => ({ named: 'stranger' as const, enteredAs: signer, namedKey })),
  ...[...new Set([capacity, third(signer, capacity)])]
    .filter((role) => role !== signer)
    .map((enteredAs) => ({ named: 'member' as const, enteredAs, namedKey: 'right' as const })),
];

/** Every cell of a stage in which paper is entered. */
export const allPaperCells = (): Cell[] =>
  roles.flatMap((receiver) =>
    roles
      .filter((author) => author !== receiver)
      .flatMap((author) =>
        forgeable.flatMap((act) =>
          roles.flatMap((capacity) =>
            entriesOf(author, capacity).map((entry) => ({
              author,
              ...act,
              capacity,
              receiver,
              entry,
              isBystander: false,
            })),
          ),
        ),
      ),
  );

/** Whether paper goes to the key of its author alone, and has no effect before that key answers (law: answered). */
const isForAuthor = ({ type, author, capacity, entry }: Cell): boolean =>
  decidesByLaw.includes(type) && author !== capacity && entry?.named === 'member' && entry.namedKey === 'right';

/** Of paper cells those where the table lets that role say that now, those that may count, and those that wait. */
export const likelyPaper = (
  cells: readonly Cell[],
  { state }: Whole,
): { readonly open: readonly Cell[]; readonly counting: readonly Cell[]; readonly waiting: readonly Cell[] } => {
  const now = availableActs(state, { roles: [] }).filter(({ obstacles }) => obstacles.length === 0);
  const possible = new Map(now.map(({ type, capacities }) => [type, capacities]));
  const open = cells.filter(({ type, capacity }) => possible.get(type)?.includes(capacity) ?? false);
  const keeps = ({ type, author, capacity }: Cell): boolean =>
    author === capacity || keepersByLaw({ type, facts: ['personnelHead'], about: null }, state.acts).includes(author);
  const counting = open.filter((cell) => cell.entry?.enteredAs === cell.author && keeps(cell));
  const waiting = counting.filter((cell) => cell.receiver === cell.capacity && isForAuthor(cell));
  return { open, counting, waiting };
};

const stranger: PersonInput = { ...otherEmployee, name: 'Sekar Misal, S.Sos.', nip: '198601012012012999' };

const keyOf = (members: Members, role: Role): string => toHex(members[role].vault.publicKey);

/** The name that stands on the paper. */
export const nameOn = (members: Members, { capacity }: Cell, { named }: Entry): PersonInput =>
  named === 'stranger' ? stranger : members[capacity].person;

/** What the paper says of its author's key. */
export const keySaid = (members: Members, { capacity }: Cell, { named, namedKey }: Entry): string | null => {
  if (namedKey === 'another') return keyOf(members, capacity === 'mentor' ? 'coach' : 'mentor');
  return namedKey === 'right' && named === 'member' ? keyOf(members, capacity) : null;
};

/** Whether it counts for others that this member enters this paper in this role (law: keeper). */
const counts = ({ author, capacity }: Cell, entry: Entry, act: Forged, { state }: Whole): boolean => {
  // A counsellor is who has the letter of assignment.
  const holds = author !== 'counsellor' || standingAssignment(state) !== null;
  const isOwn = capacity === author && entry.named === 'member';
  // Whom the case is about enters nobody's paper but the own.
  const keeps = author !== 'employee' && keepersByLaw(act.header, state.acts).includes(author);
  return entry.enteredAs === author && holds && (isOwn || keeps);
};

/** Whether nobody's key is hidden or exchanged (law: answered). */
const isKeyTold = ({ type, capacity }: Cell, { named, namedKey }: Entry): boolean => {
  // The sample of a decision on the follow-up names the head beside its author, and no key.
  if (type === 'followUpDecided' && capacity !== 'personnelHead') return false;
  if (namedKey === 'another') return false;
  return named === 'stranger' || namedKey === 'right' || !decidesByLaw.includes(type);
};

const refusedFor = (detail: string): Expected => ({ outcomes: ['actRefused'], detail, effect: 'never' });

/** What should come of paper: by the law of keepers and of what decides, then by the table. */
export const expectedOfPaper = (cell: Cell, act: Forged, whole: Whole, members: Members): Expected => {
  const receiver = members[cell.receiver];
  const { entry } = cell;
  if (entry === null) throw new Error('not from paper');
  if (!cell.isAnew && !canJudge(receiver, act.header)) return { outcomes: held, effect: 'never' };
  if (!counts(cell, entry, act, whole)) return refusedFor('enteredByOther');
  if (!isKeyTold(cell, entry)) return refusedFor('namedKeyDiffers');
  const sight = sightOf(whole.state, cell.capacity);
  if (sight === null) {
    const effect = isLawful(act, whole, 2) ? 'lawful' : 'never';
    return { outcomes: [...held, 'ok'], effect };
  }
  // Evidence that the author, or who enters it, could not see speaks against nobody.
  const entering = sightOf(whole.state, cell.author) ?? 0;
  const seen = Math.min(sight, entering, sightOf(whole.state, cell.receiver) ?? 2) as Level;
  if (!isLawful(act, whole, seen)) return { outcomes: held, effect: 'never' };
  if (isForAuthor(cell)) return { outcomes: [cell.receiver === cell.capacity ? 'ok' : 'actNotForMe'], effect: 'waits' };
  const isDue = deliveriesOfDraft(whole.state, act.header)[cell.receiver] === 'all';
  return { outcomes: isDue ? ['ok'] : held, effect: 'always' };
};
