import type { DocumentContext } from './context.ts';
import { copyLine } from './copy-line.ts';
import type { FormPart } from './forms/form.ts';
import type { DocumentModel } from './model.ts';
import { classificationLabels } from './official-titles.ts';
import { qrCaption } from './qr-text.ts';
import { settled } from './settle.ts';

/** Said on every paper that a self-issued certificate signs (law: uncertified). */
export const uncertifiedNotice =
  'Ditandatangani dengan sertifikat yang diterbitkan sendiri (tidak tersertifikasi, PP 71/2019)';

/** Puts the part of one kind into the frame that all papers share. */
export const framePaper = (
  kind: DocumentModel['kind'],
  title: string,
  context: DocumentContext,
  part: FormPart,
): DocumentModel => {
  const code = part.classification ?? context.classification;
  const { label, colour } = classificationLabels[code];
  const { name: institution, parents, unit, address, contact, logo } = context.institution;
  return settled({
    kind,
    form: context.form,
    layout: part.layout ?? 'form',
    title,
    about: part.about ?? '',
    classification: { code, label, colour, copyLine: copyLine(code, context.form, context.copyNumber) },
    letterhead: { institution, parents, unit, address, contact, logo },
    number: part.number,
    dateLine: part.dateLine,
    meta: part.meta ?? [],
    addressee: part.addressee ?? [],
    identity: part.identity ?? [],
    sections: part.sections,
    attachments: part.attachments === undefined ? [] : part.attachments,
    signatures: part.signatures,
    enclosed: part.enclosed ?? [],
    copy: part.copy ?? null,
    distribution: part.distribution ?? context.distribution,
    envelope: part.envelope ?? null,
    notices: context.form === 'signed' && context.selfIssued ? [uncertifiedNotice] : [],
    qr: context.qrText === null ? null : { text: context.qrText, caption: qrCaption },
  });
};
