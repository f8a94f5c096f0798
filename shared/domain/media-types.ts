/** What shows a file inside the app. */
export type ShownKind = 'pdf' | 'picture' | 'text' | 'tiff';

/**
 * How a kept file is shown inside the app, by the media type that its bytes tell (`sniffMediaType`). What is not in
 * this table is not shown, and that is said when a file is attached.
 */
const shownAs: Readonly<Record<string, ShownKind>> = {
  'application/pdf': 'pdf',
  'image/png': 'picture',
  'image/jpeg': 'picture',
  'image/gif': 'picture',
  'image/webp': 'picture',
  'image/bmp': 'picture',
  'image/tiff': 'tiff',
  'text/plain': 'text',
};

/** How a file of this type is shown; null when it is not. */
export const shownKind = (mediaType: string): ShownKind | null =>
  Object.hasOwn(shownAs, mediaType) ? (shownAs[mediaType] ?? null) : null;

/** Pictures that are not shown, by what people know them as: each has a text that says what to do. */
const hiddenPictures: Readonly<Record<string, 'heic' | 'otherPicture'>> = {
  'image/heic': 'heic',
  'image/avif': 'otherPicture',
  'image/jp2': 'otherPicture',
  'image/jxl': 'otherPicture',
  'image/jbig2': 'otherPicture',
  'image/vnd.adobe.photoshop': 'otherPicture',
};

/** What is said of a file that is not shown; null of one that is. */
export const notShownAs = (mediaType: string): 'heic' | 'otherPicture' | 'other' | null =>
  shownKind(mediaType) !== null
    ? null
    : Object.hasOwn(hiddenPictures, mediaType)
      ? (hiddenPictures[mediaType] ?? 'other')
      : 'other';
