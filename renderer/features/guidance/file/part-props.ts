import type { CoachingFile, CoachingSession, GuidanceFile } from '@shared/domain/guidance/working-file.ts';
import type { Output } from '../../../lib/query.ts';
import type { IssueLookup } from '../../../ui/form/issues.ts';
import type { Judging } from '../../../ui/form/judging.ts';

/** A file as the backend gives it. */
export type Opened = Output<'guidance.get'>;

/** Parts of a file, in the order of their tabs. */
export const tabs = ['goals', 'plan', 'sessions', 'actions', 'evaluation', 'records', 'summary'] as const;
export type Tab = (typeof tabs)[number];

/** What a part of the file gets to work with. */
export interface PartProps {
  readonly file: GuidanceFile;
  readonly change: (edit: (file: GuidanceFile) => GuidanceFile) => void;
  readonly issue: IssueLookup;
  readonly judging: Judging;
}

export interface SessionsProps extends PartProps {
  readonly guidanceId: string;
  /** Saves the working papers first; false when they could not be. */
  readonly store: () => Promise<boolean>;
}

export interface CoachingCardProps extends SessionsProps {
  readonly file: CoachingFile;
  readonly session: CoachingSession;
  readonly number: number;
  /** Writes one thing of the session. */
  readonly onChange: (name: string, next: unknown) => void;
}
