import { passphraseProblem } from '@shared/domain/identity/passphrase.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

let estimator: Promise<ZxcvbnFactory> | undefined;

/** Loads the dictionaries (common, Indonesian) once, when first asked: they are large and opening needs none. */
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
 * Refuses a passphrase that is too short or that zxcvbn guesses too soon (score below 3 of 4): `weakPassphrase`
 * with its `reason`. `context` are words that do not make it stronger, such as the person's name.
 */
export const checkPassphraseStrength = async (
  passphrase: string,
  context: readonly string[],
): Promise<Result<null, AppError<'weakPassphrase'>>> => {
  estimator ??= loadEstimator();
  const words = context.flatMap((text) => [text, ...text.split(/\s+/)]).filter((word) => word.length > 2);
  const { score } = (await estimator).check(passphrase, words);
  const problem = passphraseProblem(passphrase, score);
  return problem === undefined ? ok(null) : fail('weakPassphrase', { reason: problem });
};
