import { Loader, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePath } from '../../lib/navigation.ts';
import { usePlace } from '../../lib/place.ts';
import { useQueryCall } from '../../lib/query.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Page } from '../../ui/Page.tsx';
import { InvitationsTab } from './invitations/InvitationsTab.tsx';
import { MembersTab } from './members/MembersTab.tsx';
import { OfficeTab } from './office/OfficeTab.tsx';
import { OwnTab } from './own/OwnTab.tsx';
import { SpecialTab } from './special/SpecialTab.tsx';

/** Direktori & kartu, in parts: oneself, the directory, invitations (of the publisher), and what seldom matters. */
export const DirectoryPage = () => {
  const { t } = useTranslation();
  const [tab, setTab] = usePlace<string>(usePath(), 'own');
  const status = useQueryCall('identity.status', {});
  const data = status.data;
  const publishes = data?.directory?.own === true;
  const tabs = ['own', 'members', 'office', ...(publishes ? ['invitations'] : []), 'special'];
  const shown = tabs.includes(tab) ? tab : 'own';
  return (
    <Page title={t('directory.title')} intro={t('directory.intro')}>
      {status.error && <ErrorNotice error={status.error} onRetry={() => void status.refetch()} />}
      {data === undefined && status.error === null && <Loader aria-label={t('common.loading')} />}
      {data !== undefined && (
        <Tabs value={shown} onChange={(next) => next !== null && setTab(next)} keepMounted={false}>
          <Tabs.List mb="md" aria-label={t('directory.tabs')}>
            {tabs.map((name) => (
              <Tabs.Tab key={name} value={name}>
                {t(`directory.tab.${name}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="own">
            <OwnTab status={data} />
          </Tabs.Panel>
          <Tabs.Panel value="members">
            <MembersTab directory={data.directory} />
          </Tabs.Panel>
          <Tabs.Panel value="office">
            <OfficeTab />
          </Tabs.Panel>
          {publishes && (
            <Tabs.Panel value="invitations">
              <InvitationsTab />
            </Tabs.Panel>
          )}
          <Tabs.Panel value="special">
            <SpecialTab status={data} />
          </Tabs.Panel>
        </Tabs>
      )}
    </Page>
  );
};
