/** Lengths of the numbered groups on the recovery sheet: nine of six characters and one of four. */
export const groupLengths: readonly number[] = [6, 6, 6, 6, 6, 6, 6, 6, 6, 4];

const foreign = /[^QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]/;

/** What a person typed, without case, spaces and dashes. */
export const tidyGroup = (text: string): string => text.replace(/[\s.\-\u2010-\u2015]/g, '').toUpperCase();

/** True when a character stands in a group that the code never uses (bech32 has no 1, B, I, O). */
export const hasForeignCharacter = (group: string): boolean => foreign.test(group);

/** Splits a whole code, as pasted, into its groups; what is too much stays in the last. */
export const splitCode = (text: string): readonly string[] => {
  const code = tidyGroup(text).replace(/^AGESECRETKEY1/, '');
  let offset = 0;
  return groupLengths.map((length, index) => {
    const group = index === groupLengths.length - 1 ? code.slice(offset) : code.slice(offset, offset + length);
    offset += length;
    return group;
  });
};

/** True when every group has its length. */
export const isComplete = (groups: readonly string[]): boolean =>
  groupLengths.every((length, index) => groups[index]?.length === length);
