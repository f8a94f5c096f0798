import { useMantineColorScheme } from '@mantine/core';
import type { preferencesSchema } from '@shared/contract/session.ts';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useRpc } from './rpc-context.ts';

export type Preferences = z.infer<typeof preferencesSchema>;

interface PreferencesAccess {
  readonly preferences: Preferences;
  /** Shows the page in this language and appearance, without keeping it. */
  readonly apply: (next: Preferences) => void;
  /** Applies and keeps it for every page and later. */
  readonly change: (part: Partial<Preferences>) => Promise<void>;
}

const PreferencesContext = createContext<PreferencesAccess | null>(null);

/** Language and appearance of the page. */
export const usePreferences = (): PreferencesAccess => {
  const access = useContext(PreferencesContext);
  if (access === null) throw new Error('no PreferencesProvider');
  return access;
};

/** Follows the preferences with the page's texts and colours. */
export const PreferencesProvider = ({
  initial,
  children,
}: {
  readonly initial: Preferences;
  readonly children: ReactNode;
}) => {
  const rpc = useRpc();
  const { i18n } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const [preferences, setPreferences] = useState(initial);
  const current = useRef(initial);
  const paint = useRef(setColorScheme);
  paint.current = setColorScheme;

  const apply = useCallback(
    (next: Preferences): void => {
      const before = current.current;
      if (next.language === before.language && next.colorScheme === before.colorScheme) return;
      current.current = next;
      setPreferences(next);
      paint.current(next.colorScheme);
      document.documentElement.lang = next.language;
      void i18n.changeLanguage(next.language);
    },
    [i18n],
  );
  const change = useCallback(
    async (part: Partial<Preferences>): Promise<void> => {
      const next = { ...current.current, ...part };
      apply(next);
      await rpc.call('session.setPreferences', next);
    },
    [apply, rpc],
  );
  const access = useMemo(() => ({ preferences, apply, change }), [preferences, apply, change]);
  return <PreferencesContext.Provider value={access}>{children}</PreferencesContext.Provider>;
};
