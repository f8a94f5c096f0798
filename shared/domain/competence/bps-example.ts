import type { ConversionRow } from './conversion.ts';
import type { LearningKind } from './kinds.ts';

// The table of one institution as public files repeat it (law: bpsExample). It is an example to begin with: no rule of
// the state, checked by nobody here, and nothing counts by it until somebody publishes it.

const letter = 'Contoh: surat BPS B-031/BPS/2600/02/2019, kutipan tangan kedua; periksa sebelum dipakai';
const quoted = 'Contoh: Peraturan LAN 10/2018 sebagaimana dikutip sumber terbuka; periksa sebelum dipakai';

type Change = Partial<Omit<ConversionRow, 'kind' | 'unit'>>;
const row = (kind: LearningKind, unit: ConversionRow['unit'], change: Change): ConversionRow => ({
  ...{ kind, unit, jpPerUnit: 100, yearlyMaximum: null, evidenceRequired: true, citation: letter },
  ...change,
});

const study = (['fundedStudy', 'selfFundedStudy'] as const).map((kind) => row(kind, 'semesters', { jpPerUnit: 2000 }));

/** Once is 2 JP, at most twice a month; abroad a day is 4 JP. */
const withColleagues = (['coaching', 'mentoring'] as const).flatMap((kind) => [
  row(kind, 'sessions', { jpPerUnit: 200, monthlyMaximum: 400 }),
  row(kind, 'days', { jpPerUnit: 0, jpPerUnitAbroad: 400 }),
]);

const placed = (['secondment', 'exchange', 'internship'] as const).map((kind) =>
  row(kind, 'activity', { jpPerUnit: 2000, jpPerUnitAbroad: 2400 }),
);

const alone = (['selfStudy', 'learningCommunity'] as const).map((kind) => row(kind, 'jp', { dailyMaximum: 200 }));

/** By JP, abroad a fifth more. */
const byJp = (
  [
    ...['structuralTraining', 'managerialTraining', 'technicalTraining', 'functionalTraining', 'socioculturalTraining'],
    ...['course', 'upgrading', 'technicalGuidance', 'otherClassical', 'distanceTraining', 'outdoorLearning'],
    ...['workplaceGuidance', 'otherNonClassical'],
  ] as LearningKind[]
).map((kind) => row(kind, 'jp', { jpPerUnitAbroad: 120 }));

const byDay = (['seminar', 'socialisation'] as const).map((kind) =>
  row(kind, 'days', { jpPerUnit: 400, jpPerUnitAbroad: 600, citation: quoted }),
);

/** Rows of the example of BPS, each with where it comes from, to be changed before anything is published. */
export const bpsExample: readonly ConversionRow[] = [
  ...study,
  ...byJp,
  ...byDay,
  row('workshop', 'days', { jpPerUnit: 500, jpPerUnitAbroad: 700, citation: quoted }),
  ...withColleagues,
  row('eLearning', 'jp', { dailyMaximum: 300, dailyMaximumAbroad: 400 }),
  ...placed,
  row('benchmarking', 'activity', { jpPerUnit: 1000, jpPerUnitAbroad: 2000 }),
  ...alone,
];
