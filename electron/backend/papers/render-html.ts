import type { PrintJob } from '@shared/contract/control.ts';
import { isRecordKind } from '@shared/domain/documents/guidance/titles.ts';
import type { AttachmentLine, DocumentModel, SignatureBlock, TableBlock } from '@shared/domain/documents/model.ts';
import { parseQrText } from '@shared/domain/documents/qr-text.ts';
import { identityHtml, pairsHtml, sectionHtml } from './html-blocks.ts';
import { escapeHtml } from './html-text.ts';
import { listStyle } from './list-style.ts';
import { printStyle } from './print-style.ts';
import { qrSvg } from './qr-svg.ts';

const lines = (texts: readonly string[]): string => texts.map((text) => `<p>${escapeHtml(text)}</p>`).join('');

const classificationSpan = ({ classification }: DocumentModel): string =>
  `<span class="classification ${classification.colour}">${escapeHtml(classification.label)}</span>`;

/** Label and copy number at the top of page 1. In a PDF the label stands in the margin of every page already. */
const markRow = (model: DocumentModel, target: PrintTarget): string => {
  const { copyNumber } = model.classification;
  const label = target === 'paper' ? classificationSpan(model) : '';
  const number = copyNumber === '' ? '' : `<span class="copy-number">Salinan nomor ${escapeHtml(copyNumber)}</span>`;
  return label === '' && number === '' ? '' : `<div class="mark-row">${label}${number}</div>`;
};

const letterhead = ({ letterhead: { institution, address, contact } }: DocumentModel): string => {
  const second = [address, contact].filter((part) => part !== '').join(' · ');
  const line = second === '' ? '' : `<p class="address">${escapeHtml(second)}</p>`;
  return `<header class="letterhead"><p class="name">${escapeHtml(institution)}</p>${line}</header>`;
};

const numberLine = ({ number }: DocumentModel): string => {
  if (number === undefined) return '';
  const value = number === null ? '<span class="rule"></span>' : escapeHtml(number);
  return `<p class="number">Nomor: ${value}</p>`;
};

const copyMark = ({ copy }: DocumentModel): string =>
  copy === null ? '' : `<div class="copy"><p class="word">${copy.word}</p>${pairsHtml(copy.rows, 'pairs')}</div>`;

const titleBlock = (model: DocumentModel): string =>
  `<div class="title-block"><h1>${escapeHtml(model.title)}</h1>${numberLine(model)}${pairsHtml(model.meta, 'pairs meta')}</div>`;

const addressee = (model: DocumentModel): string =>
  model.addressee.length === 0 ? '' : `<div class="addressee">${lines(model.addressee)}</div>`;

const signatureRoom = {
  ink: '<div class="room"></div>',
  electronic: '<div class="stated"><span>Ditandatangani secara elektronik</span></div>',
  copiedElectronic: '<div class="stated"><span>Dokumen asli ditandatangani secara elektronik</span></div>',
  copiedInk: '<div class="stated"><span>Dokumen asli ditandatangani di atas kertas</span></div>',
  copiedUnsigned: '<div class="stated"><span>Dokumen asli tanpa tanda tangan</span></div>',
} as const;

const signature = (block: SignatureBlock): string => {
  const place = block.placeAndDate === null ? '<div class="rule"></div>' : escapeHtml(block.placeAndDate);
  const titles = block.titles.map((title, index) => (index === block.titles.length - 1 ? `${title},` : title));
  const name = block.name === null ? '<div class="rule name"></div>' : `<p class="name">${escapeHtml(block.name)}</p>`;
  return `<div class="signature"><div class="place">${place}</div><div class="titles">${lines(
    titles.map((title) => title.replace(/,,$/, ',')),
  )}</div>${signatureRoom[block.means]}${name}<p>NIP ${escapeHtml(block.nip ?? '')}</p></div>`;
};

const numbered = (heading: string, items: readonly string[]): string =>
  `<div class="lists"><h2>${heading}</h2><ol>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ol></div>`;

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

/** Attachments as a section of the form; null is a list still to be written. */
const attachments = (model: DocumentModel): string => {
  if (model.attachments !== null && model.attachments.length === 0) return '';
  const heading = model.kind === 'behaviourReport' ? 'Lampiran wajib: bukti umpan balik berkelanjutan' : 'Lampiran';
  const number = model.sections.length + 1;
  if (model.attachments !== null) {
    return sectionHtml({ heading, blocks: [attachmentTable(model.attachments)] }, number);
  }
  return sectionHtml({ heading, blocks: [{ block: 'field', label: '', value: null, lines: 3 }] }, number);
};

const grouped = (hex: string): string => hex.replace(/(.{4})(?=.)/g, '$1 ');

/** What the printed hash is the hash of: an act, a record of guidance, or the evaluation of a plan. */
const subjectOf = (kind: DocumentModel['kind']): string => {
  if (kind === 'planEvaluation') return 'Evaluasi';
  return isRecordKind(kind) ? 'Rekaman' : 'Langkah';
};

const checkBlock = ({ kind, qr, notices }: DocumentModel): string => {
  if (qr === null && notices.length === 0) return '';
  const reference = qr === null ? null : parseQrText(qr.text);
  const code =
    reference === null
      ? ''
      : `<p class="code">${subjectOf(kind)} ${grouped(reference.actHash)}</p><p class="code">Kode keamanan ${reference.keyFingerprint}</p>`;
  const image = qr === null ? '' : qrSvg(qr.text, qr.caption);
  const caption = qr === null ? '' : `<p><strong>${escapeHtml(qr.caption)}</strong></p>`;
  return `<div class="check">${image}<div>${caption}${lines(notices)}${code}</div></div>`;
};

/** Signatures with the code that checks them: beside a single signature, below several. */
const closing = (model: DocumentModel): string => {
  const count = model.signatures.length;
  const names = `signatures${count > 1 ? ' several' : ''}${count > 2 ? ' many' : ''}`;
  const blocks = `<div class="${names}">${model.signatures.map(signature).join('')}</div>`;
  const check = checkBlock(model);
  return count > 1
    ? `<div class="closing">${blocks}</div>${check}`
    : `<div class="closing single">${check || '<div></div>'}${blocks}</div>`;
};

const envelope = ({ envelope: block }: DocumentModel): string => {
  if (block === null) return '';
  return `<div class="envelope"><div class="cut"><div class="from">${lines(block.from)}</div><div class="to">${lines(block.to)}</div><p class="personal">${escapeHtml(block.mark)}</p></div><p class="hint">Potong menurut garis dan tempelkan pada amplop polos.</p></div>`;
};

/** `pdf`: label and page numbers stand in the margins. `paper`: printed straight to a printer, without them. */
export type PrintTarget = 'pdf' | 'paper';

const bodyHtml = (model: DocumentModel, target: PrintTarget): string =>
  [
    markRow(model, target),
    letterhead(model),
    copyMark(model),
    titleBlock(model),
    addressee(model),
    identityHtml(model.identity),
    ...model.sections.map((section, index) => sectionHtml(section, index + 1)),
    attachments(model),
    closing(model),
    model.distribution.length === 0 ? '' : numbered('Daftar distribusi', model.distribution),
    envelope(model),
  ].join('\n');

const marginFont = "font:8.5pt 'Liberation Sans',Arial,Helvetica,sans-serif;-webkit-print-color-adjust:exact";
const margin = 'width:100%;margin:0 20mm 0 24mm;display:flex;justify-content:space-between';

/**
 * A paper as something to print: self-contained HTML without scripts (headings, table headers and language for
 * the tagged PDF), the classification top left of every page, "Halaman x dari y" below. Every text is escaped.
 */
export const renderDocument = (model: DocumentModel, target: PrintTarget = 'pdf'): PrintJob => {
  const colour = model.classification.colour === 'red' ? '#b00020' : '#111';
  const label = escapeHtml(model.classification.label);
  const left = escapeHtml(model.number ? `${model.title} · ${model.number}` : model.title);
  return {
    title: model.title,
    html: `<!doctype html>
<html lang="id"><head><meta charset="utf-8"><title>${escapeHtml(model.title)}</title><style>${printStyle}${model.layout === 'list' ? listStyle : ''}</style></head>
<body class="${model.kind}"><main>
${bodyHtml(model, target)}
</main></body></html>`,
    assets: [],
    ...(model.layout === 'list' && { landscape: true as const }),
    headerTemplate: `<div style="${marginFont};font-size:9.5pt;${margin}"><span style="font-weight:700;letter-spacing:.04em;color:${colour}">${label}</span></div>`,
    footerTemplate: `<div style="${marginFont};color:#444;${margin}"><span>${left}</span><span>Halaman <span class="pageNumber"></span> dari <span class="totalPages"></span></span></div>`,
  };
};
