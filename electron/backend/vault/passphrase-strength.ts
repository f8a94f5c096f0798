import { passphraseProblem } from '@shared/domain/identity/passphrase.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { guessesOf } from '@shared/passphrase/guesses.ts';
import { readIdentity } from './identity.ts';
import type { OpenVault } from './vault.ts';

/** Words that make no passphrase of a vault stronger: the same as when it is made. */
export const holderWords = ({ records }: Pick<OpenVault, 'records'>): string[] => {
  const { person, institution } = readIdentity(records);
  return [person.name, institution];
};

/**
 * Refuses a passphrase that is too short or that zxcvbn guesses too soon (score below 3 of 4): `weakPassphrase`
 * with its `reason`. `context` are words that do not make it stronger, such as the person's name.
 */
export const checkPassphraseStrength = async (
  passphrase: string,
  context: readonly string[],
): Promise<Result<null, AppError<'weakPassphrase'>>> => {
  const { score } = await guessesOf(passphrase, context);
  const problem = passphraseProblem(passphrase, score);
  return problem === undefined ? ok(null) : fail('weakPassphrase', { reason: problem });
};
