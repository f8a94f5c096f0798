/** What a passphrase must reach: characters (Unicode, NFC), and zxcvbn's score of 0 to 4. */
export const passphraseRule = { minLength: 12, minScore: 3 } as const;

/**
 * Why a passphrase is refused; undefined when it is good. Pass `null` where no score is at hand (the
 * dictionaries are in the backend alone): then length alone is judged.
 */
export const passphraseProblem = (
  passphrase: string,
  score: number | null,
): 'tooShort' | 'tooGuessable' | undefined => {
  if ([...passphrase.normalize('NFC')].length < passphraseRule.minLength) return 'tooShort';
  return score !== null && score < passphraseRule.minScore ? 'tooGuessable' : undefined;
};
