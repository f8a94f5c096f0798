/** The making and checking of papers (print, certificate, CMS): large, and loaded when a paper is first asked for. */
// biome-ignore-all lint/performance/noBarrelFile: one chunk by intent
export { pageOfEvaluation } from '../competence/evaluation-paper.ts';
export { pageOfDocument } from '../guidance/document-of-record.ts';
export { renderDocument } from '../papers/render-html.ts';
export { checkDocument } from './check-document.ts';
export { documentOfAct, findPaperAct, signedModel } from './of-act.ts';
export { exportWithCertificate } from './own-certificate.ts';
export { prepareForm } from './prepare.ts';
export { readingOf } from './reading.ts';
