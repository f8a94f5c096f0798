import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import type { Role } from '@shared/domain/identity/person.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { IconFolder, IconLock, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '../lib/navigation.ts';
import { useQueryCall } from '../lib/query.ts';
import { paletteRoutesFor } from './Navigation.tsx';

/** Pages, files and actions by a few letters (Ctrl+K). Files are asked for when it opens. */
export const CommandPalette = ({ roles, onLock }: { readonly roles: readonly Role[]; readonly onLock: () => void }) => {
  const { t } = useTranslation();
  const go = useGo();
  const [opened, setOpened] = useState(false);
  const cases = useQueryCall('case.list', {}, { enabled: opened });
  const groups: SpotlightActionGroupData[] = [
    {
      group: t('app.palettePages'),
      actions: paletteRoutesFor(roles).map(({ place, labelKey, icon: Icon }) => ({
        id: place,
        label: t(labelKey),
        leftSection: <Icon size={18} stroke={1.6} />,
        onClick: () => go(place),
      })),
    },
    {
      group: t('app.paletteActions'),
      actions: [
        {
          id: 'lock',
          label: t('app.lock'),
          leftSection: <IconLock size={18} stroke={1.6} aria-hidden />,
          onClick: onLock,
        },
      ],
    },
    {
      group: t('app.paletteCases'),
      actions: (cases.data ?? []).map(({ caseId, employeeName, unit, listNumber }) => ({
        id: caseId,
        label: employeeName,
        description: [listNumber, unit].filter((part) => part !== '').join(' · '),
        leftSection: <IconFolder size={18} stroke={1.6} aria-hidden />,
        onClick: () => go(placeOf('case', { caseId })),
      })),
    },
  ];
  return (
    <Spotlight
      actions={groups}
      shortcut="mod + K"
      tagsToIgnore={[]}
      triggerOnContentEditable
      limit={12}
      scrollable
      maxHeight={480}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('app.palette') } }}
      attributes={{ content: { 'aria-label': t('app.palette') } }}
      nothingFound={t('app.paletteEmpty')}
      onSpotlightOpen={() => setOpened(true)}
      onSpotlightClose={() => setOpened(false)}
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: t('app.paletteSearch'),
        'aria-label': t('app.paletteSearch'),
      }}
    />
  );
};
