import { Select } from '@mantine/core';
import type { FieldOf } from '@shared/domain/form/field.ts';
import { useTranslation } from 'react-i18next';
import { useFollowUpNames } from '../../../../lib/follow-up-names.ts';
import { asText, type FieldProps } from '../../../../ui/form/field-props.ts';

/** A follow-up of the regulation's list, or of the institution's own. */
export const FollowUpKindInput = ({
  field,
  label,
  help,
  value,
  onChange,
  issue,
}: FieldProps<FieldOf<'followUpKind'>>) => {
  const { t } = useTranslation();
  const { options } = useFollowUpNames();
  return (
    <Select
      label={label}
      description={help}
      required={field.required ?? false}
      data={options}
      value={asText(value) === '' ? null : asText(value)}
      placeholder={t('common.chooseEllipsis')}
      allowDeselect={false}
      onChange={(kind) => onChange(kind ?? '')}
      error={issue()}
    />
  );
};
