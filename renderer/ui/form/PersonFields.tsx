import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { isNipShape, nipDigits, typedNip } from '@shared/domain/identity/nip.ts';
import { nipDoubts } from '@shared/domain/identity/nip-check.ts';
import { employmentStatuses, type PersonInput, personLimits } from '@shared/domain/identity/person.ts';
import { typedLine } from '@shared/kernel/hidden-signs.ts';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../../lib/format.ts';
import { useJudging } from './judging.ts';

/** What is wrong with a person typed in: field → key of the text. Empty when it can be used. */
export const personProblems = (person: PersonInput): Partial<Record<keyof PersonInput, string>> => ({
  ...(typedLine(person.name) === '' ? { name: 'person.nameMissing' } : {}),
  ...(isNipShape(person.nip) ? {} : { nip: 'person.nipDigits' }),
});

export interface PersonFieldsProps {
  readonly value: PersonInput;
  readonly onChange: (next: PersonInput) => void;
  /** Somebody tried to go on: what is wrong is said of fields that nobody was in, too. */
  readonly showProblems?: boolean;
  readonly disabled?: boolean;
}

/** A NIP may be typed with spaces, dots and dashes between its digits. */
const maxTypedNip = nipDigits + 12;

/** What is wrong is said of a field once it is left, or Enter is pressed in it, which goes on. */
const useProblems = (person: PersonInput, tried: boolean) => {
  const { t } = useTranslation();
  const { judging, shown } = useJudging();
  const problems: Readonly<Record<string, string>> = personProblems(person);
  const issue = shown((field) => {
    const problem = problems[String(field)];
    return problem === undefined ? undefined : t(problem);
  }, tried);
  return {
    wrote: judging.wrote,
    props: (field: keyof PersonInput) => ({
      error: issue(field),
      onBlur: () => judging.left(field),
      onKeyDown: ({ key }: KeyboardEvent) => key === 'Enter' && judging.left(field),
    }),
  };
};

/** Identity block of one person (law: identityBlock): name, NIP, rank, position, unit, status. */
export const PersonFields = ({ value, onChange, showProblems = false, disabled = false }: PersonFieldsProps) => {
  const { t } = useTranslation();
  const { wrote, props } = useProblems(value, showProblems);
  const set = (part: Partial<PersonInput>): void => onChange({ ...value, ...part });
  const write = (field: 'name' | 'nip', typed: string): void => {
    wrote(field);
    set({ [field]: typed });
  };
  const line = (field: 'rank' | 'position' | 'unit') => (
    <TextInput
      label={t(`person.${field}`)}
      value={value[field]}
      maxLength={personLimits[field]}
      disabled={disabled}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  );
  const [doubt] = nipDoubts(value.nip, today());
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      <TextInput
        label={t('person.name')}
        required
        value={value.name}
        maxLength={personLimits.name}
        disabled={disabled}
        onChange={(event) => write('name', event.currentTarget.value)}
        {...props('name')}
      />
      <TextInput
        label={t('person.nip')}
        description={t(doubt === undefined ? 'person.nipHint' : `person.nipDoubt.${doubt}`)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        inputMode="numeric"
        value={value.nip}
        maxLength={maxTypedNip}
        disabled={disabled}
        onChange={(event) => write('nip', typedNip(event.currentTarget.value))}
        {...props('nip')}
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
