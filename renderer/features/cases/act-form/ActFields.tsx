import { Box, Stack } from '@mantine/core';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { type FieldKind, labelKey } from './fields/field.ts';
import { ComparisonsInput } from './inputs/ComparisonsInput.tsx';
import { ConductInput } from './inputs/ConductInput.tsx';
import { CorrectedInput } from './inputs/CorrectedInput.tsx';
import { DecidersInput } from './inputs/DecidersInput.tsx';
import { FollowUpItemInput } from './inputs/FollowUpItemInput.tsx';
import { FollowUpsInput } from './inputs/FollowUpsInput.tsx';
import type { FieldSetProps, InputProps } from './inputs/input-props.ts';
import { NumberOfDocument } from './inputs/NumberOfDocument.tsx';
import { PersonInputField } from './inputs/PersonInputField.tsx';
import { SessionsInput } from './inputs/SessionsInput.tsx';
import {
  ChoiceInput,
  DayInput,
  FlagInput,
  LineInput,
  LongTextInput,
  MinutesInput,
  TimeInput,
} from './inputs/SimpleInputs.tsx';
import { issuesBelow } from './issues.ts';

const inputs: Readonly<Record<FieldKind, ComponentType<InputProps>>> = {
  line: LineInput,
  date: DayInput,
  time: TimeInput,
  text: LongTextInput,
  minutes: MinutesInput,
  flag: FlagInput,
  choice: ChoiceInput,
  documentNumber: NumberOfDocument,
  person: PersonInputField,
  conduct: ConductInput,
  comparisons: ComparisonsInput,
  sessions: SessionsInput,
  followUps: FollowUpsInput,
  followUpItem: FollowUpItemInput,
  deciders: DecidersInput,
  corrected: CorrectedInput,
};

/** Id of the box around a field, to bring it into view. */
export const fieldId = (name: string, prefix = 'field'): string => `${prefix}-${name}`;

/** The fields of an act in the order of its form, rendered from its field table. */
export const ActFields = ({ fields, content, onChange, issue, idPrefix = 'field' }: FieldSetProps) => {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      {fields.map((field) => {
        const Input = inputs[field.kind];
        return (
          <Box key={field.name} id={fieldId(field.name, idPrefix)}>
            <Input
              field={field}
              label={t(labelKey(field))}
              help={field.help === undefined ? undefined : t(`cases.help.${field.help}`)}
              value={content[field.name]}
              onChange={(next) => onChange(field.name, next)}
              issue={issuesBelow(issue, field.name)}
              renderFields={(props) => <ActFields {...props} />}
            />
          </Box>
        );
      })}
    </Stack>
  );
};

/** Brings a field into view and puts the cursor into it. */
export const focusField = (name: string, prefix = 'field'): void => {
  const box = document.getElementById(fieldId(name, prefix));
  box?.scrollIntoView({ block: 'center' });
  box?.querySelector<HTMLElement>('input, textarea, button, select')?.focus({ preventScroll: true });
};
