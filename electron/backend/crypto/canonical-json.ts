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
