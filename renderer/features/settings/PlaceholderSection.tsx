import { TextInput } from '@mantine/core';
import type { Settings } from '@shared/contract/settings.ts';
import { maxLine } from '@shared/domain/fields.ts';
import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/Section.tsx';

export interface PlaceholderSectionProps {
  readonly value: Settings['placeholders'];
  readonly onChange: (next: Settings['placeholders']) => void;
}

/** The words in a DOCX that an office's own system replaces by number, date and signature. */
export const PlaceholderSection = ({ value, onChange }: PlaceholderSectionProps) => {
  const { t } = useTranslation();
  return (
    <Section title={t('settings.placeholders')} intro={t('settings.placeholdersHint')}>
      {(['numberWord', 'dateWord', 'signatureWord'] as const).map((name) => (
        <TextInput
          key={name}
          label={t(`settings.placeholder.${name}`)}
          required
          value={value[name]}
          maxLength={maxLine}
          onChange={(event) => onChange({ ...value, [name]: event.currentTarget.value })}
          mb="xs"
        />
      ))}
    </Section>
  );
};
