import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { emailPartBytes, type PartsChoice as Parts, partCount } from '../../lib/sealing.ts';

export interface PartsChoiceProps {
  readonly value: Parts;
  readonly onChange: (value: Parts) => void;
  /** Bytes that leave, to tell about how many parts come of them. */
  readonly bytes: number;
  readonly disabled?: boolean;
}

/** One file, or parts that mail servers let through. */
export const PartsChoice = ({ value, onChange, bytes, disabled = false }: PartsChoiceProps) => {
  const { t } = useTranslation();
  const { size } = useFormat();
  return (
    <Radio.Group label={t('sealing.parts')} value={value} onChange={(next) => onChange(next as Parts)}>
      <Stack gap={6} mt={6}>
        <Radio value="one" label={t('sealing.one')} description={t('sealing.oneHint')} disabled={disabled} />
        <Radio
          value="parts"
          label={t('sealing.several', { size: size(emailPartBytes) })}
          description={
            partCount(bytes) > 1 ? t('sealing.severalHint', { number: partCount(bytes) }) : t('sealing.fitsInOne')
          }
          disabled={disabled}
        />
      </Stack>
    </Radio.Group>
  );
};
