import { bareFingerprint, fingerprintOf } from '../identity/fingerprint.ts';

/** Caption under every QR: it proves nothing by itself. */
export const qrCaption = 'Kode pemeriksa keutuhan, bukan TTE tersertifikasi';

/** What a QR of our papers names. */
export interface QrReference {
  /** SHA-256 of the header of the act that the page shows, in hexadecimal. */
  readonly actHash: string;
  /** Fingerprint of the author's signing key, as `fingerprintOf` writes it. */
  readonly keyFingerprint: string;
}

/** Text of the QR: `BILIK:1:<64 hex digits>:<32 hex digits>` in capitals (alphanumeric mode of QR codes). */
export const qrText = (reference: QrReference): string =>
  `BILIK:1:${reference.actHash}:${bareFingerprint(reference.keyFingerprint)}`.toUpperCase();

/** Reads a QR text; null when it is none of ours. */
export const parseQrText = (text: string): QrReference | null => {
  const parts = /^BILIK:1:([0-9A-F]{64}):([0-9A-F]{32})$/.exec(text.trim());
  if (parts === null) return null;
  return { actHash: (parts[1] ?? '').toLowerCase(), keyFingerprint: fingerprintOf(parts[2] ?? '') };
};
