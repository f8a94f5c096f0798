import { noConversion } from '@shared/domain/competence/conversion.ts';
import { competenceTypes } from '@shared/domain/competence/gaps.ts';
import { learningKindTitles } from '@shared/domain/competence/kind-titles.ts';
import { type LearningMode, learningKindNames, learningKinds } from '@shared/domain/competence/kinds.ts';
import { expect, it } from 'vitest';

const titlesOf = (mode: LearningMode): string[] =>
  learningKindNames.filter((kind) => learningKinds[kind].mode === mode).map((kind) => learningKindTitles[kind]);

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
