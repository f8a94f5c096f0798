import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { foldText } from '../lib/fold-text.ts';

/** A text of which the first sentence is shown, and the rest on request; what is no plain text is shown as it is. */
export const FoldedText = ({ children }: { readonly children: ReactNode }) => {
  const { t } = useTranslation();
  if (typeof children !== 'string') return <Fragment>{children}</Fragment>;
  const { line, more } = foldText(children);
  if (more === '') return <Fragment>{line}</Fragment>;
  return (
    <>
      {line}
      <details className="fold">
        <summary>{t('common.readMore')}</summary>
        {more}
      </details>
    </>
  );
};
