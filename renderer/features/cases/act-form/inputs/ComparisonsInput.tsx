import { Checkbox, Fieldset, Stack, Text, Textarea } from '@mantine/core';
import { comparisonScopes } from '@shared/domain/case/content/observation.ts';
import { maxText } from '@shared/domain/fields.ts';
import type { FieldOf } from '@shared/domain/form/field.ts';
import { useTranslation } from 'react-i18next';
import { asList, type FieldProps } from '../../../../ui/form/field-props.ts';

interface Comparison {
  readonly scope: string;
  readonly progress: string;
}

/** With whose progress the behaviour was compared: at least one of three, each with what was found. */
export const ComparisonsInput = ({
  label,
  help,
  value,
  onChange,
  issue,
  field,
}: FieldProps<FieldOf<'comparisons'>>) => {
  const { t } = useTranslation();
  const chosen = asList<Comparison>(value);
  const toggle = (scope: string, on: boolean): void => {
    const rest = chosen.filter((entry) => entry.scope !== scope);
    const next = on ? [...rest, { scope, progress: '' }] : rest;
    const order = comparisonScopes as readonly string[];
    onChange([...next].sort((a, b) => order.indexOf(a.scope) - order.indexOf(b.scope)));
  };
  const write = (scope: string, progress: string): void =>
    onChange(chosen.map((entry) => (entry.scope === scope ? { scope, progress } : entry)));
  return (
    <Fieldset legend={field.required ? `${label} *` : label} aria-label={label}>
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          {help}
        </Text>
        {comparisonScopes.map((scope) => {
          const index = chosen.findIndex((entry) => entry.scope === scope);
          const name = t(`cases.option.scope.${scope}`);
          return (
            <div key={scope}>
              <Checkbox
                label={name}
                checked={index >= 0}
                onChange={(event) => toggle(scope, event.currentTarget.checked)}
              />
              {index >= 0 && (
                <Textarea
                  mt={6}
                  ml={28}
                  label={t('cases.rows.progressOf', { scope: name })}
                  required
                  autosize
                  minRows={2}
                  maxRows={10}
                  maxLength={maxText}
                  value={chosen[index]?.progress ?? ''}
                  onChange={(event) => write(scope, event.currentTarget.value)}
                  error={issue(index, 'progress')}
                />
              )}
            </div>
          );
        })}
        {issue() !== undefined && (
          <Text size="sm" c="var(--mantine-color-error)">
            {issue()}
          </Text>
        )}
      </Stack>
    </Fieldset>
  );
};
