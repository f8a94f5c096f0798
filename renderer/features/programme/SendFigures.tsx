import { Text } from '@mantine/core';
import type { Semester } from '@shared/domain/programme/semester.ts';
import { useTranslation } from 'react-i18next';
import { useCommand, useQueryCall } from '../../lib/query.ts';
import { SealForOne } from '../../ui/sealing/SealForOne.tsx';
import { useSemesterText } from './SemesterInput.tsx';

export interface SendFiguresProps {
  readonly period: Semester;
  readonly onClose: () => void;
}

const leaves = ['counts', 'unit'] as const;
const stays = ['names', 'small', 'files'] as const;

/** Seals the figures of a half-year for somebody in the office; says before what leaves and what does not. */
export const SendFigures = ({ period, onClose }: SendFiguresProps) => {
  const { t } = useTranslation();
  const semesterText = useSemesterText();
  const known = useQueryCall('exchange.figuresReceivers', {});
  const sealing = useCommand('programme.seal');
  return (
    <SealForOne
      known={known}
      what="figures"
      texts={{
        title: t('programme.send.title', { semester: semesterText(period) }),
        to: t('programme.send.to'),
        nobody: t('programme.send.nobody'),
        notCertified: t('programme.send.notCertified'),
        leaves: t('programme.send.leaves'),
        stays: t('programme.send.stays'),
        seal: t('programme.send.seal'),
      }}
      leaves={leaves.map((key) => t(`programme.send.leave.${key}`))}
      stays={stays.map((key) => t(`programme.send.stay.${key}`))}
      sealing={sealing}
      onSeal={async (entryId) => {
        const answer = await sealing.run({ period, entryId });
        return answer.ok && answer.value.saved ? answer.value.files : null;
      }}
      onClose={onClose}
    >
      <Text>{t('programme.send.forGood')}</Text>
    </SealForOne>
  );
};
