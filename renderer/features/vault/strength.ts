import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

export interface Strength {
  /** 0 (guessed at once) to 4. */
  readonly score: number;
  /** Years that 10,000 guesses a second take: what a rich attacker with a copy of the key file may reach. */
  readonly years: number;
}

const guessesPerSecond = 10_000;
const secondsPerYear = 31_557_600;
let estimator: Promise<ZxcvbnFactory> | undefined;

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
 * Estimates a passphrase with zxcvbn and Indonesian words. `context`: texts that make it no stronger (name,
 * institution). The dictionaries are loaded when first asked.
 */
export const estimateStrength = async (passphrase: string, context: readonly string[]): Promise<Strength> => {
  estimator ??= loadEstimator();
  const words = context.flatMap((text) => [text, ...text.split(/\s+/)]).filter((word) => word.length > 2);
  const { score, guesses } = (await estimator).check(passphrase.slice(0, 200), words);
  return { score, years: guesses / guessesPerSecond / secondsPerYear };
};
