import type { CounsellorKind } from '../case/content/counselling.ts';
import type { Classification } from '../case/content/fields.ts';
import type { Role } from '../identity/person.ts';

/**
 * Titles as the regulations write them, in full (law: officialTitles): "PPK" legally means Pejabat Pembina Kepegawaian,
 * so the assessor is never abbreviated.
 */
export const roleTitles: Readonly<Record<Role, string>> = {
  assessor: 'Pejabat Penilai Kinerja',
  assessorSuperior: 'Atasan dari Pejabat Penilai Kinerja',
  personnelOfficer: 'Petugas kepegawaian',
  personnelHead: 'Pimpinan unit kerja yang membidangi pengelolaan kepegawaian',
  authorisedOfficial: 'Pejabat yang Berwenang',
  counsellor: 'Konselor',
  coach: 'Coach',
  mentor: 'Mentor',
  employee: 'Pegawai',
};

/** Who receives the result record, by the kind of counsellor (law: route). */
export const reportingRouteTitles: Readonly<Record<CounsellorKind, string>> = {
  independent: `${roleTitles.authorisedOfficial} atau ${roleTitles.personnelHead}`,
  trainedAssessor: roleTitles.assessorSuperior,
  counsellingOfficial: `${roleTitles.assessor} dan ${roleTitles.assessorSuperior}`,
};

/**
 * Labels of derajat (law: classification), most secret first, their colour and their short form in document numbers.
 */
export const classificationLabels: Readonly<
  Record<Classification, { readonly label: string; readonly colour: 'red' | 'black'; readonly short: string }>
> = {
  topSecret: { label: 'SANGAT RAHASIA', colour: 'red', short: 'SR' },
  secret: { label: 'RAHASIA', colour: 'red', short: 'R' },
  restricted: { label: 'TERBATAS', colour: 'black', short: 'T' },
  ordinary: { label: 'BIASA', colour: 'black', short: 'B' },
};

/** Follow-ups that PermenPANRB 8/2021 lists (law: followUpList). */
export const followUpTitles: Readonly<Record<string, string>> = {
  guidance: 'Bimbingan',
  training: 'Pelatihan',
  specialAssignment: 'Penugasan khusus',
  transferProposal: 'Usul mutasi',
  disciplineRecommendation: 'Rekomendasi proses hukuman disiplin',
};
