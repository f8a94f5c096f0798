import { Select } from '@mantine/core';
import type { FieldOf } from '@shared/domain/form/field.ts';
import { useTranslation } from 'react-i18next';
import { asText, type FieldProps } from '../../../../ui/form/field-props.ts';
import { useFormTools } from '../form-tools.ts';

/** The role in which somebody decides, of those that may decide this file. */
export const DecidingRoleInput = ({ label, help, value, onChange, issue }: FieldProps<FieldOf<'decidingRole'>>) => {
  const { t } = useTranslation();
  const { view } = useFormTools();
  return (
    <Select
      label={label}
      description={help}
      data={(view?.mayDecide ?? []).map((role) => ({ value: role, label: t(`roles.${role}`) }))}
      value={asText(value)}
      allowDeselect={false}
      onChange={(role) => role !== null && onChange(role)}
      error={issue()}
    />
  );
};
