import { Button, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { invalidTemplates } from '@shared/domain/documents/numbering.ts';
import { maxLine } from '@shared/domain/fields.ts';
import { decidingLayouts, officeLimits, officeStyles } from '@shared/domain/office/profile.ts';
import { typedLine } from '@shared/kernel/hidden-signs.ts';
import { useTranslation } from 'react-i18next';
import { useQueryCall } from '../../../lib/query.ts';
import { EntryList } from '../../../ui/form/EntryList.tsx';
import { removeAt } from '../../../ui/form/field-props.ts';
import type { OfficeInputsProps } from './KopInputs.tsx';

const decidings = ['counselling', 'followUp'] as const;

/** Number patterns, archive codes, and how papers look. */
export const NumberInputs = ({ value, onChange, tried }: OfficeInputsProps) => {
  const { t } = useTranslation();
  const own = useQueryCall('settings.get', {}).data;
  const { numbering, archiveCodes, style, deciding } = value;
  /** What is wrong, once it was tried to publish. */
  const issue = (isWrong: boolean, said: string): string | false => tried && isWrong && said;
  return (
    <Stack gap="sm">
      <TextInput
        label={t('office.template')}
        description={t('office.templateHint')}
        required
        value={numbering.template}
        maxLength={maxLine}
        error={issue(invalidTemplates(numbering).length > 0, t('office.templateInvalid'))}
        onChange={(event) => onChange({ numbering: { ...numbering, template: event.currentTarget.value } })}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        {(['positionCode', 'classificationCode'] as const).map((field) => (
          <TextInput
            key={field}
            label={t(`office.${field}`)}
            value={numbering[field]}
            maxLength={maxLine}
            onChange={(event) => onChange({ numbering: { ...numbering, [field]: event.currentTarget.value } })}
          />
        ))}
      </SimpleGrid>
      <Group>
        <Button
          variant="default"
          size="xs"
          disabled={own === undefined}
          onClick={() => own !== undefined && onChange({ numbering: own.numbering })}
        >
          {t('office.numberingFromSettings')}
        </Button>
      </Group>
      <EntryList
        entries={archiveCodes}
        inRow
        legendOf={(number) => t('office.archiveCode', { number })}
        removeLabelOf={(number) => t('office.removeArchiveCode', { number })}
        addLabel={t('office.addArchiveCode')}
        max={officeLimits.archiveCodes}
        onAdd={() => onChange({ archiveCodes: [...archiveCodes, { code: '', label: '' }] })}
        onRemove={(index) => onChange({ archiveCodes: [...removeAt(archiveCodes, index)] })}
      >
        {(entry, index) => {
          const set = (part: Partial<typeof entry>): void =>
            onChange({ archiveCodes: archiveCodes.map((each, at) => (at === index ? { ...each, ...part } : each)) });
          return (
            <SimpleGrid cols={2} spacing="xs">
              <TextInput
                label={t('office.code', { number: index + 1 })}
                required
                value={entry.code}
                maxLength={officeLimits.code}
                error={issue(typedLine(entry.code) === '', t('common.required'))}
                onChange={(event) => set({ code: event.currentTarget.value })}
              />
              <TextInput
                label={t('office.codeLabel', { number: index + 1 })}
                value={entry.label}
                maxLength={maxLine}
                onChange={(event) => set({ label: event.currentTarget.value })}
              />
            </SimpleGrid>
          );
        }}
      </EntryList>
      <Select
        label={t('office.style')}
        data={officeStyles.map((each) => ({ value: each, label: t(`office.styles.${each}`) }))}
        value={style}
        allowDeselect={false}
        onChange={(next) => next !== null && onChange({ style: next as typeof style })}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        {decidings.map((paper) => (
          <Select
            key={paper}
            label={t(paper === 'counselling' ? 'office.decidingCounselling' : 'office.decidingFollowUp')}
            data={decidingLayouts.map((each) => ({ value: each, label: t(`office.layouts.${each}`) }))}
            value={deciding[paper]}
            allowDeselect={false}
            onChange={(next) =>
              next !== null &&
              onChange({ deciding: { ...deciding, [paper]: next as (typeof decidingLayouts)[number] } })
            }
          />
        ))}
      </SimpleGrid>
      <TextInput
        label={t('office.authority')}
        description={t('office.authorityHint')}
        value={deciding.authority}
        maxLength={maxLine}
        onChange={(event) => onChange({ deciding: { ...deciding, authority: event.currentTarget.value } })}
      />
    </Stack>
  );
};
