import { Loader, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../lib/failure-text.ts';
import { type Input, useQueryCall } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { ReturnFocus } from '../../../ui/ReturnFocus.tsx';
import { AlikeQuestions } from '../receive/AlikeQuestions.tsx';

type Answers = Extract<Input<'exchange.decide'>, { choice: 'tell' }>['answers'];

export interface TellDialogProps {
  readonly itemId: string;
  readonly busy: boolean;
  readonly error: Failure | null;
  readonly onTell: (answers: Answers) => void;
  readonly onClose: () => void;
}

/** Who is meant in a held package: each pair that nothing tells apart, and the answer of a person. */
export const TellDialog = ({ itemId, busy, error, onTell, onClose }: TellDialogProps) => {
  const { t } = useTranslation();
  const query = useQueryCall('exchange.alike', { itemId });
  const alike = query.data;
  const tell = (same: readonly boolean[]): void =>
    onTell(
      (alike ?? []).map(({ person: { name, nip, unit }, entryId }, index) => ({
        person: { name, nip, unit },
        entryId,
        same: same[index] === true,
      })),
    );
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('review.choice.tell')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ReturnFocus />
      <Text mb="sm">{t('review.follows.tell')}</Text>
      {query.error !== null && <ErrorNotice error={query.error} />}
      {alike === undefined && query.error === null && <Loader aria-label={t('common.loading')} />}
      {alike?.length === 0 && <Text>{t('review.nothingAsked')}</Text>}
      {alike !== undefined && alike.length > 0 && (
        <AlikeQuestions key={alike.length} alike={alike} busy={busy} error={error} onKeep={tell} />
      )}
    </Modal>
  );
};
