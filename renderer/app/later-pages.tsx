import './lock-styles.ts';
import { createRoot } from 'react-dom/client';
import { LaterPage, type LaterPageProps } from '../features/vault/LaterPage.tsx';
import { startI18n } from '../lib/i18n.ts';
import type { Preferences } from '../lib/preferences.tsx';
import type { RpcClient } from '../lib/rpc/client.ts';
import { lockTexts } from '../lib/texts-lock.ts';
import { PageProviders } from './PageProviders.tsx';

/** Draws a later page into an element with the component library; the returned function takes it away. */
export const drawLaterPage = (
  element: HTMLElement,
  rpc: RpcClient,
  preferences: Preferences,
  props: LaterPageProps,
): (() => void) => {
  const root = createRoot(element);
  root.render(
    <PageProviders rpc={rpc} texts={startI18n(lockTexts, preferences.language)} preferences={preferences}>
      <LaterPage {...props} />
    </PageProviders>,
  );
  return () => root.unmount();
};
