import type { Field, FieldOf, Fields, OnPaper, Options, Values } from '../form/field.ts';
import type { PersonInput } from '../identity/person.ts';
import { comparisonsBlock, conductBlock, followUpItemBlock } from './case-blocks.ts';
import type { DocumentContext } from './context.ts';
import type { Block, Section, TableBlock } from './model.ts';
import { paperDate } from './paper-date.ts';
import { choices, field, identity, table } from './parts.ts';

const asText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const asValues = (value: unknown): Values => (typeof value === 'object' && value !== null ? (value as Values) : {});
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A length as paper writes it, "30 menit"; null while it is not known. */
const duration = (minutes: unknown): string | null => (typeof minutes === 'number' ? `${minutes} menit` : null);

/** Words of the options; of a code of earlier versions only where it is said. */
const optionNames = (options: Options, paper: OnPaper, said: unknown): Readonly<Record<string, string>> => {
  const names = paper.options ?? ('names' in options ? options.names : {});
  return Object.fromEntries(
    Object.entries(names).filter(([code]) => code === said || options.past?.includes(code) !== true),
  );
};

const amount = (value: unknown): string | null =>
  typeof value === 'number' ? String(value / 100).replace('.', ',') : null;

/** What one value says as text; null: nothing yet. */
const textOf = ({ kind }: Field, value: unknown): string | null | undefined => {
  switch (kind) {
    case 'date':
      return paperDate(asText(value));
    case 'time':
      return asText(value)?.replace(':', '.');
    case 'minutes':
      return duration(value);
    case 'year':
    case 'number':
      return typeof value === 'number' ? String(value) : null;
    case 'amount':
      return amount(value);
    case 'flag':
      return typeof value === 'boolean' ? (value ? 'ya' : 'tidak') : null;
    case 'tags':
      return asList(value).map(asText).join(', ');
    default:
      return asText(value);
  }
};

const columnsOf = (fields: Fields): readonly (readonly [string, Field, TableBlock['columns'][number]])[] =>
  Object.entries(fields).flatMap(([name, inner]) => {
    const { paper } = inner;
    return paper === undefined || paper === 'apart'
      ? []
      : [[name, inner, { label: paper.label ?? '', width: paper.width ?? 0 }] as const];
  });

const listBlock = (context: DocumentContext, list: FieldOf<'list'>, paper: OnPaper, value: unknown): Block => {
  const columns = columnsOf(list.fields);
  const rows = asList(value).map((entry) => columns.map(([name, inner]) => textOf(inner, asValues(entry)[name])));
  const labels = columns.map(([, , column]) => column);
  return table(context, paper.label ?? '', labels, rows, paper.lines ?? 1);
};

const personBlocks = (context: DocumentContext, value: unknown): readonly Block[] =>
  identity(context, '', value as PersonInput | null | undefined).rows.map((row) => ({
    block: 'field',
    lines: 1,
    ...row,
  }));

const blocksOf = (context: DocumentContext, inner: Field, paper: OnPaper, value: unknown): readonly Block[] => {
  const label = paper.label ?? '';
  switch (inner.kind) {
    case 'choice':
      return [choices(label, optionNames(inner.options, paper, value), [asText(value)])];
    case 'choices':
      return [choices(label, optionNames(inner.options, paper, null), asList(value).map(asText))];
    case 'list':
      return [listBlock(context, inner, paper, value)];
    case 'person':
      return personBlocks(context, value);
    case 'comparisons':
      return [comparisonsBlock(context, paper, value)];
    case 'conduct':
      return [conductBlock(context, paper, value)];
    case 'followUpItem':
      return [followUpItemBlock(context, paper, value)];
    default:
      return [field(context, label, textOf(inner, value), paper.lines)];
  }
};

/** The blocks of a field with the heading of the part that it begins; null: they stand in the part before. */
interface Placed {
  readonly part: string | null;
  readonly blocks: readonly Block[];
}

const placed = (context: DocumentContext, fields: Fields, content: Values): readonly Placed[] =>
  Object.entries(fields).flatMap(([name, inner]): readonly Placed[] => {
    const value = content[name];
    if (inner.kind === 'group') return placed(context, inner.fields, asValues(value));
    const { paper } = inner;
    if (paper === undefined || paper === 'apart') return [];
    if (paper.ifSaid && context.act !== null && !asText(value)) return [];
    return [{ part: paper.part ?? null, blocks: blocksOf(context, inner, paper, value) }];
  });

/**
 * The parts of a paper that a table of fields asks for, in its order: each field as the blocks of its kind, filled with
 * what the content knows. What the paper puts in places of its own is left to it.
 */
export const sectionsOf = (context: DocumentContext, fields: Fields, content: Values): Section[] => {
  const sections: { readonly heading: string; readonly blocks: Block[] }[] = [];
  for (const { part, blocks } of placed(context, fields, content)) {
    const last = sections.at(-1);
    if (part === null && last !== undefined) last.blocks.push(...blocks);
    else sections.push({ heading: part ?? '', blocks: [...blocks] });
  }
  return sections;
};

/** The same parts with a block before all others of the first. */
export const ledBy = (block: Block, [first, ...others]: readonly Section[]): Section[] =>
  first === undefined ? [] : [{ ...first, blocks: [block, ...first.blocks] }, ...others];

/** The same parts with a block after all others of the last; null adds none. */
export const closedBy = (block: Block | null, sections: readonly Section[]): Section[] => {
  const last = sections.at(-1);
  if (block === null || last === undefined) return [...sections];
  return [...sections.slice(0, -1), { ...last, blocks: [...last.blocks, block] }];
};
