/**
 * Signs that nobody sees: of no width, blank, of control, or turning the direction of what stands around them. With
 * U+202E before its end, `gambargnp.exe` is read as `gambarexe.png`; with U+200B in it, a number is another one.
 * Spaces, tabs and line ends are none of them.
 */
const hidden = String.raw`\p{Default_Ignorable_Code_Point}\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufff9-\ufffb\u2800`;

/**
 * Hidden signs that make of others what they look like: joiners and forms of letters and pictures, and marks by which
 * a comma or bracket stands on the right side of Arabic. None of them turns what stands after it.
 */
const shaping = String.raw`\u034f\u061c\u180b-\u180d\u180f\u200c-\u200f\ufe00-\ufe0f\u{e0100}-\u{e01ef}`;

/** A picture of several signs: a flag by its tags, a key, people joined. Within it hidden signs are seen. */
const one = String.raw`\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]?`;
const picture = String.raw`\u{1f3f4}[\u{e0020}-\u{e007e}]{1,6}\u{e007f}|[#*0-9]\ufe0f\u20e3|${one}(?:\u200d${one})*`;

const anyHidden = new RegExp(`[${hidden}]`, 'u');
const hiddenOrPicture = new RegExp(`(${picture})|[${hidden}]`, 'gu');
const turningOrPicture = new RegExp(`(${picture}|[${shaping}])|[${hidden}]`, 'gu');

const without = (text: string, signs: RegExp): string =>
  anyHidden.test(text) ? text.replace(signs, (_sign, kept?: string) => kept ?? '') : text;

/** The text as it is read: without any hidden sign but those within one picture. For names, numbers, file names. */
export const withoutHiddenSigns = (text: string): string => without(text, hiddenOrPicture);

/** Running text without hidden signs, but for those that shape letters and pictures. */
export const withoutTurningSigns = (text: string): string => without(text, turningOrPicture);

/** What was typed into one line: without hidden signs, and without spaces around it. */
export const typedLine = (text: string): string => withoutHiddenSigns(text).trim();

/** What was typed as running text; empty where nothing of it is seen. */
export const typedText = (text: string): string =>
  withoutHiddenSigns(text).trim() === '' ? '' : withoutTurningSigns(text).trim();

/**
 * The name of a file as it is kept and shown, in one line. One of nothing but hidden signs is told by a mark, since a
 * file has a name.
 */
export const readableFileName = (name: string): string =>
  typedLine(name).replace(/[\t-\r\u0085\u2028\u2029]+/g, ' ') || '_';

/** Whatever JSON holds, with every text in it without signs that turn what stands after them. */
export const withoutTurningSignsIn = (value: unknown): unknown => {
  if (typeof value === 'string') return withoutTurningSigns(value);
  if (Array.isArray(value)) return value.map(withoutTurningSignsIn);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withoutTurningSignsIn(entry)]));
};
