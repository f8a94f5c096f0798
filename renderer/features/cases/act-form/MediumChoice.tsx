import { Group, Radio } from '@mantine/core';
import { paperMedia, signedMedia } from '@shared/domain/case/body.ts';
import { useCaseTexts } from '../texts.ts';
import type { FormState } from './form-state.ts';

export interface MediumChoiceProps {
  readonly value: FormState['medium'];
  readonly onChange: (next: FormState['medium']) => void;
  /** Where a file starts from this paper an unsigned one is none. */
  readonly signedOnly?: boolean;
}

/** How a paper is signed: ink, TTE, or not at all. */
export const MediumChoice = ({ value, onChange, signedOnly = false }: MediumChoiceProps) => {
  const { t } = useCaseTexts();
  return (
    <Radio.Group
      label={t('cases.form.medium')}
      value={value}
      onChange={(medium) => onChange(medium as FormState['medium'])}
    >
      <Group gap="lg" mt={6}>
        {(signedOnly ? signedMedia : paperMedia).map((medium) => (
          <Radio key={medium} value={medium} label={t(`cases.medium.${medium}`)} />
        ))}
      </Group>
    </Radio.Group>
  );
};
