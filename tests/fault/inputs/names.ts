import { plainName, sameName } from '../../../shared/domain/identity/name-words.ts';
import { nearNames } from '../../../shared/domain/identity/near-names.ts';
import type { Dice } from '../fuzz/dice.ts';

// Names as people write them: the same person's in any dress is one, another's is another.

const first = ['Sinta', 'Budi', 'Ratna', 'Damar', 'Laras', 'Bagas', 'Intan', 'Gading', 'Wulan', 'Teguh'] as const;
const last = [
  'Contohwati',
  'Misalnya',
  'Peragaan',
  'Teladani',
  'Umpamawan',
  'Simulasi',
  'Andaian',
  'Ibaratno',
] as const;
const degrees = ['S.Pd.', 'S.Pd', 'M.Si.', 'S. Kom.', 'M.H.', 'Ph.D.', 'A.Md.Kep.', 'S.E', 'M.Psi., Psikolog'] as const;
const before = ['Dr.', 'Drs.', 'Ir.', 'H.', 'Hj.', 'Prof. Dr.', 'dr.'] as const;
const hidden = ['\u200b', '\u2060', '\ufeff', '\u202e', '\u00ad'] as const;

/** One name in some dress. */
const dressed = (dice: Dice, name: string): string => {
  const worn = dice.pick([name, name.toUpperCase(), name.toLowerCase(), name.normalize('NFD')]);
  const spaced = worn.replaceAll(' ', dice.pick([' ', '  ', '\u00a0', ' \u200b']));
  const strewn = dice.percent(30) ? `${spaced.slice(0, 2)}${dice.pick(hidden)}${spaced.slice(2)}` : spaced;
  const titled = dice.percent(40) ? `${dice.pick(before)} ${strewn}` : strewn;
  const behind = Array.from({ length: dice.int(3) }, () => dice.pick(degrees));
  return `${' '.repeat(dice.int(2))}${[titled, ...behind].join(', ')}${dice.pick(['', ' ', ','])}`;
};

/** Tries names that were made; null: each is told as it was meant. */
export const tryNames = (dice: Dice): string | null => {
  const middle = dice.percent(40) ? ` ${dice.pick(['A.', 'B', 'Putri', 'Nur'])}` : '';
  const [one, family] = [dice.pick(first), dice.pick(last)];
  const name = `${one}${middle} ${family}`;
  const other = `${dice.pick(first.filter((known) => known !== one))}${middle} ${family}`;
  const [a, b, c] = [dressed(dice, name), dressed(dice, name), dressed(dice, other)];
  if (plainName(plainName(a)) !== plainName(a)) return `${JSON.stringify(a)} is folded otherwise once more`;
  if (!sameName(a, b) || !nearNames(a, b)) return `${JSON.stringify([a, b])} are two`;
  if (sameName(a, c) || sameName(c, a)) return `${JSON.stringify([a, c])} are one`;
  return nearNames(a, c) === nearNames(c, a) ? null : `${JSON.stringify([a, c])} are near in one order alone`;
};

const signs = [
  'a',
  'É',
  '.',
  ',',
  ' ',
  "'",
  '-',
  '(',
  'S.Pd',
  '7',
  '漢',
  '\u0301',
  '\u200d',
  '🙂',
  '/',
  ';',
  ...hidden,
];

/** Tries anything in the place of names; null: nothing is thrown, and what is nobody's is nobody. */
export const tryOddNames = (dice: Dice): string | null => {
  const odd = (): string => Array.from({ length: dice.int(14) }, () => dice.pick(signs)).join('');
  const [a, b] = [odd(), odd()];
  const isNobody = plainName(a) === '';
  if (sameName(a, a) === isNobody) return `${JSON.stringify(a)} is ${isNobody ? 'somebody' : 'not itself'}`;
  if (sameName(a, b) !== sameName(b, a)) return `${JSON.stringify([a, b])} are the same in one order alone`;
  return nearNames(a, b) === nearNames(b, a) ? null : `${JSON.stringify([a, b])} are near in one order alone`;
};
