import { type GuidanceKind, isLed } from '@shared/domain/guidance/record.ts';
import type { CoachingFile, CoachingSession, GuidanceFile, LedFile } from '@shared/domain/guidance/working-file.ts';
import type { Output } from '../../../lib/query.ts';
import type { IssueLookup } from '../../../ui/form/issues.ts';
import type { Judging } from '../../../ui/form/judging.ts';

/** A file as the backend gives it. */
export type Opened = Output<'guidance.get'>;

/** Parts of a coaching or mentoring, in the order of their tabs. */
const ledTabs = ['goals', 'plan', 'sessions', 'actions', 'evaluation', 'records', 'summary'] as const;
const dialogueTabs = ['dialogue', 'records'] as const;
export type Tab = (typeof ledTabs)[number] | (typeof dialogueTabs)[number];

const learningTabs = ['plan', 'sessions', 'actions', 'evaluation', 'records'] as const satisfies readonly Tab[];

/** Parts that a file of a kind has. */
export const tabsOf = (kind: GuidanceKind): readonly Tab[] => {
  if (kind === 'dialogue') return dialogueTabs;
  return isLed(kind) ? ledTabs : learningTabs;
};

/** What a part of the file gets to work with. */
export interface PartProps<File extends GuidanceFile = GuidanceFile> {
  readonly file: File;
  readonly change: (edit: (file: File) => File) => void;
  readonly issue: IssueLookup;
  readonly judging: Judging;
}

/** The same of a coaching or mentoring. */
export type LedProps = PartProps<LedFile>;

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
