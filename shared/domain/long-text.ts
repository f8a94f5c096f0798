/** Most characters of one note or draft, counted as people see them; line breaks are not counted. */
export const maxVisible = 5_000_000;
/** From here on the room that is left is told. */
export const nearlyFull = 4_500_000;
/** UTF-16 units of text that one message carries; longer text is moved in pieces before. */
export const maxTextPiece = 1_000_000;
/**
 * UTF-16 units of a whole text as it is stored. The editor writes a line of one letter in 61; more than 64 for each
 * character that may be seen is no text.
 */
export const maxStoredText = 64 * maxVisible;

const signs = new Intl.Segmenter('id', { granularity: 'grapheme' });
/** Units that may join others into one sign, with the one before them. Every other unit is a sign of its own. */
const mayJoin = /.?[\u0300-\uffff]+/gs;
/** Units that are looked at together: the segmenter takes time by the square of a text. */
const step = 100;

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;

/** Where a piece of at most `most` units that begins at `from` ends: no character is cut in two. */
export const pieceEnd = (text: string, from: number, most: number): number => {
  const end = Math.min(from + most, text.length);
  return end < text.length && isHigh(text.charCodeAt(end - 1)) ? end - 1 : end;
};

/** So many pieces are remembered while one text is counted. */
const maxPieces = 1000;

interface Piece {
  readonly signs: number;
  readonly last: string;
}

const pieceOf = (text: string): Piece => {
  let count = 0;
  let last = '';
  for (const { segment } of signs.segment(text)) {
    count += 1;
    last = segment;
  }
  return { signs: count, last };
};

/** Signs of a run. The last one of a piece may go on in the next. `known`: pieces that were counted before. */
const signsIn = (run: string, known: Map<string, Piece>): number => {
  let count = 0;
  let last = '';
  for (let from = 0; from < run.length; ) {
    const end = pieceEnd(run, from, step);
    const carried = last.length > 0 && last.length < step ? last : '';
    if (carried !== '') count -= 1;
    const text = carried + run.slice(from, end);
    const piece = known.get(text) ?? pieceOf(text);
    if (known.size < maxPieces) known.set(text, piece);
    count += piece.signs;
    last = piece.last;
    from = end;
  }
  return count;
};

/** Characters as people see them: an emoji of several signs is one. Line breaks are not counted. */
export const visibleLength = (text: string): number => {
  const lines = text.replace(/[\r\n]+/g, '');
  let length = lines.length;
  // The same emoji comes again and again.
  const counted = new Map<string, number>();
  const pieces = new Map<string, Piece>();
  for (const [run] of lines.matchAll(mayJoin)) {
    const count = counted.get(run) ?? signsIn(run, pieces);
    if (run.length <= step) counted.set(run, count);
    length += count - run.length;
  }
  return length;
};

/** True when a text has more characters than one note or draft may hold. Counts only where it could be. */
export const isTooLong = (text: string): boolean => text.length > maxVisible && visibleLength(text) > maxVisible;

interface Node {
  readonly type?: string;
  readonly text?: string;
  readonly content?: readonly Node[];
}

const read = (content: string): unknown => {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
};

const blocks = (node: Node | null): string[] => {
  const content: readonly (Node | null)[] = Array.isArray(node?.content) ? node.content : [];
  const isLine = content.some((part) => part?.type === 'text' || part?.type === 'hardBreak');
  if (!isLine) return content.flatMap(blocks);
  return [content.map((part) => (part?.type === 'hardBreak' ? '\n' : (part?.text ?? ''))).join('')];
};

/**
 * The words of a note without its form, for the search; `content` is ProseMirror JSON, anything else is text already.
 */
export const plainText = (content: string): string => {
  const document = read(content);
  return document === null || typeof document !== 'object' ? content : blocks(document as Node).join('\n\n');
};

/** All texts in a value, a line each. */
export const wordsIn = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null ? Object.values(value).map(wordsIn).join('\n') : '';
};

/** All that was typed into a form, of its draft as JSON. */
export const typedText = (content: string): string => wordsIn(read(content) ?? content);
