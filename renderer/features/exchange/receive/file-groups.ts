/** Extensions of cards, directories and invitations. */
const signedExtensions = ['kartu', 'direktori', 'undangan'];

/**
 * `bilik-<8 hex>.paket`, parts `bilik-<8 hex>-1-dari-3.paket`; what a browser or mail program adds behind does no harm.
 */
const packageName = /^bilik-([0-9a-f]{8})(-\d+-dari-\d+)?/i;

/** True for the name of a card, a directory or an invitation. */
export const isSignedFileName = (name: string): boolean =>
  signedExtensions.includes(name.slice(name.lastIndexOf('.') + 1).toLowerCase());

/**
 * Which of the files that were dropped together belong together: the parts of a package by their name, all files with
 * other names as parts of one, since people rename; a whole package, a card, a directory or an invitation alone.
 * Packages come before cards, directories and invitations, whose page one leaves this one for.
 */
export const groupFiles = <T extends { readonly name: string }>(files: readonly T[]): readonly (readonly T[])[] => {
  const groups = new Map<string, T[]>();
  const signed: T[][] = [];
  for (const [index, file] of files.entries()) {
    if (isSignedFileName(file.name)) {
      signed.push([file]);
      continue;
    }
    const [, stem, part] = packageName.exec(file.name) ?? [];
    const key = stem === undefined ? 'other' : part === undefined ? `whole ${index}` : stem.toLowerCase();
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return [...groups.values(), ...signed];
};
