import { type MantineColorSchemeManager, MantineProvider } from '@mantine/core';
import { setNonce } from 'get-nonce';
import type { i18n } from 'i18next';
import { type ReactNode, StrictMode, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { type Preferences, PreferencesProvider } from '../lib/preferences.tsx';
import type { RpcClient } from '../lib/rpc/client.ts';
import { RpcProvider } from '../lib/rpc-context.ts';
import { readableVariables, theme } from '../ui/theme.ts';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
setNonce(nonce);

/** Keeps the appearance in memory alone: the backend keeps it for the next start. */
const schemeInMemory = (initial: Preferences['colorScheme']): MantineColorSchemeManager => ({
  get: () => initial,
  set: () => {},
  subscribe: () => {},
  unsubscribe: () => {},
  clear: () => {},
});

export interface PageProvidersProps {
  readonly rpc: RpcClient;
  readonly texts: i18n;
  readonly preferences: Preferences;
  readonly children: ReactNode;
}

/** What both pages stand on: the port's client, texts, theme with this page's style nonce, preferences. */
export const PageProviders = ({ rpc, texts, preferences, children }: PageProvidersProps) => {
  const [schemeManager] = useState(() => schemeInMemory(preferences.colorScheme));
  return (
    <StrictMode>
      <RpcProvider value={rpc}>
        <I18nextProvider i18n={texts}>
          <MantineProvider
            theme={theme}
            cssVariablesResolver={readableVariables}
            colorSchemeManager={schemeManager}
            defaultColorScheme={preferences.colorScheme}
            getStyleNonce={() => nonce}
          >
            <PreferencesProvider initial={preferences}>{children}</PreferencesProvider>
          </MantineProvider>
        </I18nextProvider>
      </RpcProvider>
    </StrictMode>
  );
};
