import type { Block, Section, TableBlock } from '@shared/domain/documents/model.ts';

/** A text up to here goes with the signature whole; of a longer one its end does (characters). */
const wholeText = 400;
const endOfText = 120;

/** A block in two: what may stand on the page before, and what goes with the signature. */
interface Split {
  readonly before: Block | null;
  readonly tail: Block;
}

/** Where the last sentences of a long text begin; without sentences, its last words. */
const endAt = (text: string): number => {
  const latest = text.length - endOfText;
  const sentence = [...text.slice(0, latest).matchAll(/[.;!?]\s+/g)].at(-1);
  const start = sentence === undefined ? 0 : sentence.index + sentence[0].length;
  return start > text.length - wholeText && start > 0 ? start : text.lastIndexOf(' ', latest) + 1;
};

/** Head and end of a text: its last line where that is short, else its last sentences. */
const splitText = (text: string): readonly [string, string] => {
  if (text.length <= wholeText && !text.includes('\n')) return ['', text];
  const line = text.trimEnd().lastIndexOf('\n') + 1;
  const at = text.length - line <= wholeText ? line : line + endAt(text.slice(line));
  return [text.slice(0, at).trimEnd(), text.slice(at)];
};

const splitTable = (table: TableBlock): Split => ({
  before: table.rows.length > 1 ? { ...table, rows: table.rows.slice(0, -1) } : null,
  tail: table.rows.length > 1 ? { ...table, label: '', rows: table.rows.slice(-1) } : table,
});

const splitBlock = (block: Block): Split => {
  switch (block.block) {
    case 'text': {
      const [head, end] = splitText(block.text);
      return { before: head === '' ? null : { ...block, text: head }, tail: { ...block, text: end } };
    }
    case 'field': {
      const [head, end] = splitText(block.value ?? '');
      return head === ''
        ? { before: null, tail: block }
        : { before: { ...block, value: head }, tail: { block: 'text', text: end } };
    }
    case 'table':
      return splitTable(block);
    case 'clauses':
      return block.items.length < 2
        ? { before: null, tail: block }
        : {
            before: { ...block, items: block.items.slice(0, -1) },
            tail: { ...block, label: block.label === '' ? '' : ' ', items: block.items.slice(-1) },
          };
    default:
      return { before: null, tail: block };
  }
};

/** The parts of a paper without the end that goes with its signature, and that end. */
export interface Tailed {
  readonly sections: readonly Section[];
  /** Null on a paper without a text. */
  readonly tail: Section | null;
  /** The end continues a part that began before it: its heading stands there. */
  readonly isContinued: boolean;
  /** The end is the last row of a table that stands before it. */
  readonly isRow: boolean;
}

/**
 * Takes the end of a paper from its parts, so that no signature stands alone on a page: the last item, row or field,
 * or the last lines of a text.
 */
export const tailed = (sections: readonly Section[]): Tailed => {
  const last = sections.at(-1);
  const block = last?.blocks.at(-1);
  if (last === undefined || block === undefined) return { sections, tail: null, isContinued: false, isRow: false };
  const { before, tail } = splitBlock(block);
  const blocks = [...last.blocks.slice(0, -1), ...(before === null ? [] : [before])];
  const others = sections.slice(0, -1);
  const isContinued = blocks.length > 0;
  return {
    sections: isContinued ? [...others, { ...last, blocks }] : others,
    tail: { heading: isContinued ? '' : last.heading, blocks: [tail] },
    isContinued: isContinued && last.heading !== '',
    isRow: before?.block === 'table',
  };
};
