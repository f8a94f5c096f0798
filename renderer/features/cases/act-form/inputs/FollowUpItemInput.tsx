import { NumberInput, Radio, Stack } from '@mantine/core';
import { maxFollowUps } from '@shared/domain/case/content/follow-up.ts';
import type { FieldOf } from '@shared/domain/form/field.ts';
import { useTranslation } from 'react-i18next';
import { useFollowUpNames } from '../../../../lib/follow-up-names.ts';
import type { FieldProps } from '../../../../ui/form/field-props.ts';
import { actByHash, contentOf } from '../../case-facts.ts';
import { useFormTools } from '../form-tools.ts';

/** Which item of the decision goes on; by its number where the decision's content is not in this vault. */
export const FollowUpItemInput = ({ label, value, onChange, issue, field }: FieldProps<FieldOf<'followUpItem'>>) => {
  const { t } = useTranslation();
  const { view, about } = useFormTools();
  const { nameOf } = useFollowUpNames();
  const decision = contentOf(actByHash(view, about), 'followUpDecided');
  if (decision === null)
    return (
      <NumberInput
        label={t('cases.rows.itemNumber')}
        description={t('cases.rows.decisionMissing')}
        required={field.required ?? false}
        min={1}
        max={maxFollowUps}
        allowDecimal={false}
        maw={220}
        value={typeof value === 'number' ? value + 1 : ''}
        onChange={(next) => onChange(typeof next === 'number' ? next - 1 : 0)}
        error={issue()}
      />
    );
  return (
    <Radio.Group
      label={label}
      required={field.required ?? false}
      value={String(value)}
      onChange={(index) => onChange(Number(index))}
      error={issue()}
    >
      <Stack gap={6} mt={6}>
        {decision.items.map((item, index) => (
          <Radio
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is what is chosen
            key={index}
            value={String(index)}
            label={`${index + 1}. ${nameOf(item.kind)}`}
            description={item.personInCharge}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
};
