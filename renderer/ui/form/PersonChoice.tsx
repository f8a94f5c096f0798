import { Button, Stack } from '@mantine/core';
import { emptyPerson, type Person, type PersonInput, toPersonInput } from '@shared/domain/identity/person.ts';
import { samePerson } from '@shared/domain/identity/same-person.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AlikeAsked } from './AlikeAsked.tsx';
import { PersonFields } from './PersonFields.tsx';
import { PersonPicker } from './PersonPicker.tsx';

export interface PersonChoiceProps {
  readonly label: string;
  readonly description?: string | undefined;
  readonly required?: boolean;
  readonly people: readonly Person[];
  readonly value: PersonInput | null;
  readonly onChange: (person: PersonInput | null) => void;
  readonly error?: string | undefined;
}

/** One person: picked from the register first, typed in on demand. */
export const PersonChoice = ({
  label,
  description,
  required = true,
  people,
  value,
  onChange,
  error,
}: PersonChoiceProps) => {
  const { t } = useTranslation();
  const known = value === null ? undefined : people.find((person) => samePerson(person, value));
  const [typed, setTyped] = useState(value !== null && known === undefined);
  return (
    <Stack gap="xs">
      <PersonPicker
        label={label}
        {...(description !== undefined && { description })}
        required={required}
        options={people}
        personId={known?.personId ?? null}
        onPick={(person) => {
          setTyped(false);
          onChange(person === null ? null : toPersonInput(person));
        }}
        error={error}
      />
      {!typed && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={`${label}: ${t('person.typeIn')}`}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => {
            setTyped(true);
            onChange(emptyPerson);
          }}
        >
          {t('person.typeIn')}
        </Button>
      )}
      {typed && <PersonFields value={value ?? emptyPerson} onChange={onChange} />}
      {value !== null && <AlikeAsked value={value} onChange={onChange} />}
    </Stack>
  );
};
