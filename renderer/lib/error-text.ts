import type { i18n } from 'i18next';
import { useTranslation } from 'react-i18next';

/** What a failed call says: its code and the values of its text's placeholders. */
export interface Failure {
  readonly code: string;
  readonly details?: Readonly<Record<string, string | number | boolean | readonly string[]>> | undefined;
}

/** Text of an error code in the page's language; an unknown code gets the general text. The code itself stands beside it. */
export const failureText = (texts: Pick<i18n, 't' | 'exists'>, failure: Failure): string => {
  const known = texts.exists(`errors.${failure.code}`);
  const details = Object.entries(failure.details ?? {});
  const values = Object.fromEntries(
    details.map(([key, value]) => [key, Array.isArray(value) ? value.join(', ') : value]),
  );
  return texts.t(known ? `errors.${failure.code}` : 'errors.internal', values);
};

/** Gives `errorText(error)` in the language of the moment. */
export const useErrorText = (): ((failure: Failure) => string) => {
  const { i18n: texts } = useTranslation();
  return (failure) => failureText(texts, failure);
};
