/** The making and checking of papers (print, certificate, CMS): large, and loaded when first asked for. */
// biome-ignore-all lint/performance/noBarrelFile: one chunk by intent
export { enterEvaluation } from './enter-evaluation.ts';
export { documentOfEvaluation, prepareEvaluation, prepareInstitutionPlan } from './evaluation-paper.ts';
