import { foldText } from '../../kernel/fold-text.ts';

/** Words before a name that are no part of it: degrees, offices, and Haji. */
const before = new Set(['dr', 'drg', 'drh', 'dra', 'drs', 'ir', 'prof', 'h', 'hj', 'kh', 'apt', 'ns', 'br', 'sr']);

/** Degrees behind a name, as they stand without dots too. */
const behind = new Set(
  (
    'ak amd amdkep amk amkeb apt ba bba bsc ca cpa dea dipl drs ir lc ma mag map mars mba md mec meng mfarm mh mhum ' +
    'mip mkes mkep mkm mkn mkom mm mmpd mp mpa mpd mpdi mph mpp mpsi mpt msc msi msos msp mst mt mth ners phd psi ' +
    'psikolog sab sag sap se sei sesy sfarm sgz sh shi shum shut si sik sip sked skep skg skh skm skom skpm smb sn ' +
    'sos sp spd spdi spi spsi spt sptk ssi ssn ssos sst sstp st sth sthan sthi stp str strkeb strkep'
  ).split(' '),
);

/** A degree by its dots: `S.Kom.`, `M.Si`, `A.Md.Kep.`. */
const isDotted = (word: string): boolean => /^\p{L}{1,3}\.\p{L}{1,5}\.?(\p{L}{1,5}\.?)*$/u.test(word);

const isDegree = (word: string): boolean => isDotted(word) || behind.has(word.replaceAll('.', ''));

/**
 * The words of a name without degrees, case and punctuation. Initials are words of it, also without a space behind
 * them (`A.Rahmat`); whatever stands alone is the name, whatever it looks like.
 */
export const wordsOf = (name: string): string[] => {
  const written = (foldText(name).split(',')[0] ?? '').split(/\s+/).filter((word) => word !== '');
  while (written.length > 1 && isDegree(written.at(-1) ?? '')) written.pop();
  const words = written
    .flatMap((word) => word.split('.'))
    .map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((word) => word !== '');
  while (words.length > 1 && before.has(words[0] ?? '')) words.shift();
  return words;
};

/** A name without degrees, case and punctuation; empty when nothing is left of it, which is nobody's name. */
export const plainName = (name: string): string => wordsOf(name).join(' ');

/** True when two names are one but for degrees, case and punctuation; a name of nothing is nobody's. */
export const sameName = (a: string, b: string): boolean => {
  const name = plainName(a);
  return name !== '' && name === plainName(b);
};
