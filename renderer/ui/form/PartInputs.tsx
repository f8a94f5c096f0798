import { Box, Fieldset, Switch } from '@mantine/core';
import type { FieldOf } from '@shared/domain/form/field.ts';
import { freshEntry } from '@shared/domain/form/fields.ts';
import { useTranslation } from 'react-i18next';
import { today } from '../../lib/format.ts';
import { EntryList } from './EntryList.tsx';
import { asList, asValues, type FieldProps, removeAt, replaceAt } from './field-props.ts';
import { issuesBelow } from './issues.ts';

/** Fields that belong together; with a switch where they may be left out. */
export const GroupInput = ({ field, label, value, onChange, issue, renderFields }: FieldProps<FieldOf<'group'>>) => {
  const { t } = useTranslation();
  const { fields, toggle } = field;
  const isThere = toggle === undefined || (value !== null && value !== undefined);
  const inner = asValues(value);
  return (
    <Fieldset legend={label}>
      {toggle !== undefined && (
        <Switch
          label={t(toggle)}
          checked={isThere}
          onChange={(event) => onChange(event.currentTarget.checked ? freshEntry(fields, today(), undefined) : null)}
        />
      )}
      {isThere && (
        <Box mt={toggle === undefined ? 0 : 'sm'}>
          {renderFields({
            fields,
            value: inner,
            issue,
            onChange: (name, next) => onChange({ ...inner, [name]: next }),
          })}
        </Box>
      )}
    </Fieldset>
  );
};

/** Entries of the same fields. */
export const ListInput = ({
  field,
  label,
  help,
  value,
  onChange,
  issue,
  renderFields,
}: FieldProps<FieldOf<'list'>>) => {
  const { t } = useTranslation();
  const { fields, texts, min, max, inRow = false } = field;
  const entries = asList<unknown>(value).map(asValues);
  const list = (
    <EntryList
      entries={entries}
      legendOf={(number) => t(texts.entry, { number })}
      removeLabelOf={(number) => t(texts.remove, { number })}
      addLabel={t(texts.add)}
      min={min}
      max={max}
      inRow={inRow}
      error={issue()}
      onAdd={() => onChange([...entries, freshEntry(fields, today(), entries.at(-1))])}
      onRemove={(index) => onChange(removeAt(entries, index))}
    >
      {(entry, index) =>
        renderFields({
          fields,
          value: entry,
          labelValues: { number: index + 1 },
          issue: issuesBelow(issue, index),
          onChange: (name, next) => onChange(replaceAt(entries, index, { ...entry, [name]: next })),
        })
      }
    </EntryList>
  );
  return (
    <Fieldset legend={field.required ? `${label} *` : label} aria-label={label}>
      {help !== undefined && (
        <Box c="dimmed" fz="sm" mb="xs">
          {help}
        </Box>
      )}
      {list}
    </Fieldset>
  );
};
