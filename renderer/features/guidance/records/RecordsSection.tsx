import { Stack, Text } from '@mantine/core';
import type { RecordView } from '@shared/contract/guidance.ts';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../ui/Section.tsx';
import { RecordCard } from './RecordCard.tsx';

/** Records of a file: who signed, who is still to, and what can be done with each. */
export const RecordsSection = ({ records }: { readonly records: readonly RecordView[] }) => {
  const { t } = useTranslation();
  return (
    <Section title={t('guidance.records.title')} intro={t('guidance.records.intro')}>
      {records.length === 0 && <Text c="dimmed">{t('guidance.records.empty')}</Text>}
      <Stack gap="md">
        {[...records].reverse().map((record) => (
          <RecordCard key={record.hash} view={record} />
        ))}
      </Stack>
    </Section>
  );
};
