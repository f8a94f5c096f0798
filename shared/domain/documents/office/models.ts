import type { DocumentContext } from '../context.ts';
import { framePaper } from '../frame.ts';
import type { DocumentModel } from '../model.ts';
import { contentList, deliveryReceipt, fileList, handoverMinutes, transferMinutes } from './archive.ts';
import { conflictDeclaration, consentWithdrawal, rightsSheet, serviceStatement } from './counselling.ts';
import type { OfficeFacts } from './facts.ts';
import { type OfficePaperKind, officePapers } from './kinds.ts';
import type { OfficeForm } from './office-form.ts';
import { accessAnswer, accessRequest, correctionNote } from './requests.ts';

const forms: Readonly<Record<OfficePaperKind, OfficeForm>> = {
  rightsSheet,
  consentWithdrawal,
  conflictDeclaration,
  serviceStatement,
  accessRequest,
  accessAnswer,
  correctionNote,
  deliveryReceipt,
  contentList,
  fileList,
  handoverMinutes,
  transferMinutes,
};

/** Everything that an office paper shows; Indonesian, to be signed by hand. */
export const officeModel = (kind: OfficePaperKind, context: DocumentContext, facts: OfficeFacts): DocumentModel =>
  framePaper(kind, officePapers[kind].title, context, forms[kind](context, facts));
