import { Button, Fieldset, Group, Select, Stack, Text } from '@mantine/core';
import type { PersonInput, Role } from '@shared/domain/identity/person.ts';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormTools } from '../form-tools.ts';
import { knownHolder } from '../prefill/author.ts';
import { nobody, toPersonInput } from '../prefill/context.ts';
import { asList, type InputProps, removeAt, replaceAt } from './input-props.ts';
import { NamedPerson } from './PersonInputField.tsx';

interface Decider {
  readonly role: Role;
  readonly person: PersonInput;
}

/** Everyone who decides, alone or jointly. */
export const DecidersInput = ({ help, value, onChange, issue }: InputProps) => {
  const { t } = useTranslation();
  const { view, settings } = useFormTools();
  const deciders = asList<Decider>(value);
  const deciding = view?.mayDecide ?? [];
  const set = (index: number, part: Partial<Decider>): void => {
    const decider = deciders[index];
    if (decider !== undefined) onChange(replaceAt(deciders, index, { ...decider, ...part }));
  };
  const personFor = (role: Role): PersonInput => toPersonInput(knownHolder(role, { view, settings }) ?? nobody);
  const unused = deciding.find((role) => !deciders.some((decider) => decider.role === role));
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {help}
      </Text>
      {deciders.map((decider, index) => {
        const legend = t('cases.rows.decider', { number: index + 1 });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity
          <Fieldset key={index} legend={legend} aria-label={legend}>
            <Stack gap="xs">
              <Select
                label={t('cases.rows.role')}
                data={deciding.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
                value={decider.role}
                allowDeselect={false}
                onChange={(role) =>
                  role !== null && set(index, { role: role as Role, person: personFor(role as Role) })
                }
                error={issue(index, 'role')}
              />
              <NamedPerson
                label={t('cases.form.author')}
                required
                value={decider.person}
                onChange={(person) => set(index, { person })}
                showProblems={
                  issue(index, 'person', 'name') !== undefined || issue(index, 'person', 'nip') !== undefined
                }
              />
              {deciders.length > 1 && (
                <Group justify="flex-end">
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color="gray"
                    leftSection={<IconTrash size={15} aria-hidden />}
                    onClick={() => onChange(removeAt(deciders, index))}
                  >
                    {t('cases.rows.removeDecider', { number: index + 1 })}
                  </Button>
                </Group>
              )}
            </Stack>
          </Fieldset>
        );
      })}
      <Group>
        {unused !== undefined && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => onChange([...deciders, { role: unused, person: personFor(unused) }])}
          >
            {t('cases.rows.addDecider')}
          </Button>
        )}
        {issue() !== undefined && (
          <Text size="sm" c="var(--mantine-color-error)">
            {issue()}
          </Text>
        )}
      </Group>
    </Stack>
  );
};
