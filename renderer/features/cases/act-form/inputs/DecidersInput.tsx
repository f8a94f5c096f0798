import { Stack, Text } from '@mantine/core';
import type { FieldOf } from '@shared/domain/form/field.ts';
import { emptyPerson, type Role, toPersonInput } from '@shared/domain/identity/person.ts';
import { EntryList } from '../../../../ui/form/EntryList.tsx';
import { asList, asValues, type FieldProps, removeAt, replaceAt } from '../../../../ui/form/field-props.ts';
import { issuesBelow } from '../../../../ui/form/issues.ts';
import { useCaseTexts } from '../../texts.ts';
import { useFormTools } from '../form-tools.ts';
import { knownHolder } from '../prefill/author.ts';

/** Everyone who decides, alone or jointly; with a role comes whoever is known to hold it. */
export const DecidersInput = ({
  field,
  help,
  value,
  onChange,
  issue,
  renderFields,
}: FieldProps<FieldOf<'deciders'>>) => {
  const { t, roleName } = useCaseTexts();
  const { view, settings } = useFormTools();
  const { fields, texts } = field;
  const deciders = asList<unknown>(value).map(asValues);
  const [next, ...others] = (view?.mayDecide ?? []).filter((role) => !deciders.some((known) => known.role === role));
  /** Who decides is told by the role, never by a count. */
  const roleAt = (number: number): string => roleName(String(deciders[number - 1]?.role ?? ''));
  const inRole = (role: Role) => ({
    role,
    person: toPersonInput(knownHolder(role, { view, settings }) ?? emptyPerson),
  });
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {help}
      </Text>
      <EntryList
        entries={deciders}
        legendOf={roleAt}
        removeLabelOf={(number) => t('common.removeNamed', { name: roleAt(number) })}
        addLabel={t(texts.add)}
        min={1}
        max={next === undefined ? deciders.length : deciders.length + 1 + others.length}
        error={issue()}
        onAdd={() => next !== undefined && onChange([...deciders, inRole(next)])}
        onRemove={(index) => onChange(removeAt(deciders, index))}
      >
        {(decider, index) =>
          renderFields({
            fields,
            value: decider,
            issue: issuesBelow(issue, index),
            onChange: (name, said) =>
              onChange(
                replaceAt(deciders, index, name === 'role' ? inRole(said as Role) : { ...decider, [name]: said }),
              ),
          })
        }
      </EntryList>
    </Stack>
  );
};
