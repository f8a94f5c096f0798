/**
 * Texts that stand out too little from what they stand on, on the page as it is now (WCAG 2.2, 1.4.3): one line for
 * each. Serialised into the page, after `installLook`. Axe has the same rule, but takes seconds where this takes
 * milliseconds: nothing here overlaps (`geometryFindings`), so a text stands on what its ancestors paint.
 */
export const contrastFindings = (): string[] => {
  const { texts, nameOf } = window.bilikLook;
  type Colour = readonly [red: number, green: number, blue: number, alpha: number];

  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const known = new Map<string, Colour>();
  /** Any CSS colour by its numbers, as the browser paints it. */
  const read = (text: string): Colour => {
    const parts = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(text);
    if (parts !== null) return [Number(parts[1]), Number(parts[2]), Number(parts[3]), Number(parts[4] ?? 1)];
    const before = known.get(text);
    if (before !== undefined || canvas === null) return before ?? [0, 0, 0, 1];
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = text;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
    const colour: Colour = [red, green, blue, alpha / 255];
    known.set(text, colour);
    return colour;
  };
  const over = ([r1, g1, b1, a1]: Colour, [r2, g2, b2]: Colour): Colour => [
    r1 * a1 + r2 * (1 - a1),
    g1 * a1 + g2 * (1 - a1),
    b1 * a1 + b2 * (1 - a1),
    1,
  ];
  const backgrounds = new Map<Element, Colour>();
  const backgroundOf = (element: Element | null): Colour => {
    if (element === null) return [255, 255, 255, 1];
    const before = backgrounds.get(element);
    if (before !== undefined) return before;
    const own = read(getComputedStyle(element).backgroundColor);
    const colour = own[3] === 1 ? own : over(own, backgroundOf(element.parentElement));
    backgrounds.set(element, colour);
    return colour;
  };
  const luminance = ([red, green, blue]: Colour): number => {
    const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  /** Of the element and everything around it. */
  const opacityOf = (element: Element | null): number =>
    element === null ? 1 : Number(getComputedStyle(element).opacity) * opacityOf(element.parentElement);

  const found: string[] = [];
  for (const { element } of texts()) {
    // What cannot be used now need not stand out (1.4.3, "inactive").
    if (element.closest(':disabled, [aria-disabled="true"], [data-disabled]') !== null) continue;
    const { color, fontSize, fontWeight } = getComputedStyle(element);
    const [red, green, blue, alpha] = read(color);
    // Laid over the picture of a page, to be selected and read aloud.
    if (alpha === 0) continue;
    const ground = backgroundOf(element);
    const ink = over([red, green, blue, alpha * opacityOf(element)], ground);
    const [light = 0, dark = 0] = [luminance(ink), luminance(ground)].sort((a, b) => b - a);
    const ratio = (light + 0.05) / (dark + 0.05);
    const size = Number.parseFloat(fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
    if (ratio < (isLarge ? 3 : 4.5)) found.push(`contrast of ${ratio.toFixed(2)}: ${nameOf(element)}`);
  }
  return [...new Set(found)];
};
