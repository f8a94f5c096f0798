import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isLogo, readLogo } from '../../../../electron/backend/formats/identity/logo.ts';
import { logoLimits, readPicture } from '../../../../shared/domain/office/picture.ts';
import { chunk, jpegOfOne, logo, pngHead, pngOf, pngRows, pngStart } from '../../../fixtures/office.ts';
import { codeOf, unwrap } from '../../../fixtures/results.ts';

const end = chunk('IEND', Buffer.alloc(0));
const png = (...chunks: readonly Buffer[]): Buffer => Buffer.concat([pngStart, ...chunks]);
const segment = (marker: number, data: Buffer): Buffer => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(data.length + 2);
  return Buffer.concat([Buffer.from([0xff, marker]), length, data]);
};

describe('a logo', () => {
  it('is a PNG or a JPEG by its bytes, with its size', () => {
    expect(unwrap(readPicture(pngOf(96, 112)))).toMatchObject({ mediaType: 'image/png', width: 96, height: 112 });
    expect(unwrap(readPicture(jpegOfOne))).toMatchObject({ mediaType: 'image/jpeg', width: 1, height: 1 });
    expect(unwrap(readPicture(pngOf())).bytes).toEqual(new Uint8Array(pngOf()));
    expect(unwrap(readPicture(jpegOfOne)).bytes).toEqual(new Uint8Array(jpegOfOne));
  });

  it('loses what nobody needs to draw it: texts, profiles, places, and what stands behind its end', () => {
    const hidden = [chunk('tEXt', Buffer.from('Author\0Budi')), chunk('iCCP', Buffer.from('x\0\0'))];
    const told = Buffer.concat([pngOf(8, 8, ...hidden), Buffer.from('<script>')]);
    expect(unwrap(readPicture(told)).bytes).toEqual(new Uint8Array(pngOf(8, 8)));
    const exif = segment(0xe1, Buffer.from('Exif\0\0GPS'));
    const withExif = Buffer.concat([jpegOfOne.subarray(0, 2), exif, jpegOfOne.subarray(2), Buffer.from('PK')]);
    expect(unwrap(readPicture(withExif)).bytes).toEqual(new Uint8Array(jpegOfOne));
  });

  it.each([
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['HTML', Buffer.from('<!doctype html><img src=x onerror=alert(1)>')],
    ['nothing', Buffer.alloc(0)],
    ['GIF', Buffer.from('GIF89a')],
    ['a PNG that is cut', pngOf().subarray(0, -20)],
    ['a PNG whose rows are cut', png(pngHead(4, 4), chunk('IDAT', pngRows(4, 4).subarray(0, 12)), end)],
    ['a PNG without rows', png(pngHead(4, 4), end)],
    ['a PNG of two heads', png(pngHead(4, 4), pngHead(4, 4), chunk('IDAT', pngRows(4, 4)), end)],
    [
      'a PNG with a part that must be known',
      png(pngHead(4, 4), chunk('ABCD', Buffer.alloc(1)), chunk('IDAT', pngRows(4, 4)), end),
    ],
    ['a PNG whose rows unpack to 100 MB', png(pngHead(4, 4), chunk('IDAT', deflateSync(Buffer.alloc(1e8))), end)],
    ['a JPEG that is cut', jpegOfOne.subarray(0, -2)],
    ['a JPEG without a frame', Buffer.concat([jpegOfOne.subarray(0, 2), Buffer.from([0xff, 0xd9])])],
    [
      'a JPEG of a kind that readers do not draw',
      Buffer.from(jpegOfOne).fill(
        0xc3,
        jpegOfOne.indexOf('ffc2', 0, 'hex') + 1,
        jpegOfOne.indexOf('ffc2', 0, 'hex') + 2,
      ),
    ],
  ])('is refused: %s', (_name, bytes) => {
    expect(codeOf(readLogo(bytes))).toBe('logoNotPicture');
    expect(isLogo({ mediaType: 'image/png', data: bytes.toString('base64') })).toBe(false);
  });

  it('has at most so many bytes, and so many pixels each side', () => {
    const large = Buffer.alloc(logoLimits.bytes + 1);
    expect(readPicture(large)).toMatchObject({ error: { code: 'logoTooLarge', details: { kilobytes: 200 } } });
    const { side } = logoLimits;
    expect(codeOf(readLogo(pngOf(side, 1)))).toBe('ok');
    expect(readPicture(png(pngHead(1, side + 1), chunk('IDAT', pngRows(1, 1)), end))).toMatchObject({
      error: { code: 'logoTooManyPixels', details: { width: 1, height: side + 1, max: side } },
    });
    expect(codeOf(readLogo(png(pngHead(0, 4), chunk('IDAT', pngRows(1, 1)), end)))).toBe('logoNotPicture');
  });

  it('is of the kind that it says, and as it was read', () => {
    expect(isLogo(logo)).toBe(true);
    expect(isLogo({ ...logo, mediaType: 'image/jpeg' })).toBe(false);
    const told = pngOf(8, 8, chunk('tEXt', Buffer.from('a\0b')));
    expect(isLogo({ mediaType: 'image/png', data: told.toString('base64') })).toBe(false);
  });
});
