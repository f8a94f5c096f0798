import { Anchor } from '@mantine/core';
import { placeOf } from '@shared/domain/place/places.ts';
import { IconNotebook } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/navigation.ts';
import { useQueryCall } from '../../lib/query.ts';
import { AskedNotice } from '../../ui/AskedNotice.tsx';

/** Says that a counsellor who has left is asked about the own notes, which the page of the notes does. */
export const NotesLeft = () => {
  const { t } = useTranslation();
  const go = useGo();
  const question = useQueryCall('notes.leaving', {}).data?.question ?? null;
  if (question === null) return null;
  return (
    <AskedNotice icon={IconNotebook} title={t(`notes.leaving.title.${question}`)}>
      <Anchor component="button" type="button" onClick={() => go(placeOf('notes'))}>
        {t('notes.leaving.go')}
      </Anchor>
    </AskedNotice>
  );
};
