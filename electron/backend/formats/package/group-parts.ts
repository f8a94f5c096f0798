import { chainsOf } from './order-files.ts';
import { partsOf } from './parts.ts';

/**
 * Files that came together, those together that are parts of one package: by what is in them, where an identity opens
 * it; else by their names, since people give parts of which some are missing, and of packages for others. Each group
 * stands where its first file was given, in the order in which they were.
 */
export const groupParts = async (
  files: readonly string[],
  identities: readonly string[] | null,
): Promise<readonly (readonly string[])[]> => {
  const given = [...new Set(files)];
  const chains = identities === null ? [] : await chainsOf(given, identities);
  const groups: (readonly string[])[] = [];
  const free = (): readonly string[] => given.filter((file) => !groups.some((group) => group.includes(file)));
  const join = (paths: readonly string[]): void => {
    const left = free();
    if (paths.length > 1 && paths.every((path) => left.includes(path)))
      groups.push(given.filter((file) => paths.includes(file)));
  };
  for (const { paths, complete } of chains) if (complete) join(paths);
  for (const file of given) join(partsOf(file, free()));
  for (const { paths } of chains) join(paths);
  return [...groups, ...free().map((file) => [file])].sort(([a = ''], [b = '']) => given.indexOf(a) - given.indexOf(b));
};
