import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../ui/Section.tsx';
import { FoundDialog } from '../members/FoundDialog.tsx';

/** The publisher's vault is gone, or the post passed on: this vault continues the directory. */
export const TakeOver = () => {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  return (
    <Section title={t('directory.takeOverTitle')}>
      <Stack gap="sm">
        <Text>{t('directory.takeOverWhy')}</Text>
        <Group>
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('directory.takeOver')}
          </Button>
        </Group>
      </Stack>
      {asking && <FoundDialog takeOver onClose={() => setAsking(false)} />}
    </Section>
  );
};
