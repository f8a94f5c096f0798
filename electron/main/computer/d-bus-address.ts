/**
 * Where a bus listens, by its address (`unix:path=/run/bus,guid=…;…`): what `net.connect` takes as a path, for each
 * address on this computer, in their order. A name without a file (`abstract`) begins with a zero byte.
 */
export const busPaths = (address: string): string[] =>
  address.split(';').flatMap((one) => {
    const [transport, options = ''] = one.split(/:(.*)/s);
    if (transport !== 'unix') return [];
    const given = new Map(options.split(',').map((option) => option.split(/=(.*)/s) as [string, string | undefined]));
    const path = plain(given.get('path'));
    const name = plain(given.get('abstract'));
    if (path !== null) return [path];
    return name === null ? [] : [`\0${name}`];
  });

/** A value without its escapes (`%2f`); null for one that is not there, or is not well written. */
const plain = (value: string | undefined): string | null => {
  if (value === undefined || value === '') return null;
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
};
