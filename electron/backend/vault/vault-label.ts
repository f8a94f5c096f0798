/** Names that Windows keeps for devices, with or without an extension. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * True for a text that is a folder's name on Linux, Windows and macOS alike, so that a vault can be
 * carried from one to the other.
 */
export const isVaultLabel = (label: string): boolean =>
  label.length > 0 &&
  label.length <= 60 &&
  Buffer.byteLength(label) <= 200 &&
  !/[<>:"/\\|?*]/.test(label) &&
  ![...label].some((character) => (character.codePointAt(0) ?? 0) < 0x20 || character === '\u007f') &&
  !/^[.\s]|[.\s]$/.test(label) &&
  !reserved.test(label);
