import { type RecordKind, recordKinds } from '../../guidance/record-contents.ts';

/** Titles of the papers of coaching and mentoring (Indonesian, as all paper). */
export const guidanceTitles: Readonly<Record<RecordKind, string>> = {
  preCoaching: 'Laporan Pra-Coaching',
  coaching: 'Pelaksanaan Coaching',
  mentoringPlan: 'Rencana Aksi Mentoring',
  mentoring: 'Pelaksanaan Mentoring',
  feedbackSummary: 'Ringkasan Umpan Balik',
};

/** Title of the paper for a leader who is no party (law: guidanceOverview). */
export const overviewTitle = 'Ringkasan Rencana, Ukuran, dan Evaluasi';

/** Title of a paper of coaching and mentoring by its kind; undefined for any other kind. */
export const guidancePaperTitle = (kind: string): string | undefined =>
  isRecordKind(kind) ? guidanceTitles[kind] : kind === 'guidanceOverview' ? overviewTitle : undefined;

/** True when `text` names a paper of coaching or mentoring. */
export const isRecordKind = (text: string): text is RecordKind => (recordKinds as readonly string[]).includes(text);
