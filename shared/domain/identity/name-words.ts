import { foldText } from '../../kernel/fold-text.ts';

/** What stands before or behind the name of who is dead. */
const late = 'alm almh almarhum almarhumah'.split(' ');

/** Words before a name that are no part of it: degrees, offices, and Haji. */
const before = new Set([
  ...'dr drg drh dra drs ir prof h hj kh apt ns br sr bp bpk bapak ibu sdr sdri tn nn yth pdt ust'.split(' '),
  ...late,
]);

/** Degrees behind a name, as they stand without dots too. */
const behind = new Set(
  (
    'ak amd amdkep amk amkeb apt ba bba bdn bsc ca cpa dea dipl drs ipm ipu ir lc ma mag map mars mba md mec meng mfarm mh mhum ' +
    'mip mkes mkep mkm mkn mkom mm mmpd mp mpa mpd mpdi mph mpp mpsi mpt msc msi msos msp mst mt mth ners phd psi ' +
    'psikolog sab sag sap se sei sesy sfarm sgz sh shi shum shut si sik sip sked skep skg skh skm skom skpm smb sn ' +
    'sos sp spd spdi spi spsi spt sptk ssi ssn ssos sst sstp st sth sthan sthi stp str strkeb strkep strip strkom ' +
    'strak strsos strt sikom llm'
  ).split(' '),
);

/** A degree by its dots: `S.Kom.`, `M.Si`, `A.Md.Kep.`, `Sp.PD-KGEH`, `Sp.A(K)`. */
const isDotted = (word: string): boolean =>
  /^\p{L}{1,3}\.\p{L}{1,5}\.?(\p{L}{1,5}\.?)*([-(]\p{L}{1,5}\)?)*$/u.test(word);

const isDegree = (word: string): boolean => isDotted(word) || behind.has(word.replaceAll('.', ''));

/** How many words at the end of a name are one degree; `S. Kom.` and `Ph. D.` are two, initials are none. */
const degreeAtEnd = (words: readonly string[]): number => {
  const [first = '', last = ''] = words.slice(-2);
  if (words.length > 1 && isDegree(last)) return 1;
  const isApart = /^\p{L}{1,2}\.$/u.test(first) && (/^\p{L}{2}/u.test(last) || last.startsWith('d'));
  return words.length > 2 && isApart && behind.has(`${first}${last}`.replaceAll('.', '')) ? 2 : 0;
};

/** True for a word behind a comma that is no name: a degree, known or not (`Ak.`, `QIA`, `S.Tr.IP`, `S Pd`). */
const isBehindComma = (word: string, isInCapitals: boolean): boolean => {
  const plain = foldText(word);
  const letters = plain.replace(/[^\p{L}]/gu, '');
  return (
    letters.length < 3 || plain.includes('.') || isDegree(plain) || (!isInCapitals && /\p{Lu}.*\p{Lu}/u.test(word))
  );
};

/** A name without the parts behind commas that are nothing but degrees; any other part may be a name. */
const beforeDegrees = (name: string): string => {
  const [first = '', ...parts] = name.split(/[,;]/);
  const isInCapitals = !/\p{Ll}/u.test(first);
  const named = parts.filter((part) => {
    const words = part.replace(/\([^)]*\)?/g, ' ').split(/\s+/);
    return !words.every((word) => isBehindComma(word, isInCapitals));
  });
  return [first, ...named].join(' ');
};

/**
 * The words of a name without degrees, case and punctuation. Initials are words of it, also without a space behind
 * them (`A.Rahmat`); whatever stands alone is the name, whatever it looks like.
 */
export const wordsOf = (name: string): string[] => {
  const written = foldText(beforeDegrees(name))
    .split(/[\s/]+/)
    .filter((word) => word !== '');
  for (let degree = degreeAtEnd(written); degree > 0; degree = degreeAtEnd(written)) written.splice(-degree);
  const words = written
    .flatMap((word) => word.split('.'))
    .map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((word) => word !== '');
  while (words.length > 1 && before.has(words[0] ?? '')) words.shift();
  while (words.length > 1 && late.includes(words.at(-1) ?? '')) words.pop();
  return words;
};

/** A name without degrees, case and punctuation; empty when nothing is left of it, which is nobody's name. */
export const plainName = (name: string): string => wordsOf(name).join(' ');

/** True when two names are one but for degrees, case and punctuation; a name of nothing is nobody's. */
export const sameName = (a: string, b: string): boolean => {
  const name = plainName(a);
  return name !== '' && name === plainName(b);
};

/** A name as it is written, without degrees and titles before and behind it; the whole name where nothing is left. */
export const withoutDegrees = (name: string): string => {
  const words = beforeDegrees(name)
    .split(/\s+/)
    .filter((word) => word !== '');
  const folded = (): string[] => words.map(foldText);
  for (let degree = degreeAtEnd(folded()); degree > 0; degree = degreeAtEnd(folded())) words.splice(-degree);
  while (words.length > 1 && before.has(foldText(words[0] ?? '').replaceAll('.', ''))) words.shift();
  return words.join(' ') || name;
};
