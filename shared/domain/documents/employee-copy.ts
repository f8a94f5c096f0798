import { leftOutMark } from '../case/left-out.ts';
import { emptyPerson } from '../identity/person.ts';
import type { CopiedAct, DocumentContext } from './context.ts';
import type { Form, FormPart } from './forms/form.ts';
import { knownContent } from './known-content.ts';
import type { AttachmentLine, Block, CopyMark, Section, SignatureBlock } from './model.ts';
import { roleTitles } from './official-titles.ts';
import { paperDate } from './paper-date.ts';
import {
  attachmentLines,
  field,
  inkSignature,
  meansOnOriginal,
  officialSignature,
  placeAndDate,
  recordedOn,
  written,
} from './parts.ts';

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
  const { author, authorOffice } = context.act ?? { author: null, authorOffice: '' };
  const releaser = [author?.name ?? '', authorOffice || (author?.position ?? '')].filter((part) => part !== '');
  const received = content.acknowledged === undefined ? null : content.acknowledged ? 'sudah' : 'belum';
  return {
    word: 'SALINAN',
    rows: [
      { label: 'Tanggal', value: written(paperDate(content.date)) },
      { label: 'Diserahkan oleh', value: written(releaser.join(', ')) },
      { label: 'Diserahkan kepada', value: written(content.releasedTo) },
      { label: 'Nomor salinan', value: written(copyNumber) },
      ...(context.form === 'signed' ? [{ label: 'Tanda terima', value: written(received) }] : []),
    ],
  };
};

/** What the paper draws from other acts of the file was not signed with the act, so a signed copy does not say it. */
const knownToCopy = (context: DocumentContext): DocumentContext =>
  context.form === 'signed' ? { ...context, period: '', assessor: null, related: {} } : context;

/** The part of the copied paper as the one act alone makes it. */
const bySignedAlone = ({ form }: DocumentContext, part: FormPart): FormPart =>
  form !== 'signed'
    ? part
    : {
        ...part,
        identity: [],
        // The author's, which stands last; that somebody else signed the original is in no act.
        signatures: part.signatures.slice(-1),
      };

const leftOutSection = (context: DocumentContext, { leftOut }: CopiedAct): readonly Section[] =>
  leftOut.length === 0
    ? []
    : [{ heading: 'Bagian yang tidak ikut disalin', blocks: leftOut.map((name) => field(context, name, leftOutMark)) }];

const proven =
  'Isi di atas diambil dari langkah bertanda tangan yang ada di dalam berkas ini, kata demi kata. Perintah bilik verify memeriksanya.';
const unproven =
  'Salinan ini tidak memuat bukti: langkah aslinya dari versi lama hanya dapat dibuktikan seutuhnya. Bandingkan dengan dokumen asli bila isinya menentukan.';

const enteredBlocks = (context: DocumentContext, { entered }: CopiedAct): readonly Block[] => {
  if (entered === null) return [];
  const { documentNumber, documentDate, remark } = entered.paper;
  return [
    field(context, 'Dimasukkan dari kertas oleh', entered.as === null ? null : roleTitles[entered.as]),
    field(context, 'Nomor kertas', documentNumber),
    field(context, 'Tanggal kertas', paperDate(documentDate)),
    field(context, 'Catatan tentang kertas', remark),
  ];
};

/** Of which act this is a copy, and what proves it. */
const originSection = (context: DocumentContext, original: CopiedAct): readonly Section[] => {
  if (context.form !== 'signed') return [];
  const { act, proof } = original;
  const blocks: readonly Block[] = [
    ...(proof === null ? [] : [field(context, 'Kode langkah asli (SHA-256)', proof, 2)]),
    field(context, 'Kode keamanan kunci penanda tangannya', original.keyFingerprint),
    recordedOn(context, act),
    field(context, 'Jabatan penulis', act.authorOffice),
    field(context, 'Instansi penulis', original.institution),
    ...enteredBlocks(context, original),
    { block: 'text', text: proof === null ? unproven : proven },
  ];
  return [{ heading: 'Langkah yang disalin', blocks }];
};

/** Names of what is attached to the act that was copied, and to the release. */
const attachedTo = (context: DocumentContext): readonly AttachmentLine[] =>
  context.form !== 'signed'
    ? []
    : attachmentLines([context.original?.act, context.act].flatMap((act) => act?.attachments ?? []));

/** Who says that the copy is as the original is. */
const certification = (context: DocumentContext, date: string | null): SignatureBlock => ({
  ...officialSignature(context, { date, role: 'personnelOfficer' }),
  placeAndDate: placeAndDate(context, date),
  lead: 'Salinan sesuai dengan aslinya',
});

/**
 * The paper of which a copy is released, under the mark SALINAN, with who released it, to whom, and the receipt.
 * Signed, it shows what lies in its file and nothing else of the case: the act that was copied, with a mark where a
 * part was left out, and the release.
 */
export const employeeCopy = (context: DocumentContext, formOf: (kind: string) => Form | null): FormPart => {
  const content = knownContent('copyReleased', context.act?.content);
  const { original } = context;
  const form = original === null ? null : formOf(original.kind);
  const copyNumber = content.copyNumber || context.copyNumber;
  const receiver = content.releasedTo ? { ...emptyPerson, name: content.releasedTo } : null;
  const employee = context.form === 'signed' ? receiver : (context.employee ?? receiver);
  const part =
    original === null || form === null
      ? copiedPaper(context)
      : bySignedAlone(context, form({ ...knownToCopy(context), employee, act: original.act }));
  const means = meansOnOriginal[original?.act.medium ?? 'tte'];
  const copied = part.signatures.map((block): SignatureBlock => ({ ...block, means }));
  return {
    ...part,
    sections: [...part.sections, ...(original === null ? [] : leftOutSection(context, original))],
    enclosed: original === null ? [] : originSection(context, original),
    copy: copyMark(context, copyNumber),
    envelope: null,
    attachments: attachedTo(context),
    signatures: [
      ...copied,
      inkSignature('Telah menerima salinan ini, Pegawai', employee),
      certification(context, paperDate(content.date)),
    ],
  };
};
