import { Button, Group, Tabs } from '@mantine/core';
import { placeOf } from '@shared/domain/place/places.ts';
import { useTranslation } from 'react-i18next';
import { useGo, usePath } from '../../lib/navigation.ts';
import { usePlace } from '../../lib/place.ts';
import { useQueryCall } from '../../lib/query.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Page } from '../../ui/Page.tsx';
import { AppearanceTab } from './AppearanceTab.tsx';
import { BackupTab } from './BackupTab.tsx';
import { DocumentsTab } from './DocumentsTab.tsx';
import { InstitutionTab } from './InstitutionTab.tsx';
import { ProfileTab } from './ProfileTab.tsx';
import { SecurityTab } from './SecurityTab.tsx';

const tabs = ['profile', 'institution', 'documents', 'backups', 'security', 'appearance'] as const;

/** Everything that the holder may set. */
export const SettingsPage = () => {
  const { t } = useTranslation();
  const go = useGo();
  const [tab, setTab] = usePlace<string>(usePath(), 'profile');
  const settings = useQueryCall('settings.get', {});
  const session = useQueryCall('session.get', {});
  const failure = settings.error ?? session.error;
  const ready =
    settings.data !== undefined && session.data?.unlocked ? { settings: settings.data, session: session.data } : null;
  return (
    <Page
      title={t('settings.title')}
      width="reading"
      actions={
        <Group gap="sm">
          <Button variant="default" onClick={() => go(placeOf('retention'))}>
            {t('retention.nav')}
          </Button>
          <Button variant="default" onClick={() => go(placeOf('directory'))}>
            {t('directory.nav')}
          </Button>
        </Group>
      }
    >
      {failure !== null && <ErrorNotice error={failure} />}
      {ready !== null && (
        <Tabs value={tab} onChange={(next) => next !== null && setTab(next)} keepMounted={false}>
          <Tabs.List mb="md">
            {tabs.map((name) => (
              <Tabs.Tab key={name} value={name}>
                {t(`settings.${name}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="profile">
            {ready.session.unlocked && <ProfileTab owner={ready.session.unlocked} />}
          </Tabs.Panel>
          <Tabs.Panel value="institution">
            <InstitutionTab settings={ready.settings} />
          </Tabs.Panel>
          <Tabs.Panel value="documents">
            <DocumentsTab settings={ready.settings} />
          </Tabs.Panel>
          <Tabs.Panel value="backups">
            <BackupTab />
          </Tabs.Panel>
          <Tabs.Panel value="security">
            <SecurityTab settings={ready.settings} />
          </Tabs.Panel>
          <Tabs.Panel value="appearance">
            <AppearanceTab preferences={ready.session.preferences} version={ready.session.appVersion} />
          </Tabs.Panel>
        </Tabs>
      )}
    </Page>
  );
};
