import { isRecordKind } from '@shared/domain/documents/guidance/titles.ts';
import type { AttachmentLine, DocumentModel, SignatureBlock, TableBlock } from '@shared/domain/documents/model.ts';
import { parseQrText } from '@shared/domain/documents/qr-text.ts';
import { escapeHtml } from '../html-text.ts';
import { qrSvg } from '../qr-svg.ts';
import { linesHtml, pairsHtml, sectionHtml } from './blocks.ts';

const signatureRoom = {
  ink: '<div class="room"></div>',
  electronic: '<div class="stated"><span>Ditandatangani secara elektronik</span></div>',
  copiedElectronic: '<div class="stated"><span>Dokumen asli ditandatangani secara elektronik</span></div>',
  copiedInk: '<div class="stated"><span>Dokumen asli ditandatangani di atas kertas</span></div>',
  copiedUnsigned: '<div class="stated"><span>Dokumen asli tanpa tanda tangan</span></div>',
} as const;

const placeHtml = (place: string | null): string =>
  place === null ? '<div class="rule"></div>' : linesHtml(place.split('\n').filter((line) => line !== ''));

/** Below a name: pangkat and NIP, where they are known; on a form a place to write the NIP. */
const belowName = ({ rank, nip }: SignatureBlock, isSigned: boolean): string => {
  const number = nip ?? (isSigned ? null : '........................................');
  return linesHtml([...(rank === null ? [] : [rank]), ...(number === null ? [] : [`NIP ${number}`])]);
};

const signatureHtml = (block: SignatureBlock, isSigned: boolean): string => {
  const lead = block.lead === undefined ? '' : `<p class="lead">${escapeHtml(block.lead)}</p>`;
  const titles = block.titles.map((title, index) =>
    index === block.titles.length - 1 ? `${title.replace(/,$/, '')},` : title,
  );
  const name = block.name === null ? '<div class="rule name"></div>' : `<p class="name">${escapeHtml(block.name)}</p>`;
  return `<div class="signature">${lead}<div class="place">${placeHtml(block.placeAndDate)}</div><div class="titles">${linesHtml(titles)}</div>${signatureRoom[block.means]}${name}${belowName(block, isSigned)}</div>`;
};

const signaturesHtml = (signatures: readonly SignatureBlock[], { form }: DocumentModel): string => {
  const count = signatures.length;
  const names = `signatures${count > 1 ? ' several' : ''}${count > 2 ? ' many' : ''}`;
  return `<div class="${names}">${signatures.map((block) => signatureHtml(block, form === 'signed')).join('')}</div>`;
};

/** Attachments: number, name, kind, pages or size. */
const attachmentTable = (lines: readonly AttachmentLine[]): TableBlock => ({
  block: 'table',
  label: '',
  columns: [
    { label: 'No', width: 8 },
    { label: 'Nama', width: 60 },
    { label: 'Jenis', width: 16 },
    { label: 'Ukuran', width: 16 },
  ],
  rows: lines.map(({ name, kind, extent }, index) => [String(index + 1), name, kind, extent]),
});

const attachmentsHtml = ({ attachments, kind }: DocumentModel, number: number | null): string => {
  if (attachments !== null && attachments.length === 0) return '';
  const heading = kind === 'behaviourReport' ? 'Lampiran wajib: bukti umpan balik berkelanjutan' : 'Lampiran';
  return sectionHtml(
    {
      heading,
      blocks:
        attachments === null ? [{ block: 'field', label: '', value: null, lines: 3 }] : [attachmentTable(attachments)],
    },
    number,
  );
};

/** A form lists its attachments among its parts; other papers below the signature. */
const listsInside = ({ layout }: DocumentModel): boolean =>
  layout === 'form' || layout === 'list' || layout === 'minutes';

const distributionHtml = (model: DocumentModel): string => {
  if (model.distribution.length === 0) return '';
  const heading = listsInside(model) ? 'Daftar distribusi' : 'Tembusan:';
  return `<div class="lists"><h2>${heading}</h2><ol>${model.distribution.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ol></div>`;
};

const grouped = (hex: string): string => hex.replace(/(.{4})(?=.)/g, '$1 ');

/** What the printed hash is the hash of: an act, a record of guidance, or the evaluation of a plan. */
const subjectOf = (kind: DocumentModel['kind']): string => {
  if (kind === 'planEvaluation') return 'Evaluasi';
  return isRecordKind(kind) ? 'Rekaman' : 'Langkah';
};

/** Hash and key in the words of the foot of a page; nothing on a paper that no act stands behind. */
export const codeLines = ({ kind, qr }: DocumentModel): readonly string[] => {
  const reference = qr === null ? null : parseQrText(qr.text);
  return reference === null
    ? []
    : [`${subjectOf(kind)} ${grouped(reference.actHash)}`, `Kode keamanan ${reference.keyFingerprint}`];
};

const checkHtml = (model: DocumentModel, withCode: boolean): string => {
  const { qr, notices } = model;
  if (qr === null && notices.length === 0) return '';
  const code = withCode ? codeLines(model).map((line) => `<p class="code">${line}</p>`) : [];
  const image = qr === null ? '' : qrSvg(qr.text, qr.caption);
  const caption = qr === null ? '' : `<p><strong>${escapeHtml(qr.caption)}</strong></p>`;
  return `<div class="check">${image}<div>${caption}${linesHtml(notices)}${code.join('')}</div></div>`;
};

/** Blocks of a copy that follow those of its original: the receipt, and who certifies it. */
const copyBlocks = 2;

/** Where it is signed; of a copy first as the original is, then by whom it was received and certified. */
const signedHtml = (model: DocumentModel): string => {
  const { signatures, copy } = model;
  const closed = (blocks: readonly SignatureBlock[]): string =>
    blocks.length === 0 ? '' : `<div class="closing">${signaturesHtml(blocks, model)}</div>`;
  if (copy === null) return closed(signatures);
  const rows = copy.rows.length === 0 ? '' : pairsHtml(copy.rows, 'pairs');
  return [
    closed(signatures.slice(0, -copyBlocks)),
    `<div class="copy"><h2>Penyerahan salinan</h2>${rows}${closed(signatures.slice(-copyBlocks))}</div>`,
  ].join('\n');
};

const enclosedHtml = ({ enclosed }: DocumentModel): string =>
  enclosed.length === 0
    ? ''
    : `<div class="enclosed">${enclosed.map((section) => sectionHtml(section, null)).join('')}</div>`;

/**
 * What stands below the text: attachments of a form, signatures, tembusan, attachments of other papers, and in small
 * print what else lies in the file with the code that checks it, never beside a signature. `withCode`: no margin
 * carries hash and key, so they stand here.
 */
export const closingHtml = (model: DocumentModel, number: number, withCode: boolean): string =>
  [
    listsInside(model) ? attachmentsHtml(model, number) : '',
    signedHtml(model),
    distributionHtml(model),
    listsInside(model) ? '' : attachmentsHtml(model, null),
    enclosedHtml(model),
    checkHtml(model, withCode),
  ].join('\n');
