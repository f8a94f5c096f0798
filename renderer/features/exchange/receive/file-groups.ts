/** Extensions of cards, directories and invitations. */
const signedExtensions = ['kartu', 'direktori', 'undangan'];

/**
 * `bilik-<8 hex>.paket`, parts `bilik-<8 hex>-1-dari-3.paket`; what a browser or mail program adds around does no harm.
 */
const packageName = /bilik-([0-9a-f]{8})(?:-\d+-dari-(\d+))?/i;

/** True for the name of a card, a directory or an invitation. */
export const isSignedFileName = (name: string): boolean =>
  signedExtensions.includes(name.slice(name.lastIndexOf('.') + 1).toLowerCase());

/**
 * Which of the files that were dropped together belong together: the parts of a package by their name, all files with
 * other names as parts of one, since people rename, and of the only one that lacks some, where there is one; a whole
 * package, a card, a directory or an invitation alone. The order within is found by what is in them.
 * Packages come before cards, directories and invitations, whose page one leaves this one for.
 */
export const groupFiles = <T extends { readonly name: string }>(files: readonly T[]): readonly (readonly T[])[] => {
  const groups = new Map<string, T[]>();
  const signed: T[][] = [];
  const lacking = new Map<string, number>();
  for (const [index, file] of files.entries()) {
    if (isSignedFileName(file.name)) {
      signed.push([file]);
      continue;
    }
    const [, stem, count] = packageName.exec(file.name) ?? [];
    const key = stem === undefined ? 'other' : count === undefined ? `whole ${index}` : stem.toLowerCase();
    const group = [...(groups.get(key) ?? []), file];
    groups.set(key, group);
    if (count !== undefined) lacking.set(key, Number(count) - group.length);
  }
  const [only, ...further] = [...lacking].filter(([, missing]) => missing > 0);
  const others = groups.get('other');
  if (only !== undefined && further.length === 0 && others !== undefined) {
    groups.set(only[0], [...(groups.get(only[0]) ?? []), ...others]);
    groups.delete('other');
  }
  return [...groups.values(), ...signed];
};
