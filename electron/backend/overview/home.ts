import type { FollowUpEntry, SessionEntry } from '@shared/contract/overview.ts';
import type { ActType } from '@shared/domain/case/act-type.ts';
import { byDueDate, isToDo } from '@shared/domain/case/follow-ups.ts';
import { phases } from '@shared/domain/case/state.ts';
import { type ListedCase, listCases, listMistaken } from '../case/list-cases.ts';
import { type ClockDoubt, clockDoubt } from '../trail/clock-doubt.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type HomeDraft, homeDrafts } from './home-drafts.ts';

/** Sessions that the home page shows beyond today's, and follow-ups that are due. */
const maxUpcoming = 20;

export interface Home {
  readonly clock: ClockDoubt | null;
  readonly waiting: { caseId: string; employeeName: string; due: ActType; copiesOf: ActType[]; since: string }[];
  readonly today: SessionEntry[];
  readonly upcoming: SessionEntry[];
  readonly followUps: FollowUpEntry[];
  readonly drafts: HomeDraft[];
  readonly toErase: { caseId: string; listNumber: string; openedAt: string; since: string }[];
  readonly caseload: { phase: string; count: number }[];
}

/** Sessions of all cases, earliest first. */
export const allSessions = (cases: readonly ListedCase[]): SessionEntry[] =>
  cases
    .flatMap(({ summary: { caseId, employeeName }, sessions }) =>
      sessions.map((session) => ({ caseId, employeeName, ...session })),
    )
    .sort((a, b) => `${a.date}${a.startTime}${a.hash}`.localeCompare(`${b.date}${b.startTime}${b.hash}`));

/** Follow-ups of all cases, earliest due first; those of which no date is known last. */
export const allFollowUps = (cases: readonly ListedCase[]): FollowUpEntry[] =>
  cases
    .flatMap(({ summary: { caseId, employeeName }, followUps }) =>
      followUps.map((followUp) => ({ caseId, employeeName, ...followUp })),
    )
    .sort((a, b) => byDueDate(a, b) || `${a.caseId}${a.item}`.localeCompare(`${b.caseId}${b.item}`));

/** Follow-ups that somebody still has to do by a day, the earliest. */
const dueFollowUps = (cases: readonly ListedCase[]): FollowUpEntry[] =>
  allFollowUps(cases)
    .filter((followUp) => isToDo(followUp) && followUp.dueDate !== '')
    .slice(0, maxUpcoming);

const waitingOf = (cases: readonly ListedCase[]): Home['waiting'] =>
  cases
    .flatMap(({ summary, asksIdentitySince }): Home['waiting'] => {
      const { caseId, employeeName, nextDue, waitsForHolder, copiesDue, correctionsDue, lastActAt } = summary;
      const waits = (due: ActType, since: string, copiesOf: ActType[] = []) => ({
        caseId,
        employeeName,
        due,
        copiesOf,
        since,
      });
      const copiesOf = copiesDue.map(({ type }) => type);
      const [oldest] = copiesDue.map(({ since }) => since).sort();
      return [
        ...(waitsForHolder && nextDue !== null ? [waits(nextDue, lastActAt)] : []),
        ...(oldest !== undefined ? [waits('copyReleased', oldest, copiesOf)] : []),
        ...correctionsDue.map(({ type, since }) => waits(type, since)),
        ...(asksIdentitySince === null ? [] : [waits('identityCorrected', asksIdentitySince)]),
      ];
    })
    .sort((a, b) => a.since.localeCompare(b.since));

const caseloadOf = (cases: readonly ListedCase[]): Home['caseload'] =>
  phases.flatMap((phase) => {
    const count = cases.filter(({ summary }) => summary.phase === phase).length;
    return count === 0 ? [] : [{ phase, count }];
  });

/** What Beranda shows on the day `today` (`YYYY-MM-DD`, as the person's calendar has it). */
export const homeOf = (work: Workspace, today: string): Home => {
  const cases = listCases(work);
  const mistaken = listMistaken(work);
  const byId = new Map([...cases, ...mistaken].map((listed) => [listed.summary.caseId, listed]));
  // What was held, missed, or left open by a file that is closed needs nobody any more; Jadwal still shows it.
  const planned = allSessions(cases.filter(({ summary }) => !summary.closed)).filter(
    ({ state }) => state === 'planned',
  );
  return {
    clock: clockDoubt(work, work.records),
    waiting: waitingOf(cases),
    today: planned.filter(({ date }) => date === today),
    upcoming: planned.filter(({ date }) => date > today).slice(0, maxUpcoming),
    followUps: dueFollowUps(cases.filter(({ summary }) => !summary.closed)),
    drafts: homeDrafts(work, byId),
    toErase: mistaken.map(({ summary: { caseId, listNumber, openedAt }, mistakenAt }) => ({
      caseId,
      listNumber,
      openedAt,
      since: mistakenAt ?? openedAt,
    })),
    caseload: caseloadOf(cases),
  };
};
