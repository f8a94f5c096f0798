import { Alert, Button, Grid, Loader, Paper, Select, Text } from '@mantine/core';
import type { AvailableAct, CaseView } from '@shared/contract/case.ts';
import { type ActType, actTypeSchema } from '@shared/domain/case/act-type.ts';
import { documentKindOfAct } from '@shared/domain/documents/kind.ts';
import { placeOf, placeOfAct } from '@shared/domain/place/places.ts';
import { IconNotebook } from '@tabler/icons-react';
import { today, useFormat } from '../../../lib/format.ts';
import { useHolderWithSettings } from '../../../lib/holder.ts';
import { useGo, useParameters, usePath } from '../../../lib/navigation.ts';
import { usePlace } from '../../../lib/place.ts';
import { useQueryCall } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { RuleHint } from '../../../ui/RuleHint.tsx';
import { Section } from '../../../ui/Section.tsx';
import { SidePanelSlot, useSidePanel } from '../../../ui/side-panel.tsx';
import { asAnswered } from '../answering.ts';
import { actByHash } from '../case-facts.ts';
import { useCaseTexts } from '../texts.ts';
import { actDay } from '../view/act-day.ts';
import { ObstacleList } from '../view/ObstacleList.tsx';
import { ActForm } from './ActForm.tsx';
import type { FormStart } from './form-start.ts';

interface AboutProps {
  readonly view: CaseView;
  readonly type: ActType;
  readonly hashes: readonly string[];
  readonly about: string | null;
  /** Not to be chosen here. */
  readonly fixed: boolean;
}

/** Which earlier act the new one is about, where there are several. */
const AboutPart = ({ view, type, hashes, about, fixed }: AboutProps) => {
  const { t, actName } = useCaseTexts();
  const { date } = useFormat();
  const go = useGo();
  const named = (hash: string): string => {
    const act = actByHash(view, hash);
    return act === undefined ? hash : t('cases.timeline.actLabel', { act: actName(act.type), date: date(actDay(act)) });
  };
  return (
    <Section title={t('cases.form.about')}>
      {(fixed || hashes.length === 1) && about !== null ? (
        <Text>{named(about)}</Text>
      ) : (
        <Select
          label={t('cases.form.aboutChoose')}
          data={hashes.map((hash) => ({ value: hash, label: named(hash) }))}
          value={about}
          allowDeselect={false}
          onChange={(hash) => hash !== null && go(placeOfAct(view.summary.caseId, type, hash))}
        />
      )}
    </Section>
  );
};

export interface LoadedFormProps {
  readonly view: CaseView;
  readonly available: AvailableAct;
  /** Hash of the act that it is about, where the path names one. */
  readonly given: string | null;
  readonly start?: FormStart | undefined;
}

/** The form of an act of an open file, with the rule behind it and what stands in its way. */
export const LoadedForm = ({ view, available: possible, given, start }: LoadedFormProps) => {
  const { t, ruleText } = useCaseTexts();
  const holder = useHolderWithSettings();
  const available = asAnswered(view, possible, given);
  const { type } = available;
  const about = given ?? available.about.at(-1) ?? null;
  const kind = documentKindOfAct(type);
  const asked = { form: kind ?? '', date: today(), classification: '', signatory: '' };
  const next = useQueryCall('documents.proposeNumber', asked, { enabled: kind !== null });
  if (holder === null || next.isLoading) return <Loader aria-label={t('common.loading')} />;
  return (
    <>
      <RuleHint>{ruleText(available.rule)}</RuleHint>
      {available.obstacles.length > 0 && (
        <Alert color="amber" variant="light" title={t('cases.now.blocked')} mb="md">
          <ObstacleList
            label={t('cases.now.blocked')}
            obstacles={available.obstacles}
            available={view.available}
            caseId={view.summary.caseId}
          />
        </Alert>
      )}
      <ActForm
        key={`${type}-${about ?? ''}`}
        view={view}
        available={available}
        about={about}
        holder={holder}
        start={start}
        proposed={next.data?.complete ? next.data.number : ''}
      >
        {available.about.length > 0 && (
          <AboutPart view={view} type={type} hashes={available.about} about={about} fixed={start !== undefined} />
        )}
      </ActForm>
    </>
  );
};

/** Page on which one act of a file is written, with the private notes beside it on demand. */
export const ActFormPage = () => {
  const { t, actName } = useCaseTexts();
  const go = useGo();
  const { caseId = '', type = '', about } = useParameters('act', 'actAbout');
  const opened = useQueryCall('case.open', { caseId });
  const [beside, setBeside] = usePlace(usePath(), { notes: false });
  const hasNotes = useSidePanel('notes') !== null;
  const view = opened.data;
  const known = actTypeSchema.safeParse(type);
  const available = view?.available.find((act) => act.type === known.data);
  return (
    <Page
      key={`${type}-${about ?? ''}`}
      title={actName(type)}
      intro={view?.summary.employeeName}
      width={beside.notes ? 'wide' : 'reading'}
      crumbs={[
        { label: t('cases.list.title'), onClick: () => go(placeOf('cases')) },
        ...(view === undefined
          ? []
          : [{ label: view.summary.employeeName, onClick: () => go(placeOf('case', { caseId })) }]),
      ]}
      actions={
        hasNotes && (
          <Button
            variant="default"
            leftSection={<IconNotebook size={16} aria-hidden />}
            aria-pressed={beside.notes}
            onClick={() => setBeside({ notes: !beside.notes })}
          >
            {t(beside.notes ? 'cases.notesPanel.hide' : 'cases.notesPanel.show')}
          </Button>
        )
      }
    >
      {opened.error && <ErrorNotice error={opened.error} onRetry={() => void opened.refetch()} />}
      {view === undefined && opened.error === null && <Loader aria-label={t('common.loading')} />}
      {view !== undefined && available === undefined && <Text>{t('cases.form.unavailable')}</Text>}
      {view !== undefined && available !== undefined && (
        <Grid gap="md">
          <Grid.Col span={beside.notes ? { base: 12, md: 7 } : 12}>
            <LoadedForm view={view} available={available} given={about ?? null} />
          </Grid.Col>
          {beside.notes && (
            <Grid.Col span={{ base: 12, md: 5 }}>
              <Paper
                component="aside"
                aria-label={t('cases.notesPanel.title')}
                withBorder
                p="md"
                radius="md"
                pos="sticky"
                top={16}
              >
                <Text size="sm" c="dimmed" mb="sm">
                  {t('cases.notesPanel.banner')}
                </Text>
                <SidePanelSlot name="notes" caseId={caseId} />
              </Paper>
            </Grid.Col>
          )}
        </Grid>
      )}
    </Page>
  );
};
