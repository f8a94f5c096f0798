import { type ActType, actTypes } from '../case/act-type.ts';
import type { DocumentContext } from './context.ts';
import { documentModel } from './document-model.ts';
import { type DocumentKind, documentKindOfAct, documentKinds, documentTitles, isDocumentKind } from './kind.ts';
import type { DocumentModel } from './model.ts';
import type { OfficeFacts } from './office/facts.ts';
import { isOfficePaper, type OfficePaperKind, officePaperKinds, officePapers } from './office/kinds.ts';
import { officeModel } from './office/models.ts';
import { isStepForm, type StepFormType, stepForms, stepFormTypes } from './step-form-kind.ts';
import { stepFormModel } from './step-form-model.ts';

/** Everything that can be printed unsigned, blank or filled in so far. */
export type PrintableKind = DocumentKind | StepFormType | OfficePaperKind;

/** All of them. */
export const printableKinds: readonly PrintableKind[] = [...documentKinds, ...stepFormTypes, ...officePaperKinds];

/** True when `text` names something that can be printed unsigned. */
export const isPrintable = (text: string): text is PrintableKind =>
  isDocumentKind(text) || isStepForm(text) || isOfficePaper(text);

/** Its title; Indonesian, as on the paper. */
export const printableTitle = (kind: PrintableKind): string => {
  if (isDocumentKind(kind)) return documentTitles[kind];
  return isOfficePaper(kind) ? officePapers[kind].title : stepForms[kind].title;
};

/** What stands on it. */
export const printableModel = (kind: PrintableKind, context: DocumentContext, facts: OfficeFacts): DocumentModel => {
  if (isDocumentKind(kind)) return documentModel(kind, context);
  return isOfficePaper(kind) ? officeModel(kind, context, facts) : stepFormModel(kind, context);
};

/**
 * The form on which a step is told on paper: that of the paper it makes, else its own. Null: there is none (an opening,
 * a correction, what is said in a vault alone).
 */
export const formOfStep = (type: ActType): DocumentKind | StepFormType | null => {
  if (type === 'consentRecorded') return 'consentForm';
  return documentKindOfAct(type) ?? (isStepForm(type) ? type : null);
};

const byAct = actTypes.map(formOfStep).filter((kind) => kind !== null);

/** The forms of all steps in the order of a case, each once; the notice of a report stands behind the report. */
export const caseForms: readonly (DocumentKind | StepFormType)[] = [...new Set(byAct)].flatMap((kind) =>
  kind === 'behaviourReport' ? [kind, ...documentKinds.filter((other) => !byAct.includes(other))] : [kind],
);
