import { MultiSelect } from '@mantine/core';
import { maxConduct } from '@shared/domain/case/content/observation.ts';
import type { FieldOf } from '@shared/domain/form/field.ts';
import { useTranslation } from 'react-i18next';
import { asList, type FieldProps } from '../../../../ui/form/field-props.ts';
import { useConductNames } from '../../conduct-names.ts';

interface Conduct {
  readonly value: string;
  readonly conduct: string | null;
}

const toKey = ({ value, conduct }: Conduct): string => (conduct === null ? value : `${value}/${conduct}`);

const fromKey = (key: string): Conduct => {
  const [value = '', conduct] = key.split('/');
  return { value, conduct: conduct ?? null };
};

/** Core values and conduct guides that the behaviour is about, from the reference list of the settings. */
export const ConductInput = ({ label, help, value, onChange, issue }: FieldProps<FieldOf<'conduct'>>) => {
  const { t } = useTranslation();
  const { groups, forStaff } = useConductNames();
  const hints = [help, ...forStaff.map((name) => t('cases.conduct.onlyWithStaff', { name }))];
  return (
    <MultiSelect
      label={label}
      description={hints.filter((hint) => hint !== undefined).join(' ') || undefined}
      placeholder={t('cases.conduct.choose')}
      searchable
      hidePickedOptions
      maxValues={maxConduct}
      data={[...groups]}
      value={asList<Conduct>(value).map(toKey)}
      onChange={(keys) => onChange(keys.map(fromKey))}
      error={issue()}
      nothingFoundMessage={t('common.nothingFound')}
    />
  );
};
