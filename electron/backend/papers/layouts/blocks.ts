import type {
  Block,
  ChoicesBlock,
  ClausesBlock,
  FieldBlock,
  IdentityColumn,
  Section,
  TableBlock,
} from '@shared/domain/documents/model.ts';
import { escapeHtml, paragraphs } from '../html-text.ts';

/** Longer values stand under their label rather than beside it (characters). */
const besideLimit = 90;

/** Marks up to here number an item ("a.", "12."); longer ones are words, which a colon follows. */
const longestNumber = 3;

const ruledLines = (count: number): string => '<div class="rule"></div>'.repeat(count);

const standsBeside = ({ label, value, lines }: FieldBlock): boolean =>
  label !== '' && (value === null ? lines === 1 : value.length <= besideLimit && !value.includes('\n'));

const field = (part: FieldBlock): string => {
  const { label, value, lines } = part;
  const head = label === '' ? '' : `<p class="label">${escapeHtml(label)}</p>`;
  const body = value === null ? ruledLines(lines) : paragraphs(value);
  return `<div class="field${standsBeside(part) ? ' beside' : ''}${value === null ? ' empty' : ''}">${head}<div class="value">${body}</div></div>`;
};

const choices = ({ label, options }: ChoicesBlock): string => {
  const items = options.map(
    (option) =>
      `<li><span class="box" aria-label="${option.chosen ? 'dipilih' : 'tidak dipilih'}">${option.chosen ? '☒' : '☐'}</span> ${escapeHtml(option.label)}</li>`,
  );
  return `<div class="choices"><p class="label">${escapeHtml(label)}</p><ul>${items.join('')}</ul></div>`;
};

const cell = (value: string | null): string =>
  value === null ? '<td class="empty"></td>' : `<td>${paragraphs(value)}</td>`;

const table = ({ label, columns, rows }: TableBlock): string => {
  const caption = label === '' ? '' : `<caption>${escapeHtml(label)}</caption>`;
  const head = columns
    .map((column) => `<th scope="col" style="width:${column.width}%">${escapeHtml(column.label)}</th>`)
    .join('');
  const none = `<tr><td colspan="${columns.length}">–</td></tr>`;
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('');
  return `<table class="grid">${caption}<thead><tr>${head}</tr></thead><tbody>${body || none}</tbody></table>`;
};

const clauses = ({ label, items }: ClausesBlock): string => {
  const isMarked = items.some(({ mark }) => mark !== '');
  const isLong = items.some(({ mark }) => mark.length > longestNumber);
  const line = ({ mark, text }: ClausesBlock['items'][number], index: number): string => {
    const first = index === 0;
    const head =
      label === ''
        ? ''
        : `<th scope="row">${first ? escapeHtml(label) : ''}</th><td class="colon">${first && label.trim() !== '' ? ':' : ''}</td>`;
    const marked = isMarked ? `<td class="mark">${escapeHtml(mark)}</td>` : '';
    const colon = isLong ? '<td class="colon">:</td>' : '';
    return `<tr>${head}${marked}${colon}<td>${text === null ? ruledLines(1) : paragraphs(text)}</td></tr>`;
  };
  return `<table class="clauses${isLong ? ' long' : ''}"><tbody>${items.map(line).join('')}</tbody></table>`;
};

const block = (part: Block): string => {
  switch (part.block) {
    case 'field':
      return field(part);
    case 'choices':
      return choices(part);
    case 'table':
      return table(part);
    case 'text':
      return `<div class="text">${paragraphs(part.text)}</div>`;
    case 'clauses':
      return clauses(part);
    case 'headline':
      return `<p class="headline">${escapeHtml(part.text)}</p>`;
    case 'list':
      return `<ol class="items">${part.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ol>`;
  }
};

/** A section with its number; sections without heading (letters) have none, nor those whose number is null. */
export const sectionHtml = (section: Section, number: number | null, isContinued = false): string => {
  const counted = number === null ? '' : `${number}. `;
  const heading = section.heading === '' ? '' : `<h2>${counted}${escapeHtml(section.heading)}</h2>`;
  const short = section.blocks.every(
    (part) => part.block === 'choices' || (part.block === 'field' && standsBeside(part)),
  );
  const names = [section.heading === '' && !isContinued ? 'plain' : '', short ? 'short' : ''];
  return `<section class="${names.filter((name) => name !== '').join(' ')}">${heading}${section.blocks.map(block).join('')}</section>`;
};

/** The last row of a table that stands before it, without a head of its own. */
export const lastRowHtml = ({ columns, rows }: TableBlock, isContinued: boolean): string => {
  const row = rows.at(-1) ?? [];
  const cells = row.map(
    (value, index) =>
      `<td style="width:${columns[index]?.width ?? 0}%"${value === null ? ' class="empty"' : ''}>${value === null ? '' : paragraphs(value)}</td>`,
  );
  return `<section class="${isContinued ? '' : 'plain'}"><table class="grid last"><tbody><tr>${cells.join('')}</tr></tbody></table></section>`;
};

/** People side by side: one column each, one row for each fact. */
export const identityHtml = (columns: readonly IdentityColumn[]): string => {
  const [first] = columns;
  if (first === undefined) return '';
  const head = columns.map((column) => `<th scope="col">${escapeHtml(column.heading)}</th>`).join('');
  const rows = first.rows.map((row, index) => {
    const cells = columns.map((column) => cell(column.rows[index]?.value ?? null)).join('');
    return `<tr><th scope="row">${escapeHtml(row.label)}</th>${cells}</tr>`;
  });
  return `<table class="identity"><thead><tr><th scope="col">Identitas</th>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
};

/** Labels with values in two columns, as under a title; the value of the row `headline` is the title of the page. */
export const pairsHtml = (
  rows: readonly { label: string; value: string | null }[],
  className: string,
  headline: number | null = null,
): string => {
  if (rows.length === 0) return '';
  const line = (row: { label: string; value: string | null }, index: number) => {
    const value = row.value === null ? ruledLines(1) : escapeHtml(row.value);
    const shown = index === headline && row.value !== null ? `<h1 class="subject">${value}</h1>` : value;
    return `<tr><th scope="row">${escapeHtml(row.label)}</th><td class="colon">:</td><td>${shown}</td></tr>`;
  };
  return `<table class="${className}"><tbody>${rows.map(line).join('')}</tbody></table>`;
};

/** Lines one below the other. */
export const linesHtml = (texts: readonly string[]): string =>
  texts.map((text) => `<p>${escapeHtml(text)}</p>`).join('');
