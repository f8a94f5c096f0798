import canonicalize from 'canonicalize';

/** Bytes of a JSON value in its one canonical form (RFC 8785). Throws on what JSON cannot hold. */
export const canonicalJson = (value: unknown): Uint8Array => {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return new TextEncoder().encode(text);
};
