import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/** What zxcvbn says of a passphrase. */
export interface Guesses {
  /** 0 (guessed at once) to 4. */
  readonly score: number;
  /** How many guesses find it. */
  readonly guesses: number;
}

let estimator: Promise<ZxcvbnFactory> | undefined;

/** Loads the dictionaries (common, Indonesian): they are large, and opening a vault needs none. */
const loadEstimator = async (): Promise<ZxcvbnFactory> => {
  const [{ ZxcvbnFactory }, common, indonesian] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-id'),
  ]);
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...indonesian.dictionary },
    graphs: common.adjacencyGraphs,
    translations: indonesian.translations,
  });
};

/**
 * Estimates a passphrase, by its first 200 characters, with zxcvbn and Indonesian words. `context`: texts that make it
 * no stronger (name, institution). The dictionaries are loaded once, when first asked.
 */
export const guessesOf = async (passphrase: string, context: readonly string[]): Promise<Guesses> => {
  estimator ??= loadEstimator();
  const words = context.flatMap((text) => [text, ...text.split(/\s+/)]).filter((word) => word.length > 2);
  const { score, guesses } = (await estimator).check(passphrase.slice(0, 200), words);
  return { score, guesses };
};
