import type { DocumentModel, PaperLayout } from '@shared/domain/documents/model.ts';
import { escapeHtml } from '../html-text.ts';
import { identityHtml, linesHtml, pairsHtml } from './blocks.ts';

const rule = '<span class="rule"></span>';

const numberHtml = (model: DocumentModel, word: string): string =>
  model.number === undefined
    ? ''
    : `<p class="number">${word} ${model.number === null ? rule : escapeHtml(model.number)}</p>`;

const addresseeHtml = ({ addressee }: DocumentModel): string =>
  addressee.length === 0 ? '' : `<div class="addressee">${linesHtml(addressee)}</div>`;

const titleHtml = ({ title }: DocumentModel): string => `<h1>${escapeHtml(title)}</h1>`;

/** Title, number, subject lines, to whom, and the people concerned. */
const form = (model: DocumentModel): string =>
  [
    `<div class="title-block">${titleHtml(model)}${numberHtml(model, 'Nomor:')}${pairsHtml(model.meta, 'pairs meta')}</div>`,
    addresseeHtml(model),
    identityHtml(model.identity),
  ].join('\n');

/** Nomor, Sifat, Lampiran, Hal at the left, place and date at the right; then to whom. */
const letter = (model: DocumentModel): string => {
  const { number, meta, dateLine } = model;
  const rows = [...(number === undefined ? [] : [{ label: 'Nomor', value: number }]), ...meta];
  const date = dateLine === undefined ? '' : `<p class="date">${dateLine === null ? rule : escapeHtml(dateLine)}</p>`;
  return [
    `<div class="letter-head">${pairsHtml(rows, 'pairs', rows.length - 1)}${date}</div>`,
    addresseeHtml(model),
    identityHtml(model.identity),
  ].join('\n');
};

const assignment = (model: DocumentModel): string =>
  `<div class="title-block">${titleHtml(model)}${numberHtml(model, 'Nomor:')}${pairsHtml(model.meta, 'pairs meta')}</div>${identityHtml(model.identity)}`;

/** KEPUTUSAN of whom, NOMOR, TENTANG what. */
const decision = (model: DocumentModel): string =>
  `<div class="title-block">${titleHtml(model)}${numberHtml(model, 'NOMOR')}<p class="about-word">TENTANG</p><p class="about">${escapeHtml(model.about)}</p></div>${identityHtml(model.identity)}`;

/** NOTA DINAS and its number, then Yth., Dari, Hal, Lampiran, Tanggal above a rule. */
const memo = (model: DocumentModel): string =>
  `<div class="title-block">${titleHtml(model)}${numberHtml(model, 'NOMOR')}</div><div class="memo-head">${pairsHtml(model.meta, 'pairs')}</div>${identityHtml(model.identity)}`;

const heads: Readonly<Record<PaperLayout, (model: DocumentModel) => string>> = {
  form,
  letter,
  assignment,
  decision,
  memo,
  list: form,
  minutes: form,
};

/** What stands between the kop and the text, in the order of the kind of naskah dinas. */
export const headHtml = (model: DocumentModel): string => heads[model.layout](model);
