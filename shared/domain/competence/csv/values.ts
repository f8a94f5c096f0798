import { apostrophes, foldLine } from '../../../kernel/fold-text.ts';
import { withOneDash } from './cells.ts';

const marked = new RegExp(`^[${apostrophes}]`, 'u');

/**
 * A number with at most two decimals, comma or point, in hundredths; undefined when it is none. Wide digits are digits,
 * and an apostrophe before it is a spreadsheet's.
 */
export const readHundredths = (text: string): number | undefined => {
  const typed = text.trim().replace(marked, '').normalize('NFKC').trim();
  const parts = /^(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(typed);
  if (parts === null) return undefined;
  const value = Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
  return value <= 1_000_000 ? value : undefined;
};

/** Hundredths as files write them, with a comma: 250 → `2,5`. */
export const writeHundredths = (value: number): string => {
  const rest = value % 100;
  const whole = String((value - rest) / 100);
  return rest === 0 ? whole : `${whole},${String(rest).padStart(2, '0').replace(/0$/, '')}`;
};

/** A text as codes are compared. */
const plain = (text: string): string => foldLine(withOneDash(text));

const byText = new WeakMap<object, ReadonlyMap<string, string>>();

/** The code whose title (or code) a text is, by the one folding of lines; undefined when it is none. */
export const readCode = <Code extends string>(
  titles: Readonly<Record<Code, string>>,
  text: string,
): Code | undefined => {
  let codes = byText.get(titles) as ReadonlyMap<string, Code> | undefined;
  if (codes === undefined) {
    const all = Object.keys(titles) as Code[];
    codes = new Map(all.flatMap((code) => [code, titles[code]].map((name): [string, Code] => [plain(name), code])));
    byText.set(titles, codes);
  }
  return codes.get(plain(text));
};

/** Yes and no as files write them. */
export const yesNo = { yes: 'ya', no: 'tidak' } as const;
