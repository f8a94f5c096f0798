/** Papers of plans of competence: the institution's plan, and the evaluation of a plan. */
export const planPapers = ['institutionPlan', 'planEvaluation'] as const;
export type PlanPaperKind = (typeof planPapers)[number];

/** Titles of these papers (Indonesian, as all paper). */
export const planTitles: Readonly<Record<PlanPaperKind, string>> = {
  institutionPlan: 'Rencana Pengembangan Kompetensi Tahunan',
  planEvaluation: 'Evaluasi Rencana Pengembangan Kompetensi',
};
