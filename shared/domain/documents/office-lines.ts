/** Words before an office, and how papers write them: for another (a.n.), one level further down (u.b.), for a time. */
const prefixes: readonly (readonly [RegExp, string])[] = [
  [/^a\.?\s?n\.?\s+/i, 'a.n. '],
  [/^u\.?\s?b\.?\s+/i, 'u.b. '],
  [/^plt\.?\s+/i, 'Plt. '],
  [/^plh\.?\s+/i, 'Plh. '],
  [/^pj\.?\s+/i, 'Pj. '],
];

const withPrefix = (line: string): string => {
  const found = prefixes.find(([pattern]) => pattern.test(line));
  return found === undefined ? line : `${found[1]}${withPrefix(line.replace(found[0], '').trim())}`;
};

/**
 * An office as it stands above a signature, line by line: "an. Kepala Badan, Sekretaris, ub Kepala Bagian" becomes
 * "a.n. Kepala Badan", "Sekretaris", "u.b. Kepala Bagian". Only an office that is signed for another is taken apart.
 */
export const officeLines = (office: string): readonly string[] => {
  const whole = withPrefix(office.trim());
  if (!whole.startsWith('a.n. ')) return whole === '' ? [] : [whole];
  return whole
    .split(/\s*[,;]\s*|\s+(?=u\.?\s?b\.?\s)/i)
    .filter((line) => line !== '')
    .map(withPrefix);
};
