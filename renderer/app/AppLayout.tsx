import { AppShell } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { placeOf } from '@shared/domain/place/places.ts';
import { Outlet } from '@tanstack/react-router';
import { useContext, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePath } from '../lib/navigation.ts';
import { PlaceContext } from '../lib/place.ts';
import { usePreferences } from '../lib/preferences.tsx';
import { useQueryCall } from '../lib/query.ts';
import { CommandPalette } from './CommandPalette.tsx';
import { IdleWarning } from './IdleWarning.tsx';
import { IntegrityNotice } from './IntegrityNotice.tsx';
import { Navigation } from './Navigation.tsx';
import { TopBar } from './TopBar.tsx';
import { UnsavedAtLock } from './UnsavedAtLock.tsx';
import { useLeaving } from './use-leaving.ts';

/** The frame around every page: navigation, top bar, palette, skip link; Ctrl+L locks. */
export const AppLayout = () => {
  const { t } = useTranslation();
  const path = usePath();
  const keeper = useContext(PlaceContext);
  const { apply } = usePreferences();
  const session = useQueryCall('session.get', {});
  const [narrow, setNarrow] = useState(false);
  const { asking, lock, go, stay } = useLeaving(keeper);

  const preferences = session.data?.preferences;
  useEffect(() => {
    if (preferences !== undefined) apply(preferences);
  }, [preferences, apply]);
  useEffect(() => keeper.setPath(path), [keeper, path]);

  useHotkeys([['mod+L', lock]], [], true);

  const holder = session.data?.unlocked ?? null;
  const roles = holder?.roles ?? [];
  return (
    <AppShell header={{ height: 52 }} navbar={{ width: narrow ? 64 : 232, breakpoint: 0 }} padding={0}>
      <a className="skip-link" href="#content">
        {t('app.skip')}
      </a>
      <AppShell.Header>
        <TopBar person={holder?.person.name ?? ''} institution={holder?.institution ?? ''} onLock={lock} />
      </AppShell.Header>
      <AppShell.Navbar aria-label={t('app.navigation')}>
        <Navigation roles={roles} narrow={narrow} onNarrow={setNarrow} />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <IntegrityNotice isSettings={path === placeOf('settings')} />
        <Outlet />
      </AppShell.Main>
      <CommandPalette roles={roles} onLock={lock} />
      <IdleWarning />
      {asking !== null && <UnsavedAtLock leave={asking} onLeave={go} onStay={stay} />}
    </AppShell>
  );
};
