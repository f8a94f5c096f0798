import { Checkbox, Stack, Textarea } from '@mantine/core';
import type { Settings } from '@shared/contract/settings.ts';
import { followUpKinds } from '@shared/domain/case/content/follow-up.ts';
import { maxText } from '@shared/domain/fields.ts';
import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/Section.tsx';

export interface BurdenSectionProps {
  readonly value: Settings;
  readonly onChange: (part: Partial<Settings>) => void;
}

/** Which follow-ups weigh on an employee, and the way of objection that is printed beside them (law: burdensome). */
export const BurdenSection = ({ value, onChange }: BurdenSectionProps) => {
  const { t } = useTranslation();
  const { customFollowUps, burdensomeFollowUps, objectionWay } = value;
  const kinds = [
    ...followUpKinds.map((code) => ({ code, label: t(`cases.option.followUp.${code}`) })),
    ...customFollowUps.filter(({ label }) => label !== ''),
  ];
  return (
    <Section title={t('settings.burdensome')} intro={t('settings.burdensomeHint')}>
      <Checkbox.Group
        label={t('settings.burdensomeKinds')}
        value={burdensomeFollowUps}
        onChange={(codes) => onChange({ burdensomeFollowUps: codes })}
        mb="sm"
      >
        <Stack gap={6} mt={6}>
          {kinds.map(({ code, label }) => (
            <Checkbox key={code} value={code} label={label} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Textarea
        label={t('settings.objectionWay')}
        description={t('settings.objectionHint')}
        autosize
        minRows={2}
        maxLength={maxText}
        value={objectionWay}
        onChange={(event) => onChange({ objectionWay: event.currentTarget.value })}
      />
    </Section>
  );
};
