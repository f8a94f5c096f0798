import { Box, SimpleGrid, Stack } from '@mantine/core';
import type { Field, FieldKind, Fields, OwnKind } from '@shared/domain/form/field.ts';
import { type ComponentType, createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { AmountInput } from './AmountInput.tsx';
import { ChoiceInput, ChoicesInput, FlagInput, NumberChoice, TagsField } from './ChoiceInputs.tsx';
import { DateInput } from './DateField.tsx';
import type { FieldProps, FieldSetProps, InputOf } from './field-props.ts';
import { issuesBelow } from './issues.ts';
import { GroupInput, ListInput } from './PartInputs.tsx';
import { PersonInputField } from './PersonField.tsx';
import { CalendarYearInput, LineInput, LongTextInput, MinutesInput, PositionInput, TimeInput } from './TextInputs.tsx';

const general: { readonly [K in Exclude<FieldKind, OwnKind>]: InputOf<K> } = {
  line: LineInput,
  position: PositionInput,
  text: LongTextInput,
  date: DateInput,
  time: TimeInput,
  minutes: MinutesInput,
  year: CalendarYearInput,
  number: NumberChoice,
  amount: AmountInput,
  flag: FlagInput,
  choice: ChoiceInput,
  choices: ChoicesInput,
  tags: TagsField,
  person: PersonInputField,
  group: GroupInput,
  list: ListInput,
};

/** Inputs of the kinds that one area alone has. */
export type OwnInputs = { readonly [K in OwnKind]?: InputOf<K> };

const OwnInputsContext = createContext<OwnInputs>({});

/** Gives the forms below the inputs of an area's own kinds. */
export const OwnInputsProvider = OwnInputsContext.Provider;

/** Id of the box around a field, to bring it into view. */
export const fieldId = (name: string, prefix = 'field'): string => `${prefix}-${name}`;

/** Brings a field into view and puts the cursor into it. */
export const focusField = (name: string, prefix = 'field'): void => {
  const box = document.getElementById(fieldId(name, prefix));
  box?.scrollIntoView({ block: 'center' });
  box?.querySelector<HTMLElement>('input, textarea, button, select')?.focus({ preventScroll: true });
};

type Named = readonly [name: string, field: Field];

/** Fields that stand beside each other, row by row; those that the program puts in are not among them. */
const rowsOf = (fields: Fields): readonly (readonly Named[])[] => {
  const rows: Named[][] = [];
  for (const [name, field] of Object.entries(fields)) {
    const last = rows.at(-1);
    if (field.automatic) continue;
    if (field.beside && last !== undefined) last.push([name, field]);
    else rows.push([[name, field]]);
  }
  return rows;
};

/** Columns of a row: three running texts need a wider window than three short fields. */
const columnsOf = (row: readonly Named[]) => {
  const isWide = row.length > 2 && row.some(([, { kind }]) => kind === 'text');
  return isWide ? { base: 1, md: row.length } : { base: 1, sm: row.length };
};

/** The fields of a record in the order of its table. */
export const FormFields = (props: FieldSetProps) => {
  const { fields, value, onChange, issue, judging, idPrefix, labelValues, gap = 'sm' } = props;
  const { t } = useTranslation();
  const own = useContext(OwnInputsContext);
  const inputs: { readonly [K in FieldKind]?: InputOf<K> } = { ...general, ...own };
  const input = ([name, field]: Named) => {
    const Input = inputs[field.kind] as ComponentType<FieldProps> | undefined;
    if (Input === undefined) throw new Error(`no input for ${field.kind}`);
    return (
      <Box
        key={name}
        {...(idPrefix !== undefined && { id: fieldId(name, idPrefix) })}
        onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && judging?.left(name)}
      >
        <Input
          field={field}
          label={t(field.label, labelValues ?? {})}
          help={field.help === undefined ? undefined : t(field.help)}
          value={value[name]}
          onChange={(next) => {
            judging?.wrote(name);
            onChange(name, next);
          }}
          issue={issuesBelow(issue, name)}
          renderFields={(within) => <FormFields gap={gap} {...within} />}
        />
      </Box>
    );
  };
  return (
    <Stack gap={gap}>
      {rowsOf(fields).map((row) =>
        row.length === 1 ? (
          row.map(input)
        ) : (
          <SimpleGrid key={row[0]?.[0]} cols={columnsOf(row)} spacing="sm">
            {row.map(input)}
          </SimpleGrid>
        ),
      )}
    </Stack>
  );
};
