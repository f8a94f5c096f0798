import { Button, Group, Select, TextInput } from '@mantine/core';
import type { Settings } from '@shared/contract/settings.ts';
import { type Classification, classifications } from '@shared/domain/case/content/fields.ts';
import { maxLine } from '@shared/domain/fields.ts';
import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/Section.tsx';
import { BurdenSection } from './BurdenSection.tsx';
import { NumberingSection } from './NumberingSection.tsx';
import { PlaceholderSection } from './PlaceholderSection.tsx';
import { SaveBar } from './SaveBar.tsx';
import { SourceNotice } from './SourceNotice.tsx';
import { useSettingsForm } from './use-settings-form.ts';

/** A code that no follow-up of the list has yet. */
const freshCode = (taken: readonly string[]): string => {
  let n = taken.length + 1;
  while (taken.includes(`custom${n}`)) n += 1;
  return `custom${n}`;
};

/** Numbers, classification, follow-ups and the conduct list of documents. */
export const DocumentsTab = ({ settings }: { readonly settings: Settings }) => {
  const { t } = useTranslation();
  const { value, change, submit, bar } = useSettingsForm(settings);
  const { customFollowUps, burdensomeFollowUps } = value;
  return (
    <form onSubmit={(event) => void submit(event)}>
      <SourceNotice />
      <Section title={t('settings.documents')}>
        <Select
          label={t('settings.defaultClassification')}
          data={classifications.map((label) => ({ value: label, label: t(`common.classification.${label}`) }))}
          value={value.defaultClassification}
          allowDeselect={false}
          onChange={(label) => label !== null && change({ defaultClassification: label as Classification })}
          mb="xs"
        />
        <Select
          label={t('settings.conductList')}
          data={(['berakhlak', 'pp30'] as const).map((list) => ({ value: list, label: t(`settings.conduct.${list}`) }))}
          value={value.conductList}
          allowDeselect={false}
          onChange={(list) => list !== null && change({ conductList: list as Settings['conductList'] })}
        />
      </Section>
      <NumberingSection value={value} onChange={(numbering) => change({ numbering })} />
      <PlaceholderSection value={value.placeholders} onChange={(placeholders) => change({ placeholders })} />
      <Section title={t('settings.followUps')} intro={t('settings.followUpsHint')}>
        {customFollowUps.map(({ code, label }, index) => (
          <Group key={code} align="flex-end" mb="xs" wrap="nowrap">
            <TextInput
              flex={1}
              label={t('settings.followUpLabel', { n: index + 1 })}
              required
              value={label}
              maxLength={maxLine}
              onChange={(event) =>
                change({
                  customFollowUps: customFollowUps.map((kind) =>
                    kind.code === code ? { code, label: event.currentTarget.value } : kind,
                  ),
                })
              }
            />
            <Button
              variant="subtle"
              color="gray"
              onClick={() =>
                change({
                  customFollowUps: customFollowUps.filter((kind) => kind.code !== code),
                  burdensomeFollowUps: burdensomeFollowUps.filter((kind) => kind !== code),
                })
              }
            >
              {t('settings.followUpRemove', { n: index + 1 })}
            </Button>
          </Group>
        ))}
        <Button
          variant="default"
          onClick={() =>
            change({
              customFollowUps: [
                ...customFollowUps,
                { code: freshCode(customFollowUps.map(({ code }) => code)), label: '' },
              ],
            })
          }
        >
          {t('settings.followUpAdd')}
        </Button>
      </Section>
      <BurdenSection value={value} onChange={change} />
      <SaveBar {...bar} />
    </form>
  );
};
