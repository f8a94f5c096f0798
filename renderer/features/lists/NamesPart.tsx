import { Group, Switch, TextInput } from '@mantine/core';
import { maxLine } from '@shared/domain/fields.ts';
import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/Section.tsx';
import type { PartProps } from './ChoicePart.tsx';

/** Whether the list names people; then for what and for whom, which stands on it. */
export const NamesPart = ({ form, onChange }: PartProps) => {
  const { t } = useTranslation();
  return (
    <Section title={t('lists.names')} intro={t('lists.namesIntro')}>
      <Switch
        label={t('lists.withNames')}
        checked={form.isNamed}
        onChange={(event) => onChange({ isNamed: event.currentTarget.checked })}
      />
      {form.isNamed && (
        <Group gap="sm" mt="sm" align="flex-start">
          {(['purpose', 'receiver'] as const).map((part) => (
            <TextInput
              key={part}
              label={t(`lists.${part}`)}
              description={t(`lists.${part}Help`)}
              required
              w={400}
              maw="100%"
              maxLength={maxLine}
              value={form[part]}
              onChange={(event) => onChange({ [part]: event.currentTarget.value })}
            />
          ))}
        </Group>
      )}
    </Section>
  );
};
