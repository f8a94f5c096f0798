import type { SessionEntry } from '@shared/contract/overview.ts';
import type { ContentOf } from '@shared/domain/case/body.ts';
import { currentContent } from '@shared/domain/case/contents.ts';
import type { CaseFile } from './case-file.ts';

/** A session of one case. */
export type CaseSession = Omit<SessionEntry, 'caseId' | 'employeeName'>;

/** Sessions of a case, earliest first, at their latest time and place. */
export const sessionsOf = ({ state, bodies }: CaseFile): CaseSession[] =>
  state.sessions
    .flatMap((session) => {
      const content = currentContent(state, bodies, session.latest) as ContentOf<'sessionScheduled'> | null;
      if (content === null) return [];
      const { date, startTime, zone = '', minutes, place } = content;
      return [{ hash: session.latest, date, startTime, zone, minutes, place, state: session.state }];
    })
    .sort((a, b) => `${a.date}${a.startTime}`.localeCompare(`${b.date}${b.startTime}`));
