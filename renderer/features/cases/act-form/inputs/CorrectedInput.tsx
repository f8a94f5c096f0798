import { Fieldset, Text } from '@mantine/core';
import { fieldsOf } from '@shared/domain/case/fields/act-fields.ts';
import { fieldsAsked } from '@shared/domain/case/fields/asked.ts';
import type { FieldOf } from '@shared/domain/form/field.ts';
import { asValues, type FieldProps } from '../../../../ui/form/field-props.ts';
import { actByHash } from '../../case-facts.ts';
import { knownInForm } from '../fields-to-fill.ts';
import { useFormTools } from '../form-tools.ts';

/** The content as it should have been: the form of the corrected act, inside the correction. */
export const CorrectedInput = ({
  label,
  help,
  value,
  onChange,
  issue,
  renderFields,
}: FieldProps<FieldOf<'corrected'>>) => {
  const { view, about } = useFormTools();
  const corrected = actByHash(view, about);
  if (corrected === undefined) return null;
  const content = asValues(value);
  return (
    <Fieldset legend={label} aria-label={label}>
      <Text size="sm" c="dimmed" mb="xs">
        {help}
      </Text>
      {renderFields({
        idPrefix: 'corrected',
        fields: fieldsAsked(corrected.type, fieldsOf(corrected.type), content, knownInForm(view)),
        value: content,
        issue,
        onChange: (name, next) => onChange({ ...content, [name]: next }),
      })}
    </Fieldset>
  );
};
