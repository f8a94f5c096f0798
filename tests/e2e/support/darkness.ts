import type { Locator } from '@playwright/test';

/** How dark a canvas is at a place, from 0 (nothing was drawn, or white) to 255 (black). */
export const darknessOf = (canvas: Locator, across: number, down: number): Promise<number> =>
  canvas.evaluate(
    (element, [x, y]) => {
      const surface = element as HTMLCanvasElement;
      const at = [Math.floor(surface.width * x), Math.floor(surface.height * y)] as const;
      const [red = 255, , , alpha = 0] = surface.getContext('2d')?.getImageData(...at, 1, 1).data ?? [];
      return alpha === 0 ? 0 : 255 - red;
    },
    [across, down] as const,
  );
