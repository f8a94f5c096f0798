import { Button, TextInput } from '@mantine/core';
import type { DocumentKind } from '@shared/domain/documents/kind.ts';
import { maxLine } from '@shared/domain/fields.ts';
import type { FieldOf } from '@shared/domain/form/field.ts';
import { isIsoDate } from '@shared/kernel/date.ts';
import { IconHash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useRpc } from '../../../../lib/rpc-context.ts';
import { asText, type FieldProps } from '../../../../ui/form/field-props.ts';
import { useFormTools } from '../form-tools.ts';

/** Series of numbers without a paper of their own. */
const fallbackSeries: DocumentKind = 'registrationNote';

/** Number of the document; the institution's template proposes the next one of the series. */
export const NumberOfDocument = ({
  field,
  label,
  help,
  value,
  onChange,
  issue,
}: FieldProps<FieldOf<'documentNumber'>>) => {
  const { t } = useTranslation();
  const rpc = useRpc();
  const { documentKind, date, settings } = useFormTools();
  const propose = async (): Promise<void> => {
    const answer = await rpc.call('documents.proposeNumber', {
      form: documentKind ?? fallbackSeries,
      date: isIsoDate(date) ? date : '',
      classification: settings.defaultClassification,
    });
    if (answer.ok) onChange(answer.value.number);
  };
  return (
    <TextInput
      label={label}
      description={help}
      required={field.required ?? false}
      value={asText(value)}
      maxLength={maxLine}
      maw={520}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={issue()}
      rightSectionWidth={204}
      rightSection={
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconHash size={15} aria-hidden />}
          onClick={() => void propose()}
        >
          {t('cases.form.propose')}
        </Button>
      }
    />
  );
};
