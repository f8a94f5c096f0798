import type { ActType } from '../case/act-type.ts';
import type { Role } from '../identity/person.ts';

/** The form of a step: its title on paper, and in which role it is signed while nobody has said. */
interface StepForm {
  readonly title: string;
  readonly signer: Role;
}

/**
 * Steps that make no paper of their own, and the form on which each can be told on paper. What comes back on it is
 * entered from paper as any other. Left out: the opening, which is no paper; what is said in a vault alone; and what
 * corrects a step or takes it back, for which there is the ralat (law: stepForms).
 */
export const stepForms = {
  feedbackRecorded: { title: 'Catatan Umpan Balik Berkelanjutan', signer: 'assessor' },
  problemIdentified: { title: 'Identifikasi Permasalahan Perilaku Kerja', signer: 'assessor' },
  changeEvaluated: { title: 'Penilaian Perubahan Perilaku Kerja', signer: 'assessor' },
  assignmentAnswered: { title: 'Jawaban Konselor atas Penugasan', signer: 'counsellor' },
  assignmentEnded: { title: 'Catatan Akhir Penugasan Konselor', signer: 'personnelHead' },
  sessionHeld: { title: 'Catatan Pelaksanaan Sesi Konseling Kinerja', signer: 'counsellor' },
  sessionMissed: { title: 'Catatan Sesi yang Tidak Dihadiri', signer: 'counsellor' },
  referralRecorded: { title: 'Catatan Rujukan', signer: 'counsellor' },
  resultReceived: { title: 'Tanda Terima Rekaman Informasi Hasil', signer: 'personnelHead' },
  followUpJoined: { title: 'Pernyataan Ikut Menetapkan Tindak Lanjut', signer: 'authorisedOfficial' },
  followUpProgressed: { title: 'Catatan Kemajuan Tindak Lanjut', signer: 'personnelOfficer' },
  statusNotified: { title: 'Pemberitahuan Status', signer: 'personnelOfficer' },
  caseClosed: { title: 'Penutupan Berkas', signer: 'personnelHead' },
  employeeLeft: { title: 'Catatan Perubahan Keadaan Pegawai', signer: 'personnelOfficer' },
  assessorReplaced: { title: 'Catatan Penggantian Pejabat Penilai Kinerja', signer: 'personnelOfficer' },
  copyAcknowledged: { title: 'Tanda Terima Salinan', signer: 'employee' },
  correctionRequested: { title: 'Permintaan Perbaikan', signer: 'employee' },
  correctionAnswered: { title: 'Jawaban atas Permintaan Perbaikan', signer: 'personnelHead' },
  postHandedOver: { title: 'Catatan Serah Terima Jabatan', signer: 'personnelOfficer' },
} as const satisfies Partial<Record<ActType, StepForm>>;

/** A step that has such a form; the form is known by the step. */
export type StepFormType = keyof typeof stepForms;
export const stepFormTypes = Object.keys(stepForms) as StepFormType[];

/** True when `text` names a step that has a form of this kind. */
export const isStepForm = (text: string): text is StepFormType => Object.hasOwn(stepForms, text);
