import canonicalize from 'canonicalize';

/** Bytes of a JSON value in its one canonical form (RFC 8785). Throws on what JSON cannot hold. */
export const canonicalJson = (value: unknown): Uint8Array => {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return new TextEncoder().encode(text);
};

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The JSON value of bytes that are its one canonical form (RFC 8785), so that no two readers read them differently: a
 * name that stands twice, `__proto__` as a name, a space or another spelling of a number is refused. Gives undefined
 * for any other bytes. Never throws.
 */
export const readCanonicalJson = (bytes: Uint8Array): unknown => {
  try {
    const value: unknown = JSON.parse(decoder.decode(bytes));
    return Buffer.from(canonicalJson(value)).equals(bytes) ? value : undefined;
  } catch {
    // Half a character, escaped, passes JSON and has no canonical form.
    return undefined;
  }
};

/** Where the text that begins with the quote at `from` ends: after the next quote that no sign before it escapes. */
const endOfText = (json: string, from: number): number => {
  let at = json.indexOf('"', from + 1);
  for (; at !== -1; at = json.indexOf('"', at + 1)) {
    let before = at;
    while (json[before - 1] === '\\') before -= 1;
    if ((at - before) % 2 === 0) return at + 1;
  }
  return json.length;
};

/** JSON without the spaces between its parts. No one pattern does it: texts of megabytes are too long for that. */
const withoutSpaces = (json: string): string => {
  let [said, at] = ['', 0];
  while (at < json.length) {
    const quote = json.indexOf('"', at);
    const text = quote === -1 ? json.length : quote;
    const end = endOfText(json, text);
    said += json.slice(at, text).replace(/[\t\n\r ]+/g, '') + json.slice(text, end);
    at = end;
  }
  return said;
};

/**
 * The JSON value of bytes that say it in one way but for spaces between its parts and the order of its names: of a name
 * that stands twice one reader takes the first and another one the last. Gives undefined for any other bytes. Never
 * throws.
 */
export const readPlainJson = (bytes: Uint8Array): unknown => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    return withoutSpaces(text) === JSON.stringify(value) ? value : undefined;
  } catch {
    return undefined;
  }
};
