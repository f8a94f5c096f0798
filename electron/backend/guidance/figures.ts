import type { GuidanceKind } from '@shared/domain/guidance/record.ts';
import { type Goal, goalsOf } from '@shared/domain/guidance/working-file.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { listGuidanceRows } from './guidance-rows.ts';

/** Figures of one year, for monitoring and evaluation. */
export interface GuidanceFigures {
  readonly sessionsByMonth: { readonly month: string; readonly coaching: number; readonly mentoring: number }[];
  readonly goals: Readonly<Record<Goal['state'], number>>;
}

interface Held {
  readonly kind: GuidanceKind;
  readonly month: string;
}

/** Sessions of coaching and mentoring held and goals due in a year: by month and by state. A group counts once. */
export const guidanceFigures = ({ records }: Pick<Workspace, 'records'>, year: number): GuidanceFigures => {
  const files = listGuidanceRows(records).flatMap(({ file }) => (file === null ? [] : [file]));
  const held = files.flatMap((file): Held[] =>
    file.sessions
      .filter(({ state, date }) => state === 'held' && date.startsWith(`${year}-`))
      .map(({ date }) => ({ kind: file.kind, month: date.slice(0, 7) })),
  );
  const goals = files.flatMap((file) => goalsOf(file).filter(({ due }) => due.startsWith(`${year}-`)));
  const inState = (state: Goal['state']): number => goals.filter((goal) => goal.state === state).length;
  return {
    sessionsByMonth: Array.from({ length: 12 }, (_, index) => {
      const month = `${year}-${String(index + 1).padStart(2, '0')}`;
      const here = held.filter((session) => session.month === month);
      return {
        month,
        coaching: here.filter(({ kind }) => kind === 'coaching').length,
        mentoring: here.filter(({ kind }) => kind === 'mentoring').length,
      };
    }),
    goals: { open: inState('open'), met: inState('met'), partly: inState('partly'), notMet: inState('notMet') },
  };
};
