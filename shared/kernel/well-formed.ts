/** Half a character: an unpaired surrogate, as is left where a program cut a picture in two. */
const half = /\p{Surrogate}/gu;
/** What stands for a sign that cannot be read, as browsers show half a character (U+FFFD). */
const unreadable = '\ufffd';

/** A text that files, databases and signatures can hold as it is: with a sign that is seen for half a character. */
export const wellFormed = (text: string): string => text.replace(half, unreadable);

/** The same for every text in plain data; anything that is no array and no plain object is let be. */
export const wellFormedIn = (value: unknown): unknown => {
  if (typeof value === 'string') return wellFormed(value);
  if (Array.isArray(value)) return value.map(wellFormedIn);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, wellFormedIn(entry)]));
};
