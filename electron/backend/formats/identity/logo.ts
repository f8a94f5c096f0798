import { inflateSync } from 'node:zlib';
import { type Picture, type PictureError, pngRows, readPicture } from '@shared/domain/office/picture.ts';
import type { OfficeProfile } from '@shared/domain/office/profile.ts';
import { fail, ok, type Result } from '@shared/kernel/result.ts';
import { decodeBase64, encodeBase64 } from '../../crypto/base64.ts';

type Logo = NonNullable<OfficeProfile['logo']>;

/** True unless the rows of a PNG unpack to another size than its head says: too little is damaged, more is a bomb. */
const unpacksWell = (bytes: Uint8Array): boolean => {
  const rows = pngRows(bytes);
  if (rows === null) return true;
  try {
    return inflateSync(rows.packed, { maxOutputLength: rows.size }).length === rows.size;
  } catch {
    return false;
  }
};

/** Reads a file as a logo, without what nobody needs to draw it. Codes of `readPicture`. */
export const readLogo = (bytes: Uint8Array): Result<Picture & { readonly logo: Logo }, PictureError> => {
  const read = readPicture(bytes);
  if (!read.ok) return read;
  if (!unpacksWell(read.value.bytes)) return fail('logoNotPicture');
  return ok({ ...read.value, logo: { mediaType: read.value.mediaType, data: encodeBase64(read.value.bytes) } });
};

/** True for a logo as a profile has it: of the kind that it says, and nothing in it that `readLogo` leaves out. */
export const isLogo = ({ mediaType, data }: Logo): boolean => {
  const bytes = decodeBase64(data);
  const read = bytes && readLogo(bytes);
  return read?.ok === true && read.value.mediaType === mediaType && read.value.bytes.length === bytes?.length;
};
