import { Button, Group, Pill, Stack, Text } from '@mantine/core';
import type { Person, PersonInput } from '@shared/domain/identity/person.ts';
import { samePerson } from '@shared/domain/identity/same-person.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyPerson, PersonFields, personProblems } from '../../../ui/PersonFields.tsx';
import { PersonPicker } from '../../../ui/PersonPicker.tsx';
import { toInput } from '../use-holder.ts';

export interface PersonChoiceProps {
  readonly label: string;
  readonly description?: string;
  readonly people: readonly Person[];
  readonly value: PersonInput | null;
  readonly onChange: (person: PersonInput | null) => void;
  readonly error?: string | undefined;
}

/** One person: of the register, or typed in. */
export const PersonChoice = ({ label, description, people, value, onChange, error }: PersonChoiceProps) => {
  const { t } = useTranslation();
  const known = value === null ? undefined : people.find((person) => samePerson(person, value));
  const [typed, setTyped] = useState(value !== null && known === undefined);
  return (
    <Stack gap="xs">
      <PersonPicker
        label={label}
        {...(description !== undefined && { description })}
        required
        options={people}
        personId={known?.personId ?? null}
        onPick={(person) => {
          setTyped(false);
          onChange(person === null ? null : toInput(person));
        }}
        error={error}
      />
      {!typed && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={`${label}: ${t('guidance.typePerson')}`}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => {
            setTyped(true);
            onChange(emptyPerson);
          }}
        >
          {t('guidance.typePerson')}
        </Button>
      )}
      {typed && <PersonFields value={value ?? emptyPerson} onChange={onChange} />}
    </Stack>
  );
};

export interface ParticipantsProps {
  readonly people: readonly Person[];
  readonly value: readonly PersonInput[];
  readonly onChange: (people: PersonInput[]) => void;
  readonly error?: string | undefined;
}

/** Who is coached or mentored: one person or a group. */
export const Participants = ({ people, value, onChange, error }: ParticipantsProps) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<PersonInput | null>(null);
  const add = (person: PersonInput): void => {
    if (!value.some((known) => samePerson(known, person))) onChange([...value, person]);
  };
  return (
    <Stack gap="xs">
      {value.length > 0 && (
        <Pill.Group>
          {value.map((person) => (
            <Pill
              key={`${person.nip} ${person.name}`}
              withRemoveButton
              size="lg"
              removeButtonProps={{
                'aria-label': t('common.removeNamed', { name: person.name }),
                tabIndex: 0,
                'aria-hidden': false,
              }}
              onRemove={() => onChange(value.filter((other) => other !== person))}
            >
              {person.name}
            </Pill>
          ))}
        </Pill.Group>
      )}
      <PersonPicker
        label={t(value.length === 0 ? 'guidance.participant' : 'guidance.addParticipant')}
        description={t('guidance.participantHint')}
        required={value.length === 0}
        options={people.filter((person) => !value.some((known) => samePerson(known, person)))}
        personId={null}
        onPick={(person) => person !== null && add(toInput(person))}
        error={error}
      />
      {typed === null ? (
        <Button
          variant="subtle"
          size="compact-sm"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => setTyped(emptyPerson)}
        >
          {t('guidance.typePerson')}
        </Button>
      ) : (
        <>
          <PersonFields value={typed} onChange={setTyped} />
          <Group>
            <Button
              variant="default"
              disabled={Object.keys(personProblems(typed)).length > 0}
              onClick={() => {
                add(typed);
                setTyped(null);
              }}
            >
              {t('guidance.addTyped')}
            </Button>
            <Text size="sm" c="dimmed">
              {t('guidance.typedHint')}
            </Text>
          </Group>
        </>
      )}
    </Stack>
  );
};
