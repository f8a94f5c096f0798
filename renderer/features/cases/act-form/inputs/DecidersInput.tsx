import { Stack, Text } from '@mantine/core';
import type { FieldOf } from '@shared/domain/form/field.ts';
import { emptyPerson, type Role, toPersonInput } from '@shared/domain/identity/person.ts';
import { useTranslation } from 'react-i18next';
import { EntryList } from '../../../../ui/form/EntryList.tsx';
import { asList, asValues, type FieldProps, removeAt, replaceAt } from '../../../../ui/form/field-props.ts';
import { issuesBelow } from '../../../../ui/form/issues.ts';
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
  const { t } = useTranslation();
  const { view, settings } = useFormTools();
  const { fields, texts } = field;
  const deciders = asList<unknown>(value).map(asValues);
  const [next, ...others] = (view?.mayDecide ?? []).filter((role) => !deciders.some((known) => known.role === role));
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
        legendOf={(number) => t(texts.entry, { number })}
        removeLabelOf={(number) => t(texts.remove, { number })}
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
