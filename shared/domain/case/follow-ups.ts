import { type Bodies, typedContent } from './contents.ts';
import type { CaseState } from './state.ts';

/** How one follow-up stands; `open`: nothing was said of it yet. */
export const followUpStandings = ['open', 'ongoing', 'done', 'dropped'] as const;
export type FollowUpStanding = (typeof followUpStandings)[number];

/** One follow-up as the register shows it: nothing of why it was decided, or of the counselling. */
export interface FollowUpInRegister {
  /** Place in its decision, from 0. */
  readonly item: number;
  /** Code of its kind; null where this vault has no more of the decision than that there is one. */
  readonly kind: string | null;
  readonly personInCharge: string;
  /** Empty: none was set. */
  readonly dueDate: string;
  readonly standing: FollowUpStanding;
}

const standingOf = (state: string | undefined): FollowUpStanding =>
  followUpStandings.find((standing) => standing === state) ?? 'open';

/** The follow-ups of a case with how each stands, in the order of the decision (law: progress). */
export const followUpsOf = (state: CaseState, bodies: Bodies): FollowUpInRegister[] => {
  const { followUp } = state;
  if (followUp === null) return [];
  const decision = typedContent(state, bodies, followUp.hash, 'followUpDecided');
  return Array.from({ length: followUp.count }, (_, item) => {
    const chosen = decision?.items[item];
    return {
      item,
      kind: chosen?.kind ?? null,
      personInCharge: chosen?.personInCharge ?? '',
      dueDate: chosen?.dueDate ?? '',
      standing: standingOf(followUp.progress[item]),
    };
  });
};

/** True for a follow-up that somebody still has to do. */
export const isToDo = ({ standing }: Pick<FollowUpInRegister, 'standing'>): boolean =>
  standing === 'open' || standing === 'ongoing';

/** Earliest due first; what has no date comes last. */
export const byDueDate = (a: Pick<FollowUpInRegister, 'dueDate'>, b: Pick<FollowUpInRegister, 'dueDate'>): number =>
  (a.dueDate || '9999').localeCompare(b.dueDate || '9999');
