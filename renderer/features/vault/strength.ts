import { guessesOf } from '@shared/passphrase/guesses.ts';

export interface Strength {
  /** 0 (guessed at once) to 4. */
  readonly score: number;
  /** Years that 10,000 guesses a second take: what a rich attacker with a copy of the key file may reach. */
  readonly years: number;
}

const guessesPerSecond = 10_000;
const secondsPerYear = 31_557_600;

/** Estimates a passphrase; `context`: texts that make it no stronger (name, institution). */
export const estimateStrength = async (passphrase: string, context: readonly string[]): Promise<Strength> => {
  const { score, guesses } = await guessesOf(passphrase, context);
  return { score, years: guesses / guessesPerSecond / secondsPerYear };
};
