/** What PDF.js leaves out of a page without failing: a picture, or something else. */
export type Loss = 'picture' | 'part';

/** How lines of PDF.js begin that tell of a picture that is not drawn, or not to its end. */
const ofPictures = [
  'Unable to decode ',
  'Image exceeded maximum allowed size',
  'Image dimensions are missing',
  'decodeScan - unexpected MCU data',
];

/** The same of contents, fonts and patterns. */
const ofParts = [
  'getOperatorList - ignoring ',
  'getContentStream - ignoring ',
  'handleTilingType - ignoring ',
  'parseColorSpace - ignoring ',
  'parseShading - ignoring ',
  'buildFontPaths - ignoring ',
  'ensureStateFont',
  'loadFont - ',
  'translateFont - ',
  'Font "',
  'Type3 font resource ',
  'Filter "',
  'Invalid stream: ',
  'Bad encoding in flate stream',
  'Bad block header in flate stream',
  'findDefaultInlineStreamEnd: ',
  'Unterminated ',
  'Unknown command ',
  'Skipping command ',
];

/** What a line that PDF.js writes says of a page; null: nothing that is missing on it. */
export const lossOf = (line: string): Loss | null => {
  const said = line.replace(/^(?:Info|Warning): /, '');
  const begins = (start: string): boolean => said.startsWith(start);
  if (ofPictures.some(begins)) return 'picture';
  return ofParts.some(begins) ? 'part' : null;
};
