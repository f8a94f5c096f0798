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

/**
 * Text of an error code in the page's language; an unknown code gets the general text. The code itself stands beside
 * it.
 */
export const failureText = (texts: FailureTexts, failure: Failure): string => {
  const known = texts.exists(`errors.${failure.code}`);
  const details = Object.entries(failure.details ?? {});
  const values = Object.fromEntries(
    details.map(([key, value]) => [key, Array.isArray(value) ? value.join(', ') : value]),
  );
  return texts.t(known ? `errors.${failure.code}` : 'errors.internal', values);
};
