import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useQueryCall } from '../../../lib/query.ts';
import { SealForOne } from '../../../ui/sealing/SealForOne.tsx';

export interface SendDialogProps {
  readonly hash: string;
  readonly title: string;
  /** An original is here, which may go along. */
  readonly hasOriginal: boolean;
  readonly onClose: () => void;
}

/** Seals a record for one of its people; says before what leaves and what does not. */
export const SendDialog = ({ hash, title, hasOriginal, onClose }: SendDialogProps) => {
  const { t } = useTranslation();
  const known = useQueryCall('guidance.receivers', { hash });
  const sealing = useCommand('guidance.seal');
  const [original, setOriginal] = useState(true);
  return (
    <SealForOne
      known={known}
      what="record"
      texts={{
        title: t('guidance.send.title'),
        to: t('guidance.send.to'),
        nobody: t('guidance.send.nobody'),
        notCertified: t('guidance.send.notCertified'),
        leaves: t('guidance.send.leaves'),
        stays: t('guidance.send.stays'),
        seal: t('guidance.send.seal'),
      }}
      leaves={[t('guidance.send.record', { title })]}
      stays={[t('guidance.send.papers'), t('guidance.send.others')]}
      sealing={sealing}
      onSeal={async (entryId) => {
        const answer = await sealing.run({ hash, entryId, original });
        return answer.ok && answer.value.saved ? answer.value.files : null;
      }}
      onClose={onClose}
    >
      {hasOriginal && (
        <Checkbox
          label={t('guidance.send.original')}
          description={t('guidance.send.originalHint')}
          checked={original}
          onChange={({ currentTarget }) => setOriginal(currentTarget.checked)}
        />
      )}
    </SealForOne>
  );
};
