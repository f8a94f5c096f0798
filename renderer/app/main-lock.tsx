import './lock-styles.ts';
import { createRoot } from 'react-dom/client';
import { LockPage } from '../features/vault/LockPage.tsx';
import { forbidDragOut } from '../lib/forbid-drag-out.ts';
import { startI18n } from '../lib/i18n.ts';
import { connect } from '../lib/rpc/connect.ts';
import { lockTexts } from '../lib/texts-lock.ts';
import { PageProviders } from './PageProviders.tsx';

const start = async (): Promise<void> => {
  forbidDragOut();
  const rpc = await connect();
  const [session, list] = await Promise.all([rpc.call('session.get', {}), rpc.call('vault.list', {})]);
  const preferences = session.ok
    ? session.value.preferences
    : { language: 'id' as const, colorScheme: 'auto' as const };
  const root = document.getElementById('root');
  if (root === null) throw new Error('no root');
  createRoot(root).render(
    <PageProviders rpc={rpc} texts={startI18n(lockTexts, preferences.language)} preferences={preferences}>
      <LockPage
        reason={new URLSearchParams(window.location.search).get('reason')}
        version={session.ok ? session.value.appVersion : ''}
        found={list}
      />
    </PageProviders>,
  );
};

void start();
