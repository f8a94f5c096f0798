import type { ActType } from '../case/act-type.ts';

/**
 * Kinds of paper that are made from acts, the consent form and the notice of a report, in the order in which a case
 * needs them.
 */
export const documentKinds = [
  'communicationSheet',
  'employeeResponse',
  'behaviourReport',
  'reportNotice',
  'returnLetter',
  'registrationNote',
  'counsellingDecision',
  'assignmentLetter',
  'invitation',
  'consentForm',
  'resultRecord',
  'followUpDecision',
  'employeeCopy',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

const kindByAct: Partial<Record<ActType, DocumentKind>> = {
  problemCommunicated: 'communicationSheet',
  responseGiven: 'employeeResponse',
  reportSubmitted: 'behaviourReport',
  reportReturned: 'returnLetter',
  reportRegistered: 'registrationNote',
  counsellingDecided: 'counsellingDecision',
  counsellorAssigned: 'assignmentLetter',
  sessionScheduled: 'invitation',
  sessionRescheduled: 'invitation',
  resultSigned: 'resultRecord',
  followUpDecided: 'followUpDecision',
  copyReleased: 'employeeCopy',
};

/**
 * The paper of an act of this type; null when the act makes none (a consent is written on its form, never made from
 * it).
 */
export const documentKindOfAct = (type: ActType): DocumentKind | null => kindByAct[type] ?? null;

/**
 * True for a paper that may lie open anywhere: its page tells nothing of counselling, so its file carries no act, which
 * would tell it. It stays out of packages: whoever gets the act whole has all that it says.
 */
export const isNeutralPaper = (kind: string): boolean => kind === 'invitation' || kind === 'reportNotice';

/** True when `text` names a kind of paper. */
export const isDocumentKind = (text: string): text is DocumentKind =>
  (documentKinds as readonly string[]).includes(text);

/** Title on the paper (glossary of the field; Indonesian, as all paper). */
export const documentTitles: Readonly<Record<DocumentKind, string>> = {
  communicationSheet: 'Lembar Komunikasi Permasalahan Perilaku Kerja',
  employeeResponse: 'Tanggapan Pegawai',
  behaviourReport: 'Laporan Permasalahan Perilaku Kerja',
  reportNotice: 'Pemberitahuan',
  returnLetter: 'Pengembalian Laporan untuk Dilengkapi',
  registrationNote: 'Tanda Terima dan Pendaftaran Laporan',
  counsellingDecision: 'Penetapan Pelaksanaan Konseling Kinerja',
  assignmentLetter: 'Penetapan dan Penugasan Konselor',
  invitation: 'Undangan',
  consentForm: 'Formulir Persetujuan Konseling Kinerja',
  resultRecord: 'Rekaman Informasi Hasil Konseling Kinerja',
  followUpDecision: 'Penentuan Tindak Lanjut',
  employeeCopy: 'Salinan untuk Pegawai',
};

/** Papers of the institution's programme: the guideline, and the nameless sheet on which employees answer. */
export const programmePapers = ['programmeGuideline', 'benefitSheet'] as const;
export type ProgrammePaperKind = (typeof programmePapers)[number];

/** Titles on them (Indonesian, as all paper). */
export const programmePaperTitles: Readonly<Record<ProgrammePaperKind, string>> = {
  programmeGuideline: 'Pedoman Coaching dan Mentoring',
  benefitSheet: 'Lembar Manfaat Coaching dan Mentoring',
};

/** Lists that an office keeps and prints: employees of the register, follow-ups, sessions, learning hours. */
export const listPapers = ['registerList', 'followUpList', 'sessionList', 'learningList'] as const;
export type ListKind = (typeof listPapers)[number];

/** Titles on them (Indonesian, as all paper). */
export const listTitles: Readonly<Record<ListKind, string>> = {
  registerList: 'Daftar Pegawai yang Mempunyai Permasalahan Perilaku Kerja',
  followUpList: 'Daftar Tindak Lanjut Konseling Kinerja',
  sessionList: 'Daftar Sesi Konseling Kinerja',
  learningList: 'Daftar Jam Pelajaran (JP) Pegawai',
};
