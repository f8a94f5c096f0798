import type { PrintJob } from '@shared/contract/control.ts';
import type { DocumentModel } from '@shared/domain/documents/model.ts';
import { escapeHtml } from './html-text.ts';
import { linesHtml } from './layouts/blocks.ts';
import { codeLines, textHtml } from './layouts/closing.ts';
import { headHtml } from './layouts/heads.ts';
import { letterheadHtml, markRowHtml } from './layouts/letterhead.ts';
import { printStyle } from './layouts/style.ts';
import { listStyle } from './list-style.ts';

const envelopeHtml = ({ envelope: block }: DocumentModel): string => {
  if (block === null) return '';
  return `<div class="envelope"><div class="cut"><div class="from">${linesHtml(block.from)}</div><div class="to">${linesHtml(block.to)}</div></div><p class="hint">Potong menurut garis dan tempelkan pada amplop polos.</p></div>`;
};

/** `pdf`: label, codes and page numbers stand in the margins. `paper`: printed straight to a printer, without them. */
export type PrintTarget = 'pdf' | 'paper';

const bodyHtml = (model: DocumentModel, target: PrintTarget): string =>
  [
    markRowHtml(model, target === 'paper'),
    letterheadHtml(model),
    headHtml(model),
    textHtml(model, target === 'paper'),
    envelopeHtml(model),
  ].join('\n');

const marginFont = "font:8.5pt 'Liberation Sans',Arial,Helvetica,sans-serif;-webkit-print-color-adjust:exact";
const margin = 'width:100%;margin:0 20mm 0 30mm';
const codeFont = "font-family:'Liberation Mono','DejaVu Sans Mono',Consolas,monospace;font-size:6.2pt";

const footer = (model: DocumentModel): string => {
  const left = escapeHtml(model.number ? `${model.title} · ${model.number}` : model.title);
  const codes = codeLines(model).map((line) => `<div style="${codeFont}">${line}</div>`);
  return `<div style="${marginFont};color:#444;${margin}"><div style="display:flex;justify-content:space-between;gap:6mm"><span>${left}</span><span style="white-space:nowrap">Halaman <span class="pageNumber"></span> dari <span class="totalPages"></span></span></div>${codes.join('')}</div>`;
};

/**
 * A paper as something to print: self-contained HTML without scripts (headings, table headers and language for
 * the tagged PDF), the classification top left of every page, codes and "Halaman x dari y" below. Every text is
 * escaped.
 */
export const renderDocument = (model: DocumentModel, target: PrintTarget = 'pdf'): PrintJob => {
  const colour = model.classification.colour === 'red' ? '#b00020' : '#111';
  const label = escapeHtml(model.classification.label);
  return {
    title: model.title,
    html: `<!doctype html>
<html lang="id"><head><meta charset="utf-8"><title>${escapeHtml(model.title)}</title><style>${printStyle}${model.layout === 'list' ? listStyle : ''}</style></head>
<body class="${model.kind} ${model.layout} ${model.form}"><main>
${bodyHtml(model, target)}
</main></body></html>`,
    assets: [],
    ...(model.layout === 'list' && { landscape: true as const }),
    headerTemplate: `<div style="${marginFont};font-size:9.5pt;${margin}"><span style="font-weight:700;letter-spacing:.04em;color:${colour}">${label}</span></div>`,
    footerTemplate: footer(model),
  };
};
