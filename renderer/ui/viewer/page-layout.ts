/** Width and height. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Tallest page in CSS pixels: what is taller, such as a slip of paper, is drawn narrower. */
const tallest = 40_000;

/** Most pixels of one canvas: 32 MiB. A page of A4 fits into one at three pixels of the screen for each of CSS. */
const mostPixels = 8_388_608;

/** Longest edge of a canvas in pixels; some graphics draw nothing beyond, and say nothing. */
const longestEdge = 8192;

/** Most dots of one picture that is decoded: one of A4 at 600 dots has 35 million, and takes four bytes for each. */
export const maxPictureDots = 50_000_000;

/** How much larger a page is shown than it says, to be `width` CSS pixels wide. */
export const scaleOf = (page: Size, width: number): number => Math.min(width / page.width, tallest / page.height);

/** Cuts a page, in pixels of the screen, into parts that a canvas takes, from its top; none of them is empty. */
export const tilesOf = (
  page: Size,
): readonly { readonly top: number; readonly width: number; readonly height: number }[] => {
  const width = Math.min(longestEdge, Math.max(1, Math.ceil(page.width)));
  const whole = Math.max(1, Math.ceil(page.height));
  const most = Math.max(1, Math.min(longestEdge, Math.floor(mostPixels / width)));
  return Array.from({ length: Math.ceil(whole / most) }, (_, at) => {
    const top = at * most;
    return { top, width, height: Math.min(most, whole - top) };
  });
};
