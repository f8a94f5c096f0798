import { List, Text } from '@mantine/core';
import type { FileSide } from '@shared/contract/review.ts';
import { useExchangeTexts } from '../../../lib/exchange-texts.ts';
import { useFormat } from '../../../lib/format.ts';

/** Two files that were opened under one number: the one that counts, and the other one. */
export const FileSides = ({ files }: { readonly files: readonly FileSide[] }) => {
  const { t, peerName } = useExchangeTexts();
  const { date } = useFormat();
  const textOf = ({ counts, opener, openedOn, employeeName, acts, ownActs }: FileSide): string =>
    t(counts ? 'review.fileCounts' : 'review.fileBeside', {
      opener: opener === null ? '–' : peerName(opener),
      day: date(openedOn),
      employee: employeeName === '' ? '–' : employeeName,
      acts,
      own: ownActs,
    });
  return (
    <>
      <Text size="sm" fw={600} mt="xs">
        {t('review.files')}
      </Text>
      <List size="sm" aria-label={t('review.files')}>
        {files.map((file) => (
          <List.Item key={String(file.counts)}>{textOf(file)}</List.Item>
        ))}
      </List>
    </>
  );
};
