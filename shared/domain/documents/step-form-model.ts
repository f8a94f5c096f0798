import { fieldsOf } from '../case/fields/act-fields.ts';
import type { DocumentContext } from './context.ts';
import { sectionsOf } from './fields-on-paper.ts';
import { framePaper } from './frame.ts';
import { knownContent } from './known-content.ts';
import type { DocumentModel } from './model.ts';
import { paperDate } from './paper-date.ts';
import { attachmentLines, authorSignature, identityPair, periodLine } from './parts.ts';
import { type StepFormType, stepForms } from './step-form-kind.ts';

/** The form of a step: who it is about, each field of its table in order, and where its author signs by hand. */
export const stepFormModel = (type: StepFormType, context: DocumentContext): DocumentModel => {
  const content: { readonly date?: string } = knownContent(type, context.act?.content);
  const { title, signer } = stepForms[type];
  return framePaper(type, title, context, {
    meta: [periodLine(context)],
    identity: identityPair(context),
    sections: sectionsOf(context, fieldsOf(type), content),
    attachments: attachmentLines(context.act?.attachments ?? []),
    signatures: [authorSignature(context, paperDate(content.date), signer)],
  });
};
