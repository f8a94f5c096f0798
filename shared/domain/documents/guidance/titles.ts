import type { GuidanceKind } from '../../guidance/record.ts';
import { type RecordKind, recordKinds } from '../../guidance/record-contents.ts';

/** Titles of the papers of guidance (Indonesian, as all paper). */
export const guidanceTitles: Readonly<Record<RecordKind, string>> = {
  preCoaching: 'Laporan Pra-Coaching',
  coaching: 'Pelaksanaan Coaching',
  mentoringPlan: 'Rencana Aksi Mentoring',
  mentoring: 'Pelaksanaan Mentoring',
  feedbackSummary: 'Ringkasan Umpan Balik',
  workDialogue: 'Dialog Kerja',
  learningCommunity: 'Laporan Komunitas Belajar',
  internship: 'Laporan Magang',
};

/** Kinds of guidance, as papers name them. */
export const guidanceKindTitles: Readonly<Record<GuidanceKind, string>> = {
  coaching: 'Coaching',
  mentoring: 'Mentoring',
  learningCommunity: 'Komunitas belajar',
  internship: 'Magang',
  dialogue: 'Dialog kerja',
};

/** Title of the paper for a leader who is no party (law: guidanceOverview). */
export const overviewTitle = 'Ringkasan Rencana, Ukuran, dan Evaluasi';

/** Title of a paper of guidance by its kind; undefined for any other kind. */
export const guidancePaperTitle = (kind: string): string | undefined =>
  isRecordKind(kind) ? guidanceTitles[kind] : kind === 'guidanceOverview' ? overviewTitle : undefined;

/** True when `text` names a paper of guidance. */
export const isRecordKind = (text: string): text is RecordKind => (recordKinds as readonly string[]).includes(text);
