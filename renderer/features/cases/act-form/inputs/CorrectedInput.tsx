import { Fieldset, Text } from '@mantine/core';
import { actByHash } from '../../case-facts.ts';
import { fieldsOf } from '../fields/tables.ts';
import { useFormTools } from '../form-tools.ts';
import type { InputProps } from './input-props.ts';

const asContent = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

/** The content as it should have been: the form of the corrected act, inside the correction. */
export const CorrectedInput = ({ label, help, value, onChange, issue, renderFields }: InputProps) => {
  const { view, about } = useFormTools();
  const corrected = actByHash(view, about);
  if (corrected === undefined) return null;
  const content = asContent(value);
  return (
    <Fieldset legend={label} aria-label={label}>
      <Text size="sm" c="dimmed" mb="xs">
        {help}
      </Text>
      {renderFields({
        idPrefix: 'corrected',
        fields: fieldsOf(corrected.type),
        content,
        issue,
        onChange: (name, next) => onChange({ ...content, [name]: next }),
      })}
    </Fieldset>
  );
};
