import { useTranslation } from 'react-i18next';
import { type Failure, failureText } from './failure-text.ts';

/** Gives `errorText(error)` in the language of the moment. */
export const useErrorText = (): ((failure: Failure) => string) => {
  const { i18n: texts } = useTranslation();
  return (failure) => failureText(texts, failure);
};
