import type { LearningKind } from './kinds.ts';
import type { LearningUnit } from './learning-record.ts';

/** Names of the kinds as files and papers write them (Indonesian; law: learningKinds). */
export const learningKindTitles: Readonly<Record<LearningKind, string>> = {
  fundedStudy: 'Tugas belajar dibiayai',
  selfFundedStudy: 'Tugas belajar biaya mandiri (dahulu izin belajar)',
  structuralTraining: 'Pelatihan struktural kepemimpinan',
  nationalTraining: 'Pelatihan tingkat nasional',
  managerialTraining: 'Pelatihan manajerial',
  technicalTraining: 'Pelatihan teknis',
  functionalTraining: 'Pelatihan fungsional',
  socioculturalTraining: 'Pelatihan sosial kultural',
  seminar: 'Seminar/konferensi/sarasehan',
  workshop: 'Workshop/lokakarya',
  course: 'Kursus',
  upgrading: 'Penataran',
  technicalGuidance: 'Bimbingan teknis',
  socialisation: 'Sosialisasi',
  otherClassical: 'Klasikal lainnya',
  coaching: 'Coaching',
  mentoring: 'Mentoring',
  eLearning: 'E-learning',
  distanceTraining: 'Pelatihan jarak jauh',
  webinar: 'Webinar/seminar daring',
  secondment: 'Detasering',
  outdoorLearning: 'Pembelajaran alam terbuka',
  benchmarking: 'Patok banding',
  exchange: 'Pertukaran PNS dengan Pegawai swasta/BUMN/BUMD',
  selfStudy: 'Belajar mandiri',
  learningCommunity: 'Komunitas belajar',
  workplaceGuidance: 'Bimbingan di tempat kerja',
  internship: 'Magang/praktik kerja',
  otherNonClassical: 'Nonklasikal lainnya',
};

/** Names of the units as files write them. */
export const learningUnitTitles: Readonly<Record<LearningUnit, string>> = {
  jp: 'JP',
  hours: 'jam',
  lessonHours: 'jam 45 menit',
  days: 'hari',
  sessions: 'sesi',
  semesters: 'semester',
  activity: 'kegiatan',
};
