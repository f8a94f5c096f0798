import { Group, Select, Stack, Text, TextInput } from '@mantine/core';
import type { Settings } from '@shared/contract/settings.ts';
import { formatDocumentNumber } from '@shared/domain/documents/document-number.ts';
import {
  type CountScope,
  countScopes,
  type Numbering,
  type NumberKind,
  type NumberPreset,
  type NumberRule,
  numberKinds,
  numberPresets,
  numberRuleOf,
  presetNumbering,
} from '@shared/domain/documents/numbering.ts';
import { maxLine } from '@shared/domain/fields.ts';
import { useTranslation } from 'react-i18next';
import { today } from '../../lib/format.ts';
import { RuleHint } from '../../ui/RuleHint.tsx';
import { Section } from '../../ui/Section.tsx';

type Value = Pick<Settings, 'numbering' | 'defaultClassification'>;

/** The number that a template makes today, as an example; empty where it is none. */
const exampleOf = ({ numbering, defaultClassification }: Value, template: string): string => {
  const { positionCode, classificationCode } = numbering;
  const parts = { classification: defaultClassification, sequence: 5, positionCode, classificationCode };
  const made = formatDocumentNumber(template, { ...parts, date: today() });
  return made.ok ? made.value : '';
};

interface RuleRowProps {
  readonly label: string;
  readonly hint: string;
  readonly rule: NumberRule;
  /** Stands in an empty template. */
  readonly fallback?: string;
  readonly onChange: (rule: NumberRule) => void;
}

/** Template and scope of the count, side by side. */
const RuleRow = ({ label, hint, rule, fallback, onChange }: RuleRowProps) => {
  const { t } = useTranslation();
  return (
    <Group align="flex-start" gap="sm" wrap="wrap">
      <TextInput
        flex="1 1 320px"
        label={label}
        description={hint}
        required={fallback === undefined}
        placeholder={fallback ?? ''}
        value={rule.template}
        maxLength={maxLine}
        onChange={(event) => onChange({ ...rule, template: event.currentTarget.value })}
      />
      <Select
        flex="0 1 230px"
        label={t('settings.number.scopeOf', { kind: label })}
        data={countScopes.map((scope) => ({ value: scope, label: t(`settings.number.scope.${scope}`) }))}
        value={rule.scope}
        allowDeselect={false}
        onChange={(scope) => scope !== null && onChange({ ...rule, scope: scope as CountScope })}
      />
    </Group>
  );
};

export interface NumberingSectionProps {
  readonly value: Value;
  readonly onChange: (numbering: Numbering) => void;
}

/** How the office numbers its papers: presets, codes, and template and count of each kind. */
export const NumberingSection = ({ value, onChange }: NumberingSectionProps) => {
  const { t } = useTranslation();
  const { numbering } = value;
  const example = (template: string): string => {
    const number = exampleOf(value, template);
    return number === '' ? t('settings.number.noExample') : t('settings.number.example', { number });
  };
  const setKind = (kind: NumberKind, rule: NumberRule): void => {
    const { [kind]: _, ...others } = numbering.kinds;
    const isOwn = rule.template !== '' || rule.scope !== numbering.scope;
    const template = rule.template === '' ? numbering.template : rule.template;
    onChange({ ...numbering, kinds: isOwn ? { ...others, [kind]: { ...rule, template } } : others });
  };
  return (
    <Section title={t('settings.number.title')} intro={t('settings.number.intro')}>
      <Stack gap="sm">
        <RuleHint rule="numbers" />
        <Select
          label={t('settings.number.preset')}
          description={t('settings.number.presetHint')}
          placeholder={t('settings.number.presetNone')}
          data={numberPresets.map((preset) => ({ value: preset, label: t(`settings.number.presets.${preset}`) }))}
          value={null}
          maw={520}
          onChange={(preset) => preset !== null && onChange(presetNumbering(preset as NumberPreset, numbering))}
        />
        {(['positionCode', 'classificationCode'] as const).map((field) => (
          <TextInput
            key={field}
            label={t(`settings.${field}`)}
            value={numbering[field]}
            maxLength={maxLine}
            maw={520}
            onChange={(event) => onChange({ ...numbering, [field]: event.currentTarget.value })}
          />
        ))}
        <RuleRow
          label={t('settings.template')}
          hint={example(numbering.template)}
          rule={numbering}
          onChange={({ template, scope }) => onChange({ ...numbering, template, scope })}
        />
        <Text size="sm" c="dimmed">
          {t('settings.templateHint')}
        </Text>
        {numberKinds.map((kind) => (
          <RuleRow
            key={kind}
            label={t(`settings.number.kind.${kind}`)}
            hint={example(numberRuleOf(numbering, kind).template)}
            fallback={numbering.template}
            rule={numbering.kinds[kind] ?? { template: '', scope: numbering.scope }}
            onChange={(rule) => setKind(kind, rule)}
          />
        ))}
      </Stack>
    </Section>
  );
};
