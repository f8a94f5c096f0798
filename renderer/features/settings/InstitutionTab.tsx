import { Button, TextInput } from '@mantine/core';
import type { Settings } from '@shared/contract/settings.ts';
import { maxLine } from '@shared/domain/fields.ts';
import { emptyPerson } from '@shared/domain/identity/person.ts';
import { useTranslation } from 'react-i18next';
import { PersonFields } from '../../ui/form/PersonFields.tsx';
import { Section } from '../../ui/Section.tsx';
import { SaveBar } from './SaveBar.tsx';
import { SourceNotice } from './SourceNotice.tsx';
import { useSettingsForm } from './use-settings-form.ts';

const offices = ['personnelHead', 'authorisedOfficial', 'assessorSuperior'] as const;
const lines = [
  ['name', 'institutionName'],
  ['address', 'address'],
  ['city', 'city'],
  ['contact', 'contact'],
] as const;

/** The institution and the officials whom forms offer. */
export const InstitutionTab = ({ settings }: { readonly settings: Settings }) => {
  const { t } = useTranslation();
  const { value, change, submit, bar } = useSettingsForm(settings);
  return (
    <form onSubmit={(event) => void submit(event)}>
      <SourceNotice />
      <Section title={t('settings.institution')}>
        {lines.map(([field, label]) => (
          <TextInput
            key={field}
            label={t(`settings.${label}`)}
            required={field === 'name'}
            value={value.institution[field]}
            maxLength={maxLine}
            onChange={(event) => change({ institution: { ...value.institution, [field]: event.currentTarget.value } })}
            mb="xs"
          />
        ))}
      </Section>
      {offices.map((office) => {
        const person = value[office];
        const named = { office: t(`roles.${office}`) };
        return (
          <Section
            key={office}
            title={named.office}
            intro={t('settings.officialsHint')}
            actions={
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => change({ [office]: person === null ? emptyPerson : null })}
              >
                {t(person === null ? 'settings.official.set' : 'settings.official.clear', named)}
              </Button>
            }
          >
            {person !== null && <PersonFields value={person} onChange={(next) => change({ [office]: next })} />}
          </Section>
        );
      })}
      <SaveBar {...bar} />
    </form>
  );
};
