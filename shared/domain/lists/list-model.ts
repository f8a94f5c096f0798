import type { DocumentContext } from '../documents/context.ts';
import { framePaper } from '../documents/frame.ts';
import type { DocumentModel, TableBlock } from '../documents/model.ts';
import { cellText, type ListTable } from './list-table.ts';

/** Columns that stand alone on paper, each with the places of those that stand in it. */
const onPaper = ({ columns }: ListTable): readonly (readonly number[])[] => {
  const groups: number[][] = [];
  for (const [at, { joined }] of columns.entries()) {
    const last = groups.at(-1);
    if (joined && last !== undefined) last.push(at);
    else groups.push([at]);
  }
  return groups;
};

const tableOf = (list: ListTable): TableBlock => {
  const groups = onPaper(list);
  const widths = groups.map(([first = 0]) => list.columns[first]?.width ?? 1);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return {
    block: 'table',
    label: '',
    columns: groups.map((group, at) => ({
      label: group.map((place) => list.columns[place]?.label ?? '').join(', '),
      width: Math.round((1000 * (widths[at] ?? 1)) / whole) / 10,
    })),
    rows: list.rows.map((row) =>
      groups.map((group) => {
        const said = group.flatMap((place) => {
          const cell = row[place];
          const text = cell === undefined ? '' : cellText(cell);
          return text === '' ? [] : [text];
        });
        return said.length === 0 ? '–' : said.join('\n');
      }),
    ),
  };
};

/** A list on paper: the letterhead, its title, what was chosen and for whom, and the table. Nobody signs it. */
export const listModel = (context: DocumentContext, list: ListTable): DocumentModel =>
  framePaper(list.kind, list.title, context, {
    layout: 'list',
    meta: list.facts,
    sections: [{ heading: '', blocks: [tableOf(list)] }],
    signatures: [],
  });
