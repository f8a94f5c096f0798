import { Button, Group, Pill, Stack, Text } from '@mantine/core';
import { type GuidanceKind, isLed } from '@shared/domain/guidance/record.ts';
import { emptyPerson, type Person, type PersonInput, toPersonInput } from '@shared/domain/identity/person.ts';
import { samePerson } from '@shared/domain/identity/same-person.ts';
import { useTranslation } from 'react-i18next';
import { PersonFields, personProblems } from '../../../ui/form/PersonFields.tsx';
import { PersonPicker } from '../../../ui/form/PersonPicker.tsx';

export interface ParticipantsProps {
  readonly kind: GuidanceKind;
  readonly people: readonly Person[];
  readonly value: readonly PersonInput[];
  readonly onChange: (people: PersonInput[]) => void;
  /** Who is typed in and not added yet; kept with the form, like all that is typed. */
  readonly typed?: PersonInput | null;
  /** Absent: people of the register alone. */
  readonly onTyped?: (person: PersonInput | null) => void;
  readonly error?: string | undefined;
}

/** Who takes part: one person or several. */
export const Participants = ({ kind, people, value, onChange, typed = null, onTyped, error }: ParticipantsProps) => {
  const { t } = useTranslation();
  const add = (person: PersonInput): void => {
    if (!value.some((known) => samePerson(known, person))) onChange([...value, person]);
  };
  const which = value.length === 0 ? 'participant' : 'addParticipant';
  const label = t(isLed(kind) ? `guidance.${which}` : `guidance.role.${kind}.${which}`);
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
        label={label}
        description={isLed(kind) ? t('guidance.participantHint') : undefined}
        required={value.length === 0}
        options={people.filter((person) => !value.some((known) => samePerson(known, person)))}
        personId={null}
        onPick={(person) => person !== null && add(toPersonInput(person))}
        error={error}
      />
      {onTyped !== undefined && typed === null && (
        <Button
          variant="subtle"
          size="compact-sm"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => onTyped(emptyPerson)}
        >
          {t('person.typeIn')}
        </Button>
      )}
      {onTyped !== undefined && typed !== null && (
        <>
          <PersonFields value={typed} onChange={onTyped} />
          <Group>
            <Button
              variant="default"
              disabled={Object.keys(personProblems(typed)).length > 0}
              onClick={() => {
                add(typed);
                onTyped(null);
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
