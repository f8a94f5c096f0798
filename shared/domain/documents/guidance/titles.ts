import { type RecordKind, recordKinds } from '../../guidance/record-contents.ts';

/** Titles of the papers of coaching and mentoring (Indonesian, as all paper). */
export const guidanceTitles: Readonly<Record<RecordKind, string>> = {
  preCoaching: 'Laporan Pra-Coaching',
  coaching: 'Pelaksanaan Coaching',
  mentoringPlan: 'Rencana Aksi Mentoring',
  mentoring: 'Pelaksanaan Mentoring',
  feedbackSummary: 'Ringkasan Umpan Balik',
};

/** True when `text` names a paper of coaching or mentoring. */
export const isRecordKind = (text: string): text is RecordKind => (recordKinds as readonly string[]).includes(text);
