import { isRecordKind } from '@shared/domain/documents/guidance/titles.ts';
import type {
  AttachmentLine,
  DocumentModel,
  Section,
  SignatureBlock,
  TableBlock,
} from '@shared/domain/documents/model.ts';
import { parseQrText } from '@shared/domain/documents/qr-text.ts';
import { escapeHtml } from '../html-text.ts';
import { qrSvg } from '../qr-svg.ts';
import { lastRowHtml, linesHtml, pairsHtml, sectionHtml } from './blocks.ts';
import { type Tailed, tailed } from './tail.ts';

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

/** The attachments as a part of their own; null where there are none. */
const attachmentsSection = ({ attachments, kind }: DocumentModel): Section | null =>
  attachments !== null && attachments.length === 0
    ? null
    : {
        heading: kind === 'behaviourReport' ? 'Lampiran wajib: bukti umpan balik berkelanjutan' : 'Lampiran',
        blocks:
          attachments === null
            ? [{ block: 'field', label: '', value: null, lines: 3 }]
            : [attachmentTable(attachments)],
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

const wholeHtml = (name: string, html: string): string =>
  html === '' ? '' : `<div class="${name}"><div class="whole">${html}</div></div>`;

/** Where it is signed, with the end of the text; of a copy first as the original is, then who has and certifies it. */
const signedHtml = (model: DocumentModel, end: string): string => {
  const { signatures, copy } = model;
  const closed = (blocks: readonly SignatureBlock[]): string =>
    blocks.length === 0 ? '' : `<div class="signing">${signaturesHtml(blocks, model)}</div>`;
  if (copy === null) return wholeHtml('closing', `${end}${closed(signatures)}`);
  const rows = copy.rows.length === 0 ? '' : pairsHtml(copy.rows, 'pairs');
  return [
    wholeHtml('closing', `${end}${closed(signatures.slice(0, -copyBlocks))}`),
    wholeHtml('copy', `<h2>Penyerahan salinan</h2>${rows}${closed(signatures.slice(-copyBlocks))}`),
  ].join('\n');
};

const endHtml = ({ tail, isContinued, isRow }: Tailed, number: number): string => {
  if (tail === null) return '';
  const [block] = tail.blocks;
  return isRow && block?.block === 'table' ? lastRowHtml(block, isContinued) : sectionHtml(tail, number, isContinued);
};

const enclosedHtml = ({ enclosed }: DocumentModel): string =>
  enclosed.length === 0
    ? ''
    : `<div class="enclosed">${enclosed.map((section) => sectionHtml(section, null)).join('')}</div>`;

/**
 * The parts of a paper, each with its number, and what stands below: attachments of a form, signatures with the end of
 * the text, tembusan, attachments of other papers, and in small print what else lies in the file with the code that
 * checks it, never beside a signature. `withCode`: no margin carries hash and key, so they stand here.
 */
export const textHtml = (model: DocumentModel, withCode: boolean): string => {
  const attached = attachmentsSection(model);
  const inside = listsInside(model) && attached !== null ? [...model.sections, attached] : model.sections;
  // A paper that nobody signs ends where it ends.
  const parts =
    model.signatures.length === 0 ? { sections: inside, tail: null, isContinued: false, isRow: false } : tailed(inside);
  const headed = (upTo: number): number => inside.slice(0, upTo).filter(({ heading }) => heading !== '').length;
  return [
    ...parts.sections.map((section, index) => sectionHtml(section, headed(index + 1))),
    signedHtml(model, endHtml(parts, headed(inside.length))),
    distributionHtml(model),
    listsInside(model) || attached === null ? '' : sectionHtml(attached, null),
    enclosedHtml(model),
    checkHtml(model, withCode),
  ].join('\n');
};
