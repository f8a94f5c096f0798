import { Alert, Button, Group } from '@mantine/core';
import { placeOf } from '@shared/domain/place/places.ts';
import { IconShieldX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useGo } from '../lib/navigation.ts';
import { useKeepPlace } from '../lib/place.ts';
import { useQueryCall } from '../lib/query.ts';
import { FindingList } from '../ui/FindingList.tsx';

export interface IntegrityNoticeProps {
  /** True where the settings are open: what was found, and what can be done, stands there. */
  readonly isSettings: boolean;
}

/** Says above each page that the vault is not whole, and leads to what can be done; nothing while nothing was found. */
export const IntegrityNotice = ({ isSettings }: IntegrityNoticeProps) => {
  const { t } = useTranslation();
  const go = useGo();
  const keepPlace = useKeepPlace();
  const findings = useQueryCall('integrity.status', {}).data?.findings ?? [];
  if (findings.length === 0 || isSettings) return null;
  const settle = (): void => {
    keepPlace(placeOf('settings'), 'security');
    go(placeOf('settings'));
  };
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      m="md"
      mb={0}
      icon={<IconShieldX aria-hidden />}
      title={t('integrity.broken')}
    >
      <FindingList findings={findings} />
      <Group mt="xs">
        <Button size="compact-md" variant="default" onClick={settle}>
          {t('integrity.settle')}
        </Button>
      </Group>
    </Alert>
  );
};
