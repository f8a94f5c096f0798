import { Alert, Button, List, Loader, Stack, Text, Title } from '@mantine/core';
import { benefitCounts, type GuidanceCount } from '@shared/domain/programme/figures.ts';
import { semesterBefore, semesterOf } from '@shared/domain/programme/semester.ts';
import { IconShieldLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today, useFormat } from '../../lib/format.ts';
import { type Output, useQueryCall } from '../../lib/query.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Section } from '../../ui/Section.tsx';
import { CountTable } from './CountTable.tsx';
import { SemesterInput, useSemesterText } from './SemesterInput.tsx';
import { SendFigures } from './SendFigures.tsx';

type Figures = Output<'programme.figures'>;

/** The counts of coaching and mentoring in tables that a small window holds. */
const parts: readonly { readonly part: string; readonly keys: readonly GuidanceCount[] }[] = [
  { part: 'sessions', keys: ['people', 'coaching', 'mentoring'] },
  { part: 'goals', keys: ['open', 'met', 'partly', 'notMet'] },
  { part: 'obstacles', keys: ['time', 'ability', 'resistance'] },
];

/** Whose vaults are in the figures: this one, and those that sent theirs. */
const Sources = ({ sources }: Pick<Figures, 'sources'>) => {
  const { t } = useTranslation();
  const { date } = useFormat();
  return (
    <List size="sm" spacing={2} aria-label={t('programme.joined.sources')}>
      <List.Item>{t('programme.joined.own')}</List.Item>
      {sources.map(({ entryId, name, sealedAt }) => (
        <List.Item key={entryId}>{t('programme.joined.source', { name, date: date(sealedAt) })}</List.Item>
      ))}
    </List>
  );
};

/** When figures of this vault leave, and that they stay as they left. */
const Leaving = ({ figures, onSend }: { readonly figures: Figures; readonly onSend: () => void }) => {
  const { t } = useTranslation();
  const { date } = useFormat();
  const semesterText = useSemesterText();
  const { own, leftAt, isOver } = figures;
  const when = { semester: semesterText(own.period) };
  return (
    <Section title={t('programme.send.section')} intro={t('programme.send.intro')}>
      <Text mb="sm">
        {leftAt !== null
          ? t('programme.send.left', { ...when, date: date(leftAt) })
          : t(isOver ? 'programme.send.ready' : 'programme.send.notOver', when)}
      </Text>
      <Button disabled={!isOver} onClick={onSend}>
        {t('programme.send.open')}
      </Button>
    </Section>
  );
};

/** Figures of a half-year by unit: of this vault and of those that sent theirs; and sending one's own. */
export const FiguresPage = () => {
  const { t } = useTranslation();
  const [period, setPeriod] = useState(() => semesterBefore(semesterOf(today())));
  const [sends, setSends] = useState(false);
  const known = useQueryCall('programme.figures', { period }, { keepPrevious: true });
  const figures = known.data;
  return (
    <Page title={t('programme.joined.title')} intro={t('programme.joined.intro')}>
      <Alert color="gray" variant="light" mb="md" icon={<IconShieldLock aria-hidden />}>
        <Text size="md">{t('programme.notForRating')}</Text>
      </Alert>
      {known.error && <ErrorNotice error={known.error} onRetry={() => void known.refetch()} />}
      {figures === undefined && !known.error && <Loader aria-label={t('common.loading')} />}
      {figures !== undefined && (
        <>
          <Section
            title={t('programme.joined.guidance')}
            actions={<SemesterInput value={period} onChange={setPeriod} />}
            intro={t('programme.joined.guidanceIntro')}
          >
            <Sources sources={figures.sources} />
            <Stack gap="md" mt="sm">
              {figures.joined.guidance.units.length === 0 && <Text c="dimmed">{t('programme.joined.empty')}</Text>}
              {figures.joined.guidance.units.length > 0 &&
                parts.map(({ part, keys }) => (
                  <div key={part}>
                    <Title order={3}>{t(`programme.joined.part.${part}`)}</Title>
                    <CountTable
                      label={t(`programme.joined.part.${part}`)}
                      keys={keys}
                      nameOf={(key) => t(`programme.count.${key}`)}
                      table={figures.joined.guidance}
                    />
                  </div>
                ))}
              <Text size="sm" c="dimmed">
                {t('programme.joined.hidden')}
              </Text>
            </Stack>
          </Section>
          <Section title={t('programme.joined.benefits')} intro={t('programme.joined.benefitsIntro')}>
            {figures.joined.benefits.units.length === 0 ? (
              <Text c="dimmed">{t('programme.joined.noSheets')}</Text>
            ) : (
              <CountTable
                label={t('programme.joined.benefits')}
                keys={benefitCounts}
                nameOf={(key) => t(`programme.count.${key}`)}
                table={figures.joined.benefits}
              />
            )}
          </Section>
          <Leaving figures={figures} onSend={() => setSends(true)} />
        </>
      )}
      {sends && <SendFigures period={period} onClose={() => setSends(false)} />}
    </Page>
  );
};
