/** Hexadecimal digits of a key's fingerprint (kode keamanan). */
export const fingerprintDigits = 32;

/**
 * A fingerprint as people read and compare it: 32 digits in groups of four. `digest` may be longer, in capitals, or
 * grouped.
 */
export const fingerprintOf = (digest: string): string =>
  (
    bareFingerprint(digest)
      .slice(0, fingerprintDigits)
      .match(/.{1,4}/g) ?? []
  ).join(' ');

/** The same without its spaces, in small letters, as a QR code holds it. */
export const bareFingerprint = (fingerprint: string): string => fingerprint.replaceAll(' ', '').toLowerCase();
