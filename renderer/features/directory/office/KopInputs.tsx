import { Stack, TextInput } from '@mantine/core';
import { maxLine } from '@shared/domain/fields.ts';
import { type OfficeContents, officeLimits } from '@shared/domain/office/profile.ts';
import { typedLine } from '@shared/kernel/hidden-signs.ts';
import { useTranslation } from 'react-i18next';
import { EntryList } from '../../../ui/form/EntryList.tsx';
import { removeAt } from '../../../ui/form/field-props.ts';
import { LogoInput } from './LogoInput.tsx';

/** A part of the form of the profile. */
export interface OfficeInputsProps {
  readonly value: OfficeContents;
  readonly onChange: (part: Partial<OfficeContents>) => void;
  /** Somebody tried to publish: what is wrong is said. */
  readonly tried: boolean;
}

const lines = ['institution', 'unit', 'address', 'contact', 'town'] as const;

/** Logo, institutions above, institution, unit, address and town. */
export const KopInputs = ({ value, onChange, tried }: OfficeInputsProps) => {
  const { t } = useTranslation();
  /** What a required line lacks, once it was tried to publish. */
  const issue = (text: string): string | false => tried && typedLine(text) === '' && t('common.required');
  const { parents } = value;
  return (
    <Stack gap="sm">
      <LogoInput value={value.logo} institution={value.institution} onChange={(logo) => onChange({ logo })} />
      <EntryList
        entries={parents}
        inRow
        legendOf={(number) => t('office.parent', { number })}
        removeLabelOf={(number) => t('office.removeParent', { number })}
        addLabel={t('office.addParent')}
        max={officeLimits.parents}
        onAdd={() => onChange({ parents: [...parents, ''] })}
        onRemove={(index) => onChange({ parents: [...removeAt(parents, index)] })}
      >
        {(parent, index) => (
          <TextInput
            label={t('office.parent', { number: index + 1 })}
            required
            value={parent}
            maxLength={maxLine}
            error={issue(parent)}
            onChange={(event) => {
              const typed = event.currentTarget.value;
              onChange({ parents: parents.map((each, at) => (at === index ? typed : each)) });
            }}
          />
        )}
      </EntryList>
      {lines.map((field) => (
        <TextInput
          key={field}
          label={t(`office.${field}`)}
          required={field === 'institution'}
          value={value[field]}
          maxLength={maxLine}
          error={issue(field === 'institution' ? value[field] : '-')}
          onChange={(event) => onChange({ [field]: event.currentTarget.value })}
        />
      ))}
    </Stack>
  );
};
