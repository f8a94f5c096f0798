import { Group, Select, Stack, Text } from '@mantine/core';
import { directoryLimits } from '@shared/domain/identity/directory.ts';
import { type Role, roles } from '@shared/domain/identity/person.ts';
import { useTranslation } from 'react-i18next';
import { today } from '../../lib/format.ts';
import { DateField } from '../../ui/form/DateField.tsx';
import { EntryList } from '../../ui/form/EntryList.tsx';
import { removeAt, replaceAt } from '../../ui/form/field-props.ts';
import { spanProblem, type TypedSpan } from './role-spans.ts';

export interface RoleSpansInputProps {
  readonly value: readonly TypedSpan[];
  readonly onChange: (next: readonly TypedSpan[]) => void;
}

interface SpanProps {
  readonly span: TypedSpan;
  readonly number: number;
  readonly onChange: (part: Partial<TypedSpan>) => void;
}

const SpanInput = ({ span, number, onChange }: SpanProps) => {
  const { t } = useTranslation();
  const problem = spanProblem(span);
  return (
    <Group gap="xs" align="flex-start">
      <Select
        label={t('directory.roleOf', { number })}
        data={roles.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
        value={span.role}
        allowDeselect={false}
        flex={1}
        miw={220}
        onChange={(role) => role !== null && onChange({ role: role as Role })}
      />
      <DateField
        bare
        label={t('directory.from')}
        name={t('directory.fromOf', { number })}
        value={span.from}
        onChange={(from) => onChange({ from })}
        error={problem === 'fromMissing' ? t('common.required') : undefined}
      />
      <DateField
        bare
        label={t('directory.to')}
        name={t('directory.toOf', { number })}
        value={span.to ?? ''}
        onChange={(to) => onChange({ to: to || null })}
        error={problem === 'endsBefore' ? t('directory.endsBefore') : undefined}
      />
    </Group>
  );
};

/** Roles that are certified, each from a day to a day; an empty end means until further notice. */
export const RoleSpansInput = ({ value, onChange }: RoleSpansInputProps) => {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" role="group" aria-label={t('directory.roles')}>
      <Text fw={500} size="sm">
        {t('directory.roles')}
      </Text>
      <EntryList
        inRow
        entries={value}
        legendOf={(number) => t('directory.roleOf', { number })}
        removeLabelOf={(number) => t('directory.removeRole', { number })}
        addLabel={t('directory.addRole')}
        max={directoryLimits.roles}
        onAdd={() => onChange([...value, { role: 'employee', from: today(), to: null }])}
        onRemove={(index) => onChange(removeAt(value, index))}
      >
        {(span, index) => (
          <SpanInput
            span={span}
            number={index + 1}
            onChange={(part) => onChange(replaceAt(value, index, { ...span, ...part }))}
          />
        )}
      </EntryList>
      <Text size="sm" c="dimmed">
        {t('directory.fromHint')} {t('directory.toHint')}
      </Text>
    </Stack>
  );
};
