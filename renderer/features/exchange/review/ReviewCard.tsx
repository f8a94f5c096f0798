import { Alert, List, Paper, Text, Title } from '@mantine/core';
import type { ReviewItem } from '@shared/contract/review.ts';
import { isHeld, isSetAside, requestKind, takingOf } from '@shared/domain/package/review.ts';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../lib/error-text.ts';
import { useExchangeTexts } from '../../../lib/exchange-texts.ts';
import { useFormat } from '../../../lib/format.ts';
import { useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { FileSides } from './FileSides.tsx';
import { PackageActs } from './PackageActs.tsx';
import { ReviewActions } from './ReviewActions.tsx';

/** What it is, from whom and why, in words. */
const useItemTexts = ({ kind, act, acts, details, packageId, itemId, at }: ReviewItem) => {
  const { t, i18n, actName } = useReviewTexts();
  const errorText = useErrorText();
  const { date } = useFormat();
  const held = isHeld(kind);
  const what = t(held ? `exchange.held.${kind}` : `review.kind.${kind}`);
  const day = date(act?.statedOn ?? at);
  const code = (packageId ?? itemId).slice(0, 8);
  return {
    title: act === null ? what : `${what}: ${actName(act.type)}`,
    why: held ? errorText({ code: kind }) : t(`review.why.${kind}`),
    details: details.map((detail) => {
      const found = acts.find(({ hash }) => hash === detail);
      if (found !== undefined) return actName(found.type);
      if (kind === requestKind) return t(`retention.standing.${detail}`);
      const place = /^revision:(\d+)$/.exec(detail)?.[1];
      if (place !== undefined) return t('exchange.revision', { number: place });
      return i18n.exists(`errors.${detail}`) ? errorText({ code: detail }) : detail;
    }),
    question: t(packageId === null ? 'review.askAct' : 'review.askPackage', { code, date: day, why: what }),
  };
};

const useReviewTexts = () => {
  const { t, actName, peerName } = useExchangeTexts();
  const { i18n } = useTranslation();
  return { t, i18n, actName, peerName };
};

type Item = { readonly item: ReviewItem };

/** What follows from each choice. */
const Follows = ({ item: { kind, choices, files } }: Item) => {
  const { t } = useTranslation();
  return (
    <>
      <Text size="sm" fw={600} mt="xs">
        {t('review.followsTitle')}
      </Text>
      <List size="sm" aria-label={t('review.followsTitle')}>
        {isHeld(kind) && (
          <List.Item>{t(`review.follows.${files.length > 0 ? 'otherOpening' : takingOf(kind)}`)}</List.Item>
        )}
        {!isHeld(kind) && !isSetAside(kind) && <List.Item>{t(`review.follows.${kind}`)}</List.Item>}
        {choices
          .filter((choice) => choice !== 'take')
          .map((choice) => (
            <List.Item key={choice}>{t(`review.follows.${choice}`)}</List.Item>
          ))}
      </List>
    </>
  );
};

/** What was decided, and why that stays where it does. */
const Decided = ({ decision }: { readonly decision: NonNullable<ReviewItem['decision']> }) => {
  const { t } = useTranslation();
  const { moment } = useFormat();
  return (
    <Alert color="gray" variant="light" mt="xs">
      <Text size="sm">{t(`review.decision.${decision.choice}`, { when: moment(decision.at) })}</Text>
      {decision.answers.length > 0 && (
        <List size="sm" aria-label={t('review.answers')}>
          {decision.answers.map(({ person, entryId, known, same }) => (
            <List.Item key={`${entryId} ${person.name} ${person.nip}`}>
              {t(same ? 'review.answerSame' : 'review.answerOther', { name: person.name, known })}
            </List.Item>
          ))}
        </List>
      )}
      {decision.reason !== '' && <Text size="sm">{t('review.reason', { reason: decision.reason })}</Text>}
      {decision.stays !== null && <Text size="sm">{t(`errors.${decision.stays}`)}</Text>}
    </Alert>
  );
};

/** One thing of the list: what, from whom, why, what follows, and the choices; or what was decided. */
export const ReviewCard = ({ item }: Item) => {
  const { t, peerName } = useReviewTexts();
  const { moment } = useFormat();
  const texts = useItemTexts(item);
  const command = useCommand('exchange.decide');
  const { kind, from, at, employeeName, acts, files, choices, decision, askedAt } = item;
  const isOpen = item.waits || decision === null;
  const sources = [
    from === null ? '' : t('review.from', { name: peerName(from), when: moment(at) }),
    employeeName === null || employeeName === '' ? '' : t('review.fromCase', { name: employeeName }),
  ];
  // Of another file under the same number it is all or nothing that makes sense.
  const mayTakeOne = isOpen && choices.includes('take') && takingOf(kind) !== 'again' && files.length === 0;
  const takeOne = (hash: string): void => void command.run({ choice: 'take', itemId: item.itemId, acts: [hash] });
  return (
    <Paper component="article" aria-label={texts.title} withBorder p="md" radius="md" mb="sm">
      <Title order={3}>{texts.title}</Title>
      <Text size="sm" c="dimmed">
        {sources.filter((part) => part !== '').join(' · ')}
      </Text>
      <Text mt="xs">{texts.why}</Text>
      {texts.details.length > 0 && (
        <List size="sm" mt="xs" aria-label={t('review.details')}>
          {texts.details.map((detail) => (
            <List.Item key={detail}>{detail}</List.Item>
          ))}
        </List>
      )}
      {files.length > 0 && <FileSides files={files} />}
      {acts.length > 0 && <PackageActs acts={acts} onTake={mayTakeOne ? takeOne : null} />}
      {isOpen && choices.length > 0 && <Follows item={item} />}
      {askedAt !== null && (
        <Text size="sm" mt="xs">
          {t('review.asked', { when: moment(askedAt) })}
        </Text>
      )}
      {decision !== null && <Decided decision={decision} />}
      {command.error !== null && <ErrorNotice error={command.error} />}
      <ReviewActions item={item} isOpen={isOpen} command={command} question={texts.question} />
    </Paper>
  );
};
