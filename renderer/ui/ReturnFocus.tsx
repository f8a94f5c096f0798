import { type RefObject, useEffect, useState } from 'react';
import { focusPageHeading } from './page-heading.ts';

export interface ReturnFocusProps {
  /** Set once what opened the dialog is about to go too, by what was done in it. */
  readonly isGone?: RefObject<boolean>;
}

/**
 * Inside a dialog that is there only while open: gives the focus back to what had it before, once it is gone; to the
 * heading of the page where that is gone too.
 */
export const ReturnFocus = ({ isGone }: ReturnFocusProps) => {
  // Asked while the dialog is drawn for the first time, before it takes the focus.
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      setTimeout(() => {
        if (isGone?.current !== true && before instanceof HTMLElement && before.isConnected) before.focus();
        else focusPageHeading();
      });
    },
    [before, isGone],
  );
  return null;
};
