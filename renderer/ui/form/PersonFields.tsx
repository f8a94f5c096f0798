import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { isNipShape, nipDigits, typedNip } from '@shared/domain/identity/nip.ts';
import { nipDoubts } from '@shared/domain/identity/nip-check.ts';
import { employmentStatuses, type PersonInput, personLimits } from '@shared/domain/identity/person.ts';
import { typedLine } from '@shared/kernel/hidden-signs.ts';
import { useTranslation } from 'react-i18next';
import { today } from '../../lib/format.ts';

/** What is wrong with a person typed in: field → key of the text. Empty when it can be used. */
export const personProblems = (person: PersonInput): Partial<Record<keyof PersonInput, string>> => ({
  ...(typedLine(person.name) === '' ? { name: 'person.nameMissing' } : {}),
  ...(isNipShape(person.nip) ? {} : { nip: 'person.nipDigits' }),
});

export interface PersonFieldsProps {
  readonly value: PersonInput;
  readonly onChange: (next: PersonInput) => void;
  /** Shows what is missing, not only what is malformed. */
  readonly showProblems?: boolean;
  readonly disabled?: boolean;
}

/** A NIP may be typed with spaces, dots and dashes between its digits. */
const maxTypedNip = nipDigits + 12;

/** Identity block of one person (law: identityBlock): name, NIP, rank, position, unit, status. */
export const PersonFields = ({ value, onChange, showProblems = false, disabled = false }: PersonFieldsProps) => {
  const { t } = useTranslation();
  const problems = personProblems(value);
  const set = (part: Partial<PersonInput>): void => onChange({ ...value, ...part });
  const line = (field: 'rank' | 'position' | 'unit') => (
    <TextInput
      label={t(`person.${field}`)}
      value={value[field]}
      maxLength={personLimits[field]}
      disabled={disabled}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  );
  const nipProblem = problems.nip ?? null;
  const [doubt] = nipDoubts(value.nip, today());
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      <TextInput
        label={t('person.name')}
        required
        value={value.name}
        maxLength={personLimits.name}
        disabled={disabled}
        onChange={(event) => set({ name: event.currentTarget.value })}
        error={showProblems && problems.name !== undefined && t(problems.name)}
      />
      <TextInput
        label={t('person.nip')}
        description={t(doubt === undefined ? 'person.nipHint' : `person.nipDoubt.${doubt}`)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        inputMode="numeric"
        value={value.nip}
        maxLength={maxTypedNip}
        disabled={disabled}
        onChange={(event) => set({ nip: typedNip(event.currentTarget.value) })}
        error={nipProblem !== null && (showProblems || value.nip.length >= nipDigits) && t(nipProblem)}
      />
      {line('rank')}
      {line('position')}
      {line('unit')}
      <Select
        label={t('person.employmentStatus')}
        data={employmentStatuses.map((status) => ({ value: status, label: t(`person.status.${status}`) }))}
        value={value.employmentStatus}
        allowDeselect={false}
        disabled={disabled}
        onChange={(status) => status !== null && set({ employmentStatus: status as PersonInput['employmentStatus'] })}
      />
    </SimpleGrid>
  );
};
