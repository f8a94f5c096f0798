import type { Block, ChoicesBlock, DocumentModel, IdentityColumn, Section, TableBlock } from './model.ts';

/** What stands in a used column or row of a signed paper where this one says nothing. */
export const unsaid = 'tidak disebut';

const isSaid = (value: string | null | undefined): value is string =>
  value !== null && value !== undefined && value.trim() !== '';

/** The boxes that are ticked, as words: a signed paper shows no empty box. */
const chosenOf = ({ label, options }: ChoicesBlock): readonly Block[] => {
  const chosen = options.filter((option) => option.chosen).map((option) => option.label);
  return chosen.length === 0 ? [] : [{ block: 'field', label, value: chosen.join('; '), lines: 1 }];
};

const wholeWidth = 100;

const settledTable = (table: TableBlock): readonly Block[] => {
  const used = table.columns.map((_, index) => table.rows.some((row) => isSaid(row[index])));
  const rows = table.rows.map((row) =>
    row.filter((_, index) => used[index]).map((cell) => (isSaid(cell) ? cell : unsaid)),
  );
  const columns = table.columns.filter((_, index) => used[index]);
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  return rows.length === 0 || columns.length === 0
    ? []
    : [
        {
          ...table,
          columns: columns.map((column) => ({ ...column, width: Math.round((column.width / width) * wholeWidth) })),
          rows,
        },
      ];
};

const settledBlock = (block: Block): readonly Block[] => {
  switch (block.block) {
    case 'field':
      return isSaid(block.value) ? [block] : [];
    case 'choices':
      return chosenOf(block);
    case 'table':
      return settledTable(block);
    case 'list':
      return block.items.length === 0 ? [] : [block];
    case 'clauses': {
      const items = block.items.filter(({ text }) => isSaid(text));
      return items.length === 0 ? [] : [{ ...block, items }];
    }
    default:
      return [block];
  }
};

const settledSections = (sections: readonly Section[]): Section[] =>
  sections
    .map((section) => ({ ...section, blocks: section.blocks.flatMap(settledBlock) }))
    .filter(({ blocks }) => blocks.length > 0);

const settledIdentity = (columns: readonly IdentityColumn[]): IdentityColumn[] => {
  const named = columns.filter(({ rows }) => rows.some(({ value }) => isSaid(value)));
  const isUsed = (index: number): boolean => named.some(({ rows }) => isSaid(rows[index]?.value));
  return named.map((column) => ({
    ...column,
    rows: column.rows
      .filter((_, index) => isUsed(index))
      .map((row) => ({ ...row, value: isSaid(row.value) ? row.value : unsaid })),
  }));
};

/**
 * A paper without what is not used: on a signed one no part, row, box or line stands empty. A form to be filled in
 * stays as it is.
 */
export const settled = (model: DocumentModel): DocumentModel =>
  model.form !== 'signed'
    ? model
    : {
        ...model,
        number: model.number ?? undefined,
        dateLine: model.dateLine ?? undefined,
        meta: model.meta.filter(({ value }) => isSaid(value)),
        identity: settledIdentity(model.identity),
        sections: settledSections(model.sections),
        enclosed: settledSections(model.enclosed),
        copy: model.copy && { ...model.copy, rows: model.copy.rows.filter(({ value }) => isSaid(value)) },
        signatures: model.signatures.map((block) => ({ ...block, placeAndDate: block.placeAndDate ?? '' })),
      };
