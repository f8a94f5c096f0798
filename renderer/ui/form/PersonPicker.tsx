import { Select } from '@mantine/core';
import type { Person } from '@shared/domain/identity/person.ts';
import { useTranslation } from 'react-i18next';

export interface PersonPickerProps {
  readonly label: string;
  readonly description?: string;
  readonly required?: boolean;
  /** Who may be picked, e.g. the answer of `persons.list`. */
  readonly options: readonly Person[];
  readonly personId: string | null;
  readonly onPick: (person: Person | null) => void;
  readonly error?: string | undefined;
}

/** Picks a person of the register by name, position or unit. */
export const PersonPicker = ({ label, description, required, options, personId, onPick, error }: PersonPickerProps) => {
  const { t } = useTranslation();
  return (
    <Select
      label={label}
      description={description}
      required={required}
      searchable
      clearable
      limit={50}
      data={options.map(({ personId: value, name, position, unit }) => ({
        value,
        label: [name, position, unit].filter((part) => part !== '').join(' · '),
      }))}
      value={personId}
      onChange={(id) => onPick(options.find((person) => person.personId === id) ?? null)}
      nothingFoundMessage={t('common.nothingFound')}
      error={error}
    />
  );
};
