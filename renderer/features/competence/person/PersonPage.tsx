import { Group, Loader, Progress, RingProgress, Stack, Tabs, Text } from '@mantine/core';
import { learningShares } from '@shared/domain/competence/kinds.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { useTranslation } from 'react-i18next';
import { useGo, useParameters } from '../../../lib/navigation.ts';
import { useQueryCall } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Section } from '../../../ui/Section.tsx';
import { percentOf, useJp } from '../jp.ts';
import { GapsPart } from './GapsPart.tsx';
import type { Learner } from './learner.ts';
import { PlanPart } from './PlanPart.tsx';
import { RecordsPart } from './RecordsPart.tsx';

type Year = Learner['years'][number];

const colours = { formal: 'petrol.6', social: 'petrol.3', experience: 'gray.5' } as const;

/** One year: a ring against the target, and bars by 10:20:70. */
const YearView = ({ year }: { readonly year: Year }) => {
  const { t } = useTranslation();
  const { ofTarget, jpText } = useJp();
  const said = ofTarget(year.jp, year.target);
  return (
    <Group wrap="nowrap" align="center" gap="md" component="article" aria-label={`${year.year}: ${said}`}>
      <RingProgress
        size={92}
        thickness={10}
        aria-hidden
        sections={[{ value: percentOf(year.jp, year.target), color: 'petrol.6' }]}
        label={
          <Text ta="center" size="sm" fw={600}>
            {year.year}
          </Text>
        }
      />
      <Stack gap={4} flex={1}>
        <Text fw={600}>
          {year.year}: {said}
        </Text>
        <Text size="xs" c="dimmed">
          {year.targetCitation}
        </Text>
        <Progress.Root size={14} aria-hidden>
          {learningShares.map((share) => (
            <Progress.Section
              key={share}
              value={year.jp === 0 ? 0 : (100 * year.shares[share]) / year.jp}
              color={colours[share]}
            />
          ))}
        </Progress.Root>
        <Text size="xs">
          {learningShares
            .map((share) => `${t(`competence.share.${share}`)}: ${jpText(year.shares[share])}`)
            .join(' · ')}
        </Text>
      </Stack>
    </Group>
  );
};

/** JP, competences and plan of one person. */
export const PersonPage = () => {
  const { t } = useTranslation();
  const go = useGo();
  const { personId = '' } = useParameters('learner');
  const learner = useQueryCall('competence.employee', { personId });
  const { data } = learner;
  return (
    <Page
      key={personId}
      title={data?.name ?? t('competence.title')}
      intro={data && [data.position, data.unit].filter(Boolean).join(' · ')}
      crumbs={[{ label: t('competence.title'), onClick: () => go(placeOf('competence')) }]}
    >
      {learner.error && <ErrorNotice error={learner.error} />}
      {data === undefined && !learner.error && <Loader aria-label={t('common.loading')} />}
      {data !== undefined && (
        <Tabs defaultValue="hours" keepMounted={false}>
          <Tabs.List mb="md">
            {(['hours', 'gaps', 'plan'] as const).map((tab) => (
              <Tabs.Tab key={tab} value={tab}>
                {t(`competence.tab.${tab}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="hours">
            <Section title={t('competence.years')} intro={t('competence.sharesText')}>
              <Stack gap="md">
                {data.years.slice(0, 5).map((year) => (
                  <YearView key={year.year} year={year} />
                ))}
              </Stack>
            </Section>
            <RecordsPart learner={data} />
          </Tabs.Panel>
          <Tabs.Panel value="gaps">
            <GapsPart personId={personId} />
          </Tabs.Panel>
          <Tabs.Panel value="plan">
            <PlanPart learner={data} />
          </Tabs.Panel>
        </Tabs>
      )}
    </Page>
  );
};
