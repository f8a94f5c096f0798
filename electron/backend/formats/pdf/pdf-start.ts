/** What mail gateways and old programs put before a PDF, and readers pass over: marks of byte order, blanks. */
const blanks = new Set([0xef, 0xbb, 0xbf, 0xfe, 0xff, 0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]);
const header = [...'%PDF-'].map((sign) => sign.charCodeAt(0));
/** A PDF begins within so many bytes (ISO 32000-1, annex H). */
const within = 1024;

/** Where a PDF begins behind nothing but such blanks; -1 where none does. */
export const pdfStart = (bytes: Uint8Array): number => {
  const at = bytes.subarray(0, within).findIndex((byte) => !blanks.has(byte));
  return at >= 0 && header.every((byte, index) => bytes[at + index] === byte) ? at : -1;
};
