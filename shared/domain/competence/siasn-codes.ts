import { type LearningKind, learningKindNames } from './kinds.ts';

/**
 * Numbers by which SIASN, the state's register of employees, knows a kind of course (`jenisDiklatId`; law:
 * siasnCodes). Null: it has none of its own for the kind. Education stands elsewhere there.
 */
export const siasnCodes: Readonly<Record<LearningKind, number | null>> = {
  fundedStudy: null,
  selfFundedStudy: null,
  structuralTraining: 1,
  nationalTraining: null,
  managerialTraining: 5,
  technicalTraining: 3,
  functionalTraining: 2,
  socioculturalTraining: 6,
  seminar: 9,
  workshop: 4,
  course: 11,
  upgrading: 12,
  technicalGuidance: 8,
  socialisation: 7,
  otherClassical: 13,
  coaching: 14,
  mentoring: 15,
  eLearning: 16,
  distanceTraining: 17,
  webinar: null,
  secondment: 18,
  outdoorLearning: 19,
  benchmarking: 20,
  exchange: 21,
  selfStudy: 22,
  learningCommunity: 23,
  workplaceGuidance: 24,
  internship: 10,
  otherNonClassical: 25,
};

/** The kind that a code of SIASN names; undefined when it names none. */
export const kindOfSiasn = (code: number): LearningKind | undefined =>
  learningKindNames.find((kind) => siasnCodes[kind] === code);
