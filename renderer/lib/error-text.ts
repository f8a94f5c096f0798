import { useTranslation } from 'react-i18next';
import { failureText } from './failure-text.ts';

/** What a failed call says: its code and the values of its text's placeholders. */
export interface Failure {
  readonly code: string;
  readonly details?: Readonly<Record<string, string | number | boolean | readonly string[]>> | undefined;
}

/** Gives `errorText(error)` in the language of the moment. */
export const useErrorText = (): ((failure: Failure) => string) => {
  const { i18n: texts } = useTranslation();
  return (failure) => failureText(texts, failure);
};
