import { noConversion } from '@shared/domain/competence/conversion.ts';
import { readKind } from '@shared/domain/competence/csv/kinds.ts';
import { competenceTypes } from '@shared/domain/competence/gaps.ts';
import { learningKindTitles } from '@shared/domain/competence/kind-titles.ts';
import {
  type LearningKind,
  type LearningMode,
  learningKindNames,
  learningKinds,
} from '@shared/domain/competence/kinds.ts';
import { kindOfSiasn, siasnCodes } from '@shared/domain/competence/siasn-codes.ts';
import { expect, it } from 'vitest';

/** Kinds that the regulation does not name, but another source does. */
const fromOthers: readonly LearningKind[] = ['nationalTraining', 'webinar'];
const titlesOf = (mode: LearningMode): string[] =>
  learningKindNames
    .filter((kind) => learningKinds[kind].mode === mode && !fromOthers.includes(kind))
    .map((kind) => learningKindTitles[kind]);

it('education is tugas belajar, funded or at one’s own cost', () => {
  expect(titlesOf('education')).toEqual([
    'Tugas belajar dibiayai',
    'Tugas belajar biaya mandiri (dahulu izin belajar)',
  ]);
  expect(readKind('Izin belajar')).toBe('selfFundedStudy');
});

it('training at national level is classical, a webinar is not', () => {
  expect(fromOthers.map((kind) => [learningKindTitles[kind], learningKinds[kind].mode])).toEqual([
    ['Pelatihan tingkat nasional', 'classical'],
    ['Webinar/seminar daring', 'nonClassical'],
  ]);
  expect(readKind('Seminar online')).toBe('webinar');
});

it('SIASN has 25 codes, each for one kind', () => {
  const codes = Object.values(siasnCodes).flatMap((code) => (code === null ? [] : [code]));
  expect([...codes].sort((a, b) => a - b)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
  const named = Array.from({ length: 25 }, (_, index) => kindOfSiasn(index + 1));
  // As public code lists them.
  expect(named).toEqual([
    ...['structuralTraining', 'functionalTraining', 'technicalTraining', 'workshop', 'managerialTraining'],
    ...['socioculturalTraining', 'socialisation', 'technicalGuidance', 'seminar', 'internship', 'course', 'upgrading'],
    ...['otherClassical', 'coaching', 'mentoring', 'eLearning', 'distanceTraining', 'secondment', 'outdoorLearning'],
    ...['benchmarking', 'exchange', 'selfStudy', 'learningCommunity', 'workplaceGuidance', 'otherNonClassical'],
  ]);
  expect(kindOfSiasn(26)).toBeUndefined();
});

it('classical training has the ways that the regulation names, in its order', () => {
  expect(titlesOf('classical')).toEqual([
    'Pelatihan struktural kepemimpinan',
    'Pelatihan manajerial',
    'Pelatihan teknis',
    'Pelatihan fungsional',
    'Pelatihan sosial kultural',
    'Seminar/konferensi/sarasehan',
    'Workshop/lokakarya',
    'Kursus',
    'Penataran',
    'Bimbingan teknis',
    'Sosialisasi',
    'Klasikal lainnya',
  ]);
});

it('non-classical training has the ways that the regulation names, in its order', () => {
  expect(titlesOf('nonClassical')).toEqual([
    'Coaching',
    'Mentoring',
    'E-learning',
    'Pelatihan jarak jauh',
    'Detasering',
    'Pembelajaran alam terbuka',
    'Patok banding',
    'Pertukaran PNS dengan Pegawai swasta/BUMN/BUMD',
    'Belajar mandiri',
    'Komunitas belajar',
    'Bimbingan di tempat kerja',
    'Magang/praktik kerja',
    'Nonklasikal lainnya',
  ]);
});

it('of 10:20:70, classical training is formal, coaching and mentoring are with colleagues', () => {
  for (const kind of learningKindNames)
    if (learningKinds[kind].mode === 'classical') expect(learningKinds[kind].share, kind).toBe('formal');
  expect([learningKinds.coaching.share, learningKinds.mentoring.share]).toEqual(['social', 'social']);
  expect(Object.values(learningKinds).filter(({ share }) => share === 'experience').length).toBeGreaterThan(0);
});

it('20 JP in a year are the target of PNS and PPPK where an institution set nothing else', () => {
  expect(noConversion.targets).toMatchObject({ pns: 2000, pppk: 2000 });
});

it('competence is technical, managerial or socio-cultural', () => {
  expect(competenceTypes).toEqual(['technical', 'managerial', 'sociocultural']);
});
