import type { Field } from '../form/field.ts';
import { only } from '../form/fields.ts';
import { type CommunityParts, communitySteps, type InternshipParts } from './learning-contents.ts';

// Fields of what a learning community and a magang write, in the order of their reports (law: learningReports).

/** Aim and parts of a learning community (law: communityAim, communitySteps). */
export const communityFields = {
  aim: {
    kind: 'text',
    label: 'guidance.community.aim',
    help: 'guidance.community.aimHelp',
    required: true,
    paper: { part: 'Tujuan bersama', lines: 3 },
  },
  problem: {
    kind: 'text',
    label: 'guidance.community.problem',
    required: true,
    paper: { part: 'Persiapan', label: 'Identifikasi permasalahan', lines: 3 },
  },
  community: {
    kind: 'text',
    label: 'guidance.community.community',
    help: 'guidance.community.communityHelp',
    paper: { label: 'Penentuan komunitas', lines: 2 },
  },
  awareness: {
    kind: 'text',
    label: 'guidance.community.awareness',
    help: 'guidance.community.awarenessHelp',
    paper: { label: 'Penyadaran komunitas', lines: 2 },
  },
  commitment: {
    kind: 'text',
    label: 'guidance.community.commitment',
    help: 'guidance.community.commitmentHelp',
    paper: { label: 'Komitmen', lines: 2 },
  },
  openness: {
    kind: 'text',
    label: 'guidance.community.openness',
    paper: { part: 'Pelaksanaan', label: 'Suasana keterbukaan', lines: 2 },
  },
  collaboration: {
    kind: 'text',
    label: 'guidance.community.collaboration',
    paper: { label: 'Komunikasi dan kolaborasi', lines: 2 },
  },
  alternatives: {
    kind: 'text',
    label: 'guidance.community.alternatives',
    paper: { label: 'Identifikasi alternatif', lines: 3 },
  },
  transfer: {
    kind: 'text',
    label: 'guidance.community.transfer',
    required: true,
    paper: { label: 'Transfer pengetahuan, keterampilan, dan nilai', lines: 3 },
  },
  results: {
    kind: 'text',
    label: 'guidance.community.results',
    help: 'guidance.community.resultsHelp',
    required: true,
    paper: { part: 'Evaluasi', label: 'Pengukuran pencapaian hasil', lines: 3 },
  },
  reinforcement: {
    kind: 'text',
    label: 'guidance.community.reinforcement',
    help: 'guidance.community.reinforcementHelp',
    paper: { label: 'Penguatan (reinforcement)', lines: 2 },
  },
  sustained: {
    kind: 'text',
    label: 'guidance.community.sustained',
    help: 'guidance.community.sustainedHelp',
    paper: { label: 'Keberlanjutan (sustainable)', lines: 2 },
  },
} satisfies Record<keyof CommunityParts, Field>;

/** The fields of each step. */
export const communityStepFields = {
  preparation: only(communityFields, communitySteps.preparation),
  carryingOut: only(communityFields, communitySteps.carryingOut),
  evaluation: only(communityFields, communitySteps.evaluation),
};

/** Parts of a magang (law: internshipWorkplace, internshipPractice, internshipNetwork). */
export const internshipFields = {
  workplace: {
    kind: 'line',
    label: 'guidance.internship.workplace',
    help: 'guidance.internship.workplaceHelp',
    required: true,
    paper: { part: 'Tempat magang', label: 'Unit kerja dan instansi' },
  },
  period: {
    kind: 'line',
    label: 'guidance.internship.period',
    required: true,
    paper: { label: 'Jangka waktu' },
  },
  purpose: {
    kind: 'text',
    label: 'guidance.internship.purpose',
    required: true,
    paper: { part: 'Kompetensi yang dipelajari', lines: 3 },
  },
  experience: {
    kind: 'text',
    label: 'guidance.internship.experience',
    required: true,
    paper: { part: 'Hasil magang', label: 'Pengalaman praktis', lines: 4 },
  },
  application: {
    kind: 'text',
    label: 'guidance.internship.application',
    paper: { label: 'Penerapan ilmu dalam pekerjaan', lines: 3 },
  },
  network: {
    kind: 'text',
    label: 'guidance.internship.network',
    help: 'guidance.internship.networkHelp',
    paper: { label: 'Jaringan profesional', lines: 3 },
  },
  culture: {
    kind: 'text',
    label: 'guidance.internship.culture',
    paper: { label: 'Budaya organisasi', lines: 3 },
  },
  assessment: {
    kind: 'text',
    label: 'guidance.internship.assessment',
    required: true,
    paper: { part: 'Evaluasi', label: 'Penilaian pembimbing atas pelaksanaan magang', lines: 4 },
  },
} satisfies Record<keyof InternshipParts, Field>;

/** Where and for what. */
export const internshipPlaceFields = only(internshipFields, ['workplace', 'period', 'purpose']);
/** What it brought. */
export const internshipGainFields = only(internshipFields, ['experience', 'application', 'network', 'culture']);
/** How the supervisor judges it. */
export const internshipAssessmentFields = only(internshipFields, ['assessment']);
