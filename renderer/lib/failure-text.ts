import { errorNumber } from '@shared/i18n/error-numbers/index.ts';

/** What a failed call says: its code and the values of its text's placeholders. */
export interface Failure {
  readonly code: string;
  readonly details?: Readonly<Record<string, string | number | boolean | readonly string[]>> | undefined;
}

/** What tells a failure in words: i18next, or the few texts of the lock page. */
export interface FailureTexts {
  readonly exists: (path: string) => boolean;
  readonly t: (path: string, values: Readonly<Record<string, unknown>>) => string;
}

/** Texts of an input that is too long, by what its limit counts. */
const tooLong: Readonly<Record<string, string>> = { characters: 'inputTooLong', entries: 'inputTooMany' };

/** Name of the text of a failure. */
const nameOf = ({ code, details = {} }: Failure): string =>
  (code === 'invalidInput' ? tooLong[String(details.unit)] : undefined) ?? code;

/**
 * Text of an error code in the page's language; an unknown code gets the general text. Its number stands beside it.
 */
export const failureText = (texts: FailureTexts, failure: Failure): string => {
  const name = nameOf(failure);
  const known = texts.exists(`errors.${name}`);
  const details = Object.entries(failure.details ?? {});
  const values = Object.fromEntries(
    details.map(([key, value]) => [key, Array.isArray(value) ? value.join(', ') : value]),
  );
  return texts.t(known ? `errors.${name}` : 'errors.internal', values);
};

/** The number that a person quotes of a failure: of its text, as `errorNumber` says. */
export const failureNumber = (failure: Failure): number => errorNumber(nameOf(failure));
