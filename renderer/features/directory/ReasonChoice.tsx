import { Radio, Stack } from '@mantine/core';
import { revocationReasons } from '@shared/domain/identity/directory.ts';
import { useTranslation } from 'react-i18next';

/** Why a key no longer counts. */
export type Reason = (typeof revocationReasons)[number];

export interface ReasonChoiceProps {
  readonly label: string;
  readonly value: Reason | null;
  readonly onChange: (reason: Reason) => void;
}

/** Asks why a key no longer counts. */
export const ReasonChoice = ({ label, value, onChange }: ReasonChoiceProps) => {
  const { t } = useTranslation();
  return (
    <Radio.Group label={label} required value={value} onChange={(next) => onChange(next as Reason)}>
      <Stack gap={6} mt={6}>
        {revocationReasons.map((reason) => (
          <Radio
            key={reason}
            value={reason}
            label={t(`directory.reason.${reason}`)}
            description={t(`directory.reasonHint.${reason}`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
};
