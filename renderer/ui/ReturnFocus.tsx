import { useEffect, useState } from 'react';

/** Inside a dialog that is there only while open: gives the focus back to what had it before, once it is gone. */
export const ReturnFocus = () => {
  // Asked while the dialog is drawn for the first time, before it takes the focus.
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      setTimeout(() => before instanceof HTMLElement && before.isConnected && before.focus());
    },
    [before],
  );
  return null;
};
