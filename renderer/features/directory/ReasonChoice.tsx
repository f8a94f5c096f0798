import { Radio, Stack } from '@mantine/core';
import { type RevocationReason, revocationReasons } from '@shared/domain/identity/directory.ts';
import { useTranslation } from 'react-i18next';

export interface ReasonChoiceProps {
  readonly label: string;
  readonly value: RevocationReason | null;
  readonly onChange: (reason: RevocationReason) => void;
}

/** Asks why a key no longer counts. */
export const ReasonChoice = ({ label, value, onChange }: ReasonChoiceProps) => {
  const { t } = useTranslation();
  return (
    <Radio.Group label={label} required value={value} onChange={(next) => onChange(next as RevocationReason)}>
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
