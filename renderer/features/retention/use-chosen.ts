import { useState } from 'react';

/** Which rows of a list are ticked, by key, and how one is ticked or let go. */
export const useChosen = (): readonly [ReadonlySet<string>, (key: string, isChosen: boolean) => void] => {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const choose = (key: string, isChosen: boolean): void =>
    setChosen((known) => new Set(isChosen ? [...known, key] : [...known].filter((other) => other !== key)));
  return [chosen, choose];
};
