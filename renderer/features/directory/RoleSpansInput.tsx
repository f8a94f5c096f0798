import { ActionIcon, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { type Role, roles } from '@shared/domain/identity/person.ts';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { today } from '../../lib/format.ts';
import { spanProblem, type TypedSpan } from './role-spans.ts';

export interface RoleSpansInputProps {
  readonly value: readonly TypedSpan[];
  readonly onChange: (next: readonly TypedSpan[]) => void;
}

/** Roles that are certified, each from a day to a day; an empty end means until further notice. */
export const RoleSpansInput = ({ value, onChange }: RoleSpansInputProps) => {
  const { t } = useTranslation();
  const set = (at: number, part: Partial<TypedSpan>): void =>
    onChange(value.map((span, index) => (index === at ? { ...span, ...part } : span)));
  return (
    <Stack gap="xs" role="group" aria-label={t('directory.roles')}>
      <Text fw={500} size="sm">
        {t('directory.roles')}
      </Text>
      {value.map((span, index) => {
        const problem = spanProblem(span);
        const number = index + 1;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a span is its line
          <Group key={index} gap="xs" align="flex-start" wrap="nowrap">
            <Select
              label={t('directory.roleOf', { number })}
              data={roles.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
              value={span.role}
              allowDeselect={false}
              flex={1}
              onChange={(role) => role !== null && set(index, { role: role as Role })}
            />
            <TextInput
              type="date"
              label={t('directory.from')}
              aria-label={t('directory.fromOf', { number })}
              value={span.from}
              onChange={(event) => set(index, { from: event.currentTarget.value })}
              error={problem === 'fromMissing' && t('common.required')}
            />
            <TextInput
              type="date"
              label={t('directory.to')}
              aria-label={t('directory.toOf', { number })}
              value={span.to ?? ''}
              onChange={(event) => set(index, { to: event.currentTarget.value || null })}
              error={problem === 'endsBefore' && t('directory.endsBefore')}
            />
            <ActionIcon
              mt={26}
              size="lg"
              variant="subtle"
              color="gray"
              aria-label={t('directory.removeRole', { number })}
              onClick={() => onChange(value.filter((_, at) => at !== index))}
            >
              <IconX size={17} aria-hidden />
            </ActionIcon>
          </Group>
        );
      })}
      <Group>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => onChange([...value, { role: 'employee', from: today(), to: null }])}
        >
          {t('directory.addRole')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {t('directory.toHint')}
      </Text>
    </Stack>
  );
};
