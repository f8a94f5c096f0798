import { alsoSigned } from './also-signed.ts';
import { blankContext, type DocumentContext } from './context.ts';
import { assignmentLetter } from './forms/assignment-letter.ts';
import { behaviourReport } from './forms/behaviour-report.ts';
import { communicationSheet } from './forms/communication-sheet.ts';
import { consentForm } from './forms/consent-form.ts';
import { followUpDecision } from './forms/follow-up-decision.ts';
import type { Form, FormPart } from './forms/form.ts';
import { invitation } from './forms/invitation.ts';
import { registrationNote, returnLetter } from './forms/registration.ts';
import { resultRecord } from './forms/result-record.ts';
import { framePaper } from './frame.ts';
import { type DocumentKind, documentTitles, isDocumentKind, isNeutralPaper } from './kind.ts';
import { knownContent } from './known-content.ts';
import type { CopyMark, DocumentModel } from './model.ts';
import { paperDate } from './paper-date.ts';
import { attachmentNames, authorSignature, field, inkSignature, meansOnOriginal, written } from './parts.ts';

const forms: Readonly<Record<Exclude<DocumentKind, 'employeeCopy'>, Form>> = {
  communicationSheet,
  behaviourReport,
  returnLetter,
  registrationNote,
  assignmentLetter,
  invitation,
  consentForm,
  resultRecord,
  followUpDecision,
};

/** Puts the part of one kind into the frame that all papers share, with what the act inside says beyond it. */
const framed = (kind: DocumentKind, context: DocumentContext, part: FormPart): DocumentModel => {
  const title = part.title ?? documentTitles[kind];
  if (isNeutralPaper(kind)) return framePaper(kind, title, context, part);
  return framePaper(kind, title, context, {
    ...part,
    sections: [...part.sections, ...alsoSigned(context, part, context.act)],
    attachments: part.attachments ?? (context.form === 'signed' ? attachmentNames(context) : []),
  });
};

/** Nothing stands on a blank form but the institution. */
const cleared = (context: DocumentContext): DocumentContext =>
  context.form === 'blank' ? blankContext(context.institution, context.classification) : context;

/** What is written by hand about the paper that a blank copy note goes with. */
const copiedPaper = (context: DocumentContext): FormPart => ({
  sections: [
    {
      heading: 'Dokumen yang disalin',
      blocks: [field(context, 'Jenis dokumen', null), field(context, 'Nomor', null), field(context, 'Tanggal', null)],
    },
  ],
  signatures: [],
});

const copyMark = (context: DocumentContext, copyNumber: string | undefined): CopyMark => {
  const content = knownContent('copyReleased', context.act?.content);
  const author = context.act?.author;
  const releaser = [author?.name ?? '', context.act?.authorOffice || (author?.position ?? '')]
    .filter((part) => part !== '')
    .join(', ');
  return {
    word: 'SALINAN',
    rows: [
      { label: 'Tanggal', value: written(context, paperDate(content.date)) },
      { label: 'Diserahkan oleh', value: written(context, releaser) },
      { label: 'Diserahkan kepada', value: written(context, content.releasedTo) },
      { label: 'Nomor salinan', value: written(context, copyNumber) },
    ],
  };
};

/** The paper of which a copy is released, under the mark SALINAN, with who released it, to whom, and the receipt. */
const employeeCopy = (context: DocumentContext): DocumentModel => {
  const content = knownContent('copyReleased', context.act?.content);
  const original = context.original;
  const kind = original !== null && isDocumentKind(original.kind) ? original.kind : null;
  const part: FormPart =
    kind === null || kind === 'employeeCopy' || original === null
      ? copiedPaper(context)
      : forms[kind]({ ...context, act: original.act });
  const means = meansOnOriginal[original?.act.medium ?? 'tte'];
  const copied = part.signatures.map((block) => ({ ...block, means }));
  const copyNumber = content.copyNumber || context.copyNumber;
  return framed(
    'employeeCopy',
    { ...context, copyNumber },
    {
      ...part,
      title: kind === null ? documentTitles.employeeCopy : documentTitles[kind],
      copy: copyMark(context, copyNumber),
      envelope: null,
      signatures: [
        ...copied,
        { ...inkSignature('Telah menerima salinan ini, Pegawai', context.employee) },
        { ...authorSignature(context, paperDate(content.date), 'personnelOfficer') },
      ],
    },
  );
};

/**
 * Everything that one paper shows, in the order of its fields. Pure: equal context, equal paper; always Indonesian.
 * A blank form ignores all but the institution; a prefilled one leaves ruled lines where something is not known yet.
 */
export const documentModel = (kind: DocumentKind, given: DocumentContext): DocumentModel => {
  const context = cleared(given);
  return kind === 'employeeCopy' ? employeeCopy(context) : framed(kind, context, forms[kind](context));
};
