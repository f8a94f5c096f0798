import { Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { maxLine } from '@shared/domain/fields.ts';
import { emptyPerson, type Role, roles } from '@shared/domain/identity/person.ts';
import {
  type Acting,
  actings,
  type OfficeContents,
  type Official,
  officeLimits,
} from '@shared/domain/office/profile.ts';
import { useTranslation } from 'react-i18next';
import { EntryList } from '../../../ui/form/EntryList.tsx';
import { removeAt } from '../../../ui/form/field-props.ts';
import { PersonFields } from '../../../ui/form/PersonFields.tsx';

export interface OfficialsInputProps {
  readonly value: OfficeContents['officials'];
  readonly onChange: (next: OfficeContents['officials']) => void;
  readonly tried: boolean;
}

const fresh: Official = { role: null, person: emptyPerson, acting: 'holder', onBehalfOf: '' };

/** The institution's signers, each with its part in papers, and how the office is held. */
export const OfficialsInput = ({ value, onChange, tried }: OfficialsInputProps) => {
  const { t } = useTranslation();
  const set = (index: number, part: Partial<Official>): void =>
    onChange(value.map((official, at) => (at === index ? { ...official, ...part } : official)));
  return (
    <EntryList
      entries={value}
      legendOf={(number) => t('office.official', { number })}
      removeLabelOf={(number) => t('office.removeOfficial', { number })}
      addLabel={t('office.addOfficial')}
      empty={t('office.noOfficials')}
      max={officeLimits.officials}
      onAdd={() => onChange([...value, fresh])}
      onRemove={(index) => onChange([...removeAt(value, index)])}
    >
      {({ role, person, acting, onBehalfOf }, index) => (
        <Stack gap="sm">
          <PersonFields value={person} onChange={(next) => set(index, { person: next })} showProblems={tried} />
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <Select
              label={t('office.part')}
              data={[
                { value: '', label: t('office.noPart') },
                ...roles.map((each) => ({ value: each, label: t(`roles.${each}`) })),
              ]}
              value={role ?? ''}
              allowDeselect={false}
              onChange={(next) => set(index, { role: next === null || next === '' ? null : (next as Role) })}
            />
            <Select
              label={t('office.acting')}
              data={actings.map((each) => ({ value: each, label: t(`office.actings.${each}`) }))}
              value={acting}
              allowDeselect={false}
              onChange={(next) => next !== null && set(index, { acting: next as Acting })}
            />
            <TextInput
              label={t('office.onBehalfOf')}
              description={t('office.onBehalfOfHint')}
              value={onBehalfOf}
              maxLength={maxLine}
              onChange={(event) => set(index, { onBehalfOf: event.currentTarget.value })}
            />
          </SimpleGrid>
        </Stack>
      )}
    </EntryList>
  );
};
