import { Anchor } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { foldText } from '../lib/fold-text.ts';

/** A text of which the first sentence is shown, and the rest on request; what is no plain text is shown as it is. */
export const FoldedText = ({ children }: { readonly children: ReactNode }) => {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  if (typeof children !== 'string') return children;
  const { line, more } = foldText(children);
  if (more === '') return line;
  return (
    <>
      {line}{' '}
      <Anchor
        component="button"
        type="button"
        fz="inherit"
        aria-expanded={isOpen}
        onClick={() => setOpen((wasOpen) => !wasOpen)}
      >
        {t(isOpen ? 'common.readLess' : 'common.readMore')}
      </Anchor>
      {isOpen && <div>{more}</div>}
    </>
  );
};
