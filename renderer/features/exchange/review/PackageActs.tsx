import { Button, Group, List, Text } from '@mantine/core';
import type { ReviewItem } from '@shared/contract/review.ts';
import { useErrorText } from '../../../lib/error-text.ts';
import { useExchangeTexts } from '../../../lib/exchange-texts.ts';
import { useFormat } from '../../../lib/format.ts';

export interface PackageActsProps {
  readonly acts: ReviewItem['acts'];
  /** Null: no single act may be taken. */
  readonly onTake: ((hash: string) => void) | null;
}

/** The acts of a held package, each as it stands by itself. */
export const PackageActs = ({ acts, onTake }: PackageActsProps) => {
  const { t, actName } = useExchangeTexts();
  const { date } = useFormat();
  const errorText = useErrorText();
  const standing = ({ state, codes }: ReviewItem['acts'][number]): string =>
    state === 'takeable' && codes.length > 0 ? t('review.doubtful') : t(`review.${state}`);
  return (
    <>
      <Text size="sm" fw={600} mt="xs">
        {t('review.packageAct')}
      </Text>
      <List listStyleType="none" spacing={4} aria-label={t('review.packageAct')}>
        {acts.map((act) => (
          <List.Item key={act.hash}>
            <Group justify="space-between" gap="xs">
              <div>
                <Text size="sm">
                  {[actName(act.type), act.author, date(act.statedOn)].filter((part) => part !== '').join(' · ')}
                </Text>
                <Text size="sm" c="dimmed">
                  {[standing(act), ...act.codes.map((code) => errorText({ code }))].join(': ')}
                </Text>
              </div>
              {onTake !== null && act.state === 'takeable' && (
                <Button
                  size="compact-md"
                  variant="default"
                  aria-label={t('review.takeActOf', { act: actName(act.type) })}
                  onClick={() => onTake(act.hash)}
                >
                  {t('review.takeAct')}
                </Button>
              )}
            </Group>
          </List.Item>
        ))}
      </List>
    </>
  );
};
