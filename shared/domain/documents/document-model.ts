import { disputedTitle, disputesOf } from '../case/content/disputes.ts';
import { alsoSigned } from './also-signed.ts';
import { blankContext, type DocumentContext } from './context.ts';
import { employeeCopy } from './employee-copy.ts';
import { assignmentLetter } from './forms/assignment-letter.ts';
import { behaviourReport } from './forms/behaviour-report.ts';
import { communicationSheet } from './forms/communication-sheet.ts';
import { consentForm } from './forms/consent-form.ts';
import { counsellingDecision } from './forms/counselling-decision.ts';
import { employeeResponse } from './forms/employee-response.ts';
import { followUpDecision } from './forms/follow-up-decision.ts';
import type { Form, FormPart } from './forms/form.ts';
import { invitation } from './forms/invitation.ts';
import { registrationNote, returnLetter } from './forms/registration.ts';
import { reportNotice } from './forms/report-notice.ts';
import { resultRecord } from './forms/result-record.ts';
import { framePaper } from './frame.ts';
import { type DocumentKind, documentTitles, isDocumentKind, isNeutralPaper } from './kind.ts';
import { knownContent } from './known-content.ts';
import type { DocumentModel, Section } from './model.ts';
import { paperDate } from './paper-date.ts';
import { attachmentsOf, field } from './parts.ts';

const forms: Readonly<Record<Exclude<DocumentKind, 'employeeCopy'>, Form>> = {
  communicationSheet,
  employeeResponse,
  behaviourReport,
  reportNotice,
  returnLetter,
  registrationNote,
  counsellingDecision,
  assignmentLetter,
  invitation,
  consentForm,
  resultRecord,
  followUpDecision,
};

/** "Dibantah Pegawai", in the own words: on each copy and paper of the act made since (law: rectify). */
const disputed = (context: DocumentContext): readonly Section[] => {
  const { form, act } = context;
  // A signed copy carries them; of a copy to be signed they are in the file.
  const all = form === 'signed' && act?.type === 'copyReleased' ? disputesOf(act.content) : context.disputes;
  return all.length === 0
    ? []
    : [{ heading: disputedTitle, blocks: all.map(({ date, words }) => field(context, paperDate(date) ?? '', words)) }];
};

/** Why the number of the paper is that of another one too (law: numbers). */
const reasonOfNumber = (context: DocumentContext): readonly Section[] => {
  const reason = context.act?.content.numberReason;
  return typeof reason === 'string' && reason !== ''
    ? [{ heading: 'Keterangan nomor', blocks: [{ block: 'text', text: reason }] }]
    : [];
};

/** Puts the part of one kind into the frame that all papers share, with what the act inside says beyond it. */
const framed = (kind: DocumentKind, context: DocumentContext, part: FormPart): DocumentModel => {
  const title = part.title ?? documentTitles[kind];
  if (isNeutralPaper(kind)) return framePaper(kind, title, context, part);
  return framePaper(kind, title, context, {
    ...part,
    sections: [...part.sections, ...reasonOfNumber(context), ...disputed(context)],
    enclosed: [...(part.enclosed ?? []), ...alsoSigned(context, part, [context.act, context.original?.act])],
    attachments: part.attachments ?? (context.form === 'signed' ? attachmentsOf(context) : []),
  });
};

/** Nothing stands on a blank form but the institution. */
const cleared = (context: DocumentContext): DocumentContext =>
  context.form === 'blank' ? blankContext(context.institution, context.classification) : context;

/** A copy is titled as the paper that was copied. */
const copyModel = (context: DocumentContext): DocumentModel => {
  const kind = context.original?.kind ?? '';
  const copied = isDocumentKind(kind) && kind !== 'employeeCopy' ? kind : null;
  const { copyNumber } = knownContent('copyReleased', context.act?.content);
  return framed(
    'employeeCopy',
    { ...context, copyNumber: copyNumber || context.copyNumber },
    {
      ...employeeCopy(context, () => (copied === null ? null : forms[copied])),
      title: documentTitles[copied ?? 'employeeCopy'],
    },
  );
};

/**
 * Everything that one paper shows, in the order of its fields. Pure: equal context, equal paper; always Indonesian.
 * A blank form ignores all but the institution; a prefilled one leaves ruled lines where something is not known yet.
 */
export const documentModel = (kind: DocumentKind, given: DocumentContext): DocumentModel => {
  const context = cleared(given);
  return kind === 'employeeCopy' ? copyModel(context) : framed(kind, context, forms[kind](context));
};
