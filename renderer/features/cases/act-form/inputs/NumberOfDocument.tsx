import { Button, TextInput } from '@mantine/core';
import type { DocumentKind } from '@shared/domain/documents/kind.ts';
import { maxLine } from '@shared/domain/fields.ts';
import type { FieldOf } from '@shared/domain/form/field.ts';
import { isIsoDate } from '@shared/kernel/date.ts';
import { IconHash } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryCall } from '../../../../lib/query.ts';
import { asText, type FieldProps } from '../../../../ui/form/field-props.ts';
import { useFormTools } from '../form-tools.ts';

/** Series of numbers without a paper of their own. */
const fallbackSeries: DocumentKind = 'registrationNote';

/**
 * Number of the document; the institution's template proposes the next one of its count. A proposed number is
 * provisional: it follows the date, and what other papers take meanwhile. A typed one stays as it is.
 */
export const NumberOfDocument = ({
  field,
  label,
  help,
  value,
  onChange,
  issue,
}: FieldProps<FieldOf<'documentNumber'>>) => {
  const { t } = useTranslation();
  const { documentKind, date, settings, signatory = '' } = useFormTools();
  const form = documentKind ?? fallbackSeries;
  const isDay = isIsoDate(date);
  const asked = { form, date: isDay ? date : '', classification: settings.defaultClassification, signatory };
  const { data } = useQueryCall('documents.proposeNumber', asked, { enabled: isDay });
  const proposal = data?.number ?? '';
  const former = useRef('');
  useEffect(() => {
    if (proposal === '' || proposal === former.current) return;
    if (former.current !== '' && value === former.current) onChange(proposal);
    former.current = proposal;
  }, [proposal, value, onChange]);
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
          disabled={proposal === ''}
          onClick={() => onChange(proposal)}
        >
          {t('cases.form.propose')}
        </Button>
      }
    />
  );
};
