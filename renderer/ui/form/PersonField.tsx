import { Button, Fieldset, Group, Stack, Text } from '@mantine/core';
import type { FieldOf } from '@shared/domain/form/field.ts';
import { emptyPerson, isNobody, type PersonInput, toPersonInput } from '@shared/domain/identity/person.ts';
import { IconUserPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQueryCall } from '../../lib/query.ts';
import { AlikeAsked } from './AlikeAsked.tsx';
import type { FieldProps } from './field-props.ts';
import { PersonChoice } from './PersonChoice.tsx';
import { PersonFields } from './PersonFields.tsx';
import { PersonPicker } from './PersonPicker.tsx';

export interface PersonFieldProps {
  readonly label: string;
  readonly help?: string | undefined;
  readonly required?: boolean;
  readonly value: PersonInput;
  readonly onChange: (next: PersonInput) => void;
  /** What is wrong with the person as a whole. */
  readonly error?: string | undefined;
  readonly showProblems?: boolean;
  readonly onClear?: () => void;
}

/** A person, picked from the register or typed in. */
export const PersonField = ({
  label,
  help,
  required,
  value,
  onChange,
  error,
  showProblems,
  onClear,
}: PersonFieldProps) => {
  const { t } = useTranslation();
  const known = useQueryCall('persons.list', {}).data ?? [];
  const same = known.find((person) => person.name === value.name && person.nip === value.nip);
  return (
    <Fieldset legend={required ? `${label} *` : label} aria-label={label}>
      <Stack gap="xs">
        {help !== undefined && (
          <Text size="sm" c="dimmed">
            {help}
          </Text>
        )}
        {known.length > 0 && (
          <PersonPicker
            label={t('person.choose')}
            options={known}
            personId={same?.personId ?? null}
            onPick={(person) => onChange(person === null ? emptyPerson : toPersonInput(person))}
          />
        )}
        <PersonFields value={value} onChange={onChange} showProblems={showProblems ?? false} />
        <AlikeAsked value={value} onChange={onChange} />
        {error !== undefined && (
          <Text size="sm" c="var(--mantine-color-error)">
            {error}
          </Text>
        )}
        {onClear !== undefined && (
          <Group>
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              leftSection={<IconX size={15} aria-hidden />}
              onClick={onClear}
            >
              {t('person.setNobody')}
            </Button>
          </Group>
        )}
      </Stack>
    </Fieldset>
  );
};

const isPerson = (value: unknown): value is PersonInput =>
  typeof value === 'object' && value !== null && 'name' in value;

/** A person of a record, picked first: the fields come once somebody is typed in. */
const FoldedPerson = ({ field, label, help, value, onChange, issue }: FieldProps<FieldOf<'person'>>) => {
  const known = useQueryCall('persons.list', {}).data;
  if (known === undefined) return null;
  return (
    <PersonChoice
      label={label}
      description={help}
      required={field.required ?? false}
      people={known}
      value={isPerson(value) && !isNobody(value) ? value : null}
      onChange={(person) => onChange(person ?? emptyPerson)}
      error={issue() ?? issue('name') ?? issue('nip')}
    />
  );
};

/** A person field of a record; an optional one may stay empty. */
export const PersonInputField = (props: FieldProps<FieldOf<'person'>>) => {
  const { field, label, help, value, onChange, issue } = props;
  const { t } = useTranslation();
  const optional = field.optional === true;
  const refusal = issue() ?? issue('name') ?? issue('nip');
  if (field.folded) return <FoldedPerson {...props} />;
  if (optional && !isPerson(value))
    return (
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<IconUserPlus size={16} aria-hidden />}
          onClick={() => onChange(emptyPerson)}
        >
          {t('person.setSomebody', { label })}
        </Button>
        <Text size="sm" c="dimmed">
          {help}
        </Text>
      </Group>
    );
  return (
    <PersonField
      label={label}
      help={help}
      required={field.required ?? false}
      value={isPerson(value) ? value : emptyPerson}
      onChange={onChange}
      showProblems={refusal !== undefined}
      {...(optional ? { onClear: () => onChange(null) } : {})}
    />
  );
};
