import { Radio, Stack } from '@mantine/core';
import { type GuidanceFile, leaderBases } from '@shared/domain/guidance/working-file.ts';
import { useTranslation } from 'react-i18next';

type Basis = GuidanceFile['leaderBasis'];

export interface LeaderBasisProps {
  readonly value: Basis;
  readonly onChange: (basis: Basis) => void;
}

/** Why somebody leads: as own superior, or by special assignment (law: leader). */
export const LeaderBasis = ({ value, onChange }: LeaderBasisProps) => {
  const { t } = useTranslation();
  return (
    <Radio.Group
      label={t('guidance.basis.label')}
      description={t('guidance.basis.rule')}
      value={value}
      onChange={(basis) => onChange(basis as Basis)}
    >
      <Stack gap={6} mt={6}>
        {leaderBases.map((basis) => (
          <Radio key={basis} value={basis} label={t(`guidance.basis.${basis}`)} />
        ))}
      </Stack>
    </Radio.Group>
  );
};
