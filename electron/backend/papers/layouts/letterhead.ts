import type { DocumentModel } from '@shared/domain/documents/model.ts';
import { escapeHtml } from '../html-text.ts';

const logoHtml = ({ letterhead: { logo } }: DocumentModel): string =>
  logo === null
    ? ''
    : `<img class="logo" alt="" src="data:${logo.mediaType};base64,${Buffer.from(logo.bytes).toString('base64')}">`;

const line = (name: string, text: string): string => `<p class="${name}">${escapeHtml(text)}</p>`;

/** The kop of the first sheet: logo at the left, institutions, the unit larger, address, and the double rule. */
export const letterheadHtml = (model: DocumentModel): string => {
  const { parents, institution, unit, address, contact } = model.letterhead;
  const above = unit === '' ? parents : [...parents, institution];
  const where = [address, contact].filter((part) => part !== '').join(' · ');
  const names = [
    ...above.map((text) => line('parent', text)),
    line('name', unit === '' ? institution : unit),
    ...(where === '' ? [] : [line('address', where)]),
  ];
  return `<header class="letterhead">${logoHtml(model)}<div class="names">${names.join('')}</div></header>`;
};

const labelHtml = ({ classification: { colour, label } }: DocumentModel): string =>
  `<span class="classification ${colour}">${escapeHtml(label)}</span>`;

/**
 * What stands above the kop: which copy of how many, the word on a copy, and where no margin carries it
 * (`withLabel`) the security label.
 */
export const markRowHtml = (model: DocumentModel, withLabel: boolean): string => {
  const { copyLine } = model.classification;
  const parts = [
    withLabel ? labelHtml(model) : '',
    copyLine === '' ? '' : `<span class="copy-line">${escapeHtml(copyLine)}</span>`,
    model.copy === null ? '' : `<span class="copy-word">${model.copy.word}</span>`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `<div class="mark-row">${parts.join('')}</div>`;
};
