import '../lib/zod-setup.ts';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import '@mantine/tiptap/styles.css';
import '../ui/base.css';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { NotesSidePanel } from '../features/notes/index.tsx';
import { forbidDragOut } from '../lib/forbid-drag-out.ts';
import { startI18n } from '../lib/i18n.ts';
import { markCopies } from '../lib/mark-copies.ts';
import { PlaceProvider } from '../lib/place.ts';
import { askAnew, createQueryClient } from '../lib/query.ts';
import { connect } from '../lib/rpc/connect.ts';
import { saveUnsaved } from '../lib/saving/savers.ts';
import { allTexts } from '../lib/texts-all.ts';
import { ClockAsking } from '../ui/clock/ClockAsking.tsx';
import { SidePanelProvider } from '../ui/side-panel.tsx';
import { PageProviders } from './PageProviders.tsx';
import { startPlaceKeeper } from './place-keeper.ts';
import { createAppRouter } from './router.tsx';
import { featureRoutes } from './routes.ts';
import { TellDrops } from './TellDrops.tsx';
import { TellLimits } from './TellLimits.tsx';

/** Panels that pages of other features may show beside their content. */
const sidePanels = { notes: NotesSidePanel };

/** Settles when what was rendered has been drawn: the frame after it has begun. */
const drawn = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));

const start = async (): Promise<void> => {
  forbidDragOut();
  markCopies();
  const rpc = await connect();
  const [session, place] = await Promise.all([rpc.call('session.get', {}), startPlaceKeeper(rpc)]);
  if (!session.ok) return;
  const queries = createQueryClient();
  const router = createAppRouter(featureRoutes, place.path);
  const element = document.getElementById('root');
  if (element === null) throw new Error('no root');
  const root = createRoot(element);

  const leave = async (): Promise<void> => {
    place.flush();
    await saveUnsaved();
  };
  rpc.onEvent((event) => {
    if (event.event === 'changed') askAnew(queries, event.areas);
    if (event.event === 'lockSoon') void leave();
  });
  window.addEventListener('pagehide', () => void leave());
  // The backend has gone: nothing stays on screen or in the page's caches.
  rpc.onClose(() => {
    root.unmount();
    queries.clear();
    document.body.replaceChildren();
  });

  const stop = router.subscribe('onRendered', () => {
    stop();
    void drawn().then(() => rpc.call('session.drawn', {}));
  });
  const { preferences } = session.value;
  root.render(
    <PageProviders rpc={rpc} texts={startI18n(allTexts, preferences.language)} preferences={preferences}>
      <QueryClientProvider client={queries}>
        <PlaceProvider value={place}>
          <Notifications position="bottom-right" />
          <TellLimits />
          <TellDrops />
          <ClockAsking>
            <SidePanelProvider panels={sidePanels}>
              <RouterProvider router={router} />
            </SidePanelProvider>
          </ClockAsking>
        </PlaceProvider>
      </QueryClientProvider>
    </PageProviders>,
  );
};

void start();
