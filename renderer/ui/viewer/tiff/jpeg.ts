/** Markers of JPEG (ITU-T T.81) that stand in the files of scanners, by their second byte. */
const marker = { start: 0xd8, end: 0xd9, scan: 0xda } as const;

const begins = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === marker.start;

/** Without the marker of its end, if that stands there. */
const withoutEnd = (bytes: Uint8Array): Uint8Array =>
  bytes.at(-2) === 0xff && bytes.at(-1) === marker.end ? bytes.subarray(0, -2) : bytes;

/** A JPEG chunk of a TIFF with the tables that it shares with others before it; null where either is no JPEG. */
export const wholeJpeg = (chunk: Uint8Array, tables: Uint8Array | null): Uint8Array | null => {
  if (!begins(chunk) || (tables !== null && !begins(tables))) return null;
  if (tables === null) return chunk;
  const before = withoutEnd(tables);
  const whole = new Uint8Array(before.length + chunk.length - 2);
  whole.set(before);
  whole.set(chunk.subarray(2), before.length);
  return whole;
};

/** True of the markers of a frame, which says the size: SOF0 to SOF15 without DHT, JPG and DAC. */
const isFrame = (code: number): boolean =>
  code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc;

/** Size of a picture by the head of its frame; null where none comes before the picture begins. */
export const jpegSize = (bytes: Uint8Array): { readonly width: number; readonly height: number } | null => {
  const pairAt = (at: number): number => 256 * (bytes[at] ?? 0) + (bytes[at + 1] ?? 0);
  let at = 2;
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const code = bytes[at + 1] ?? 0;
    if (code === marker.scan || code === marker.end) return null;
    if (isFrame(code)) return { height: pairAt(at + 5), width: pairAt(at + 7) };
    // A marker may be preceded by more bytes of 0xff.
    at += code === 0xff ? 1 : 2 + pairAt(at + 2);
  }
  return null;
};
