import { Select, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Input, useCommand } from '../../lib/query.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Section } from '../../ui/Section.tsx';

type Preferences = Input<'session.setPreferences'>;

export interface AppearanceTabProps {
  readonly preferences: Preferences;
  readonly version: string;
}

/** Language and colours; both take effect at once. */
export const AppearanceTab = ({ preferences, version }: AppearanceTabProps) => {
  const { t } = useTranslation();
  const save = useCommand('session.setPreferences');
  const change = (part: Partial<Preferences>): void => void save.run({ ...preferences, ...part });
  return (
    <Section title={t('settings.appearance')}>
      {save.error !== null && <ErrorNotice error={save.error} />}
      <Select
        label={t('settings.language')}
        data={[
          { value: 'id', label: 'Bahasa Indonesia' },
          { value: 'en', label: 'English' },
        ]}
        value={preferences.language}
        allowDeselect={false}
        onChange={(language) => language !== null && change({ language: language as Preferences['language'] })}
        mb="xs"
      />
      <Select
        label={t('settings.scheme')}
        data={(['light', 'dark', 'auto'] as const).map((scheme) => ({
          value: scheme,
          label: t(`settings.schemes.${scheme}`),
        }))}
        value={preferences.colorScheme}
        allowDeselect={false}
        onChange={(scheme) => scheme !== null && change({ colorScheme: scheme as Preferences['colorScheme'] })}
        mb="md"
      />
      <Text size="sm" c="dimmed">
        {t('settings.version')}: {version}
      </Text>
    </Section>
  );
};
