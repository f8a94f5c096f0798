import { Alert, Button, Group, Loader, Radio, Select, Stack, Text } from '@mantine/core';
import type { RecordView } from '@shared/contract/guidance.ts';
import { guidanceTitles } from '@shared/domain/documents/guidance/titles.ts';
import type { DraftContent } from '@shared/domain/draft/kinds.ts';
import type { PersonInput } from '@shared/domain/identity/person.ts';
import { IconShieldLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../../lib/draft.ts';
import { today, useFormat } from '../../../lib/format.ts';
import { useGo } from '../../../lib/navigation.ts';
import { useQueryCall } from '../../../lib/query.ts';
import { SaveState } from '../../../ui/SaveState.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { Issues } from '../form/issues.ts';
import { TextField } from '../form/TextField.tsx';
import { paths } from '../paths.ts';
import { RecordButtons } from './RecordButtons.tsx';
import { useMakeRecord } from './use-make-record.ts';

interface SummaryProps {
  readonly guidanceId: string;
  readonly records: readonly RecordView[];
  readonly participants: readonly PersonInput[];
}

const blank = (): Written => ({
  kind: 'feedbackSummary',
  date: today(),
  summary: '',
  purpose: '',
  shownOn: today(),
  response: '',
  acknowledgement: 'signed',
  place: '',
});
type Written = DraftContent<'guidanceSummary'>;

/** Takes a complete summary into one of the leader's cases about the same person. */
const IntoCase = ({ records, participants }: Omit<SummaryProps, 'guidanceId'>) => {
  const { t } = useTranslation();
  const { date } = useFormat();
  const go = useGo();
  const cases = useQueryCall('case.list', {}).data ?? [];
  const ready = records.filter(({ kind, complete }) => kind === 'feedbackSummary' && complete);
  const [hash, setHash] = useState<string | null>(null);
  const [caseId, setCaseId] = useState<string | null>(null);
  const [only] = participants;
  const about = cases.filter(({ employeeName }) => participants.length === 1 && employeeName === only?.name);
  if (ready.length === 0) return null;
  return (
    <Section title={t('guidance.intoCase.title')} intro={t('guidance.intoCase.intro')}>
      {about.length === 0 ? (
        <Text>{t('guidance.intoCase.none')}</Text>
      ) : (
        <Group align="flex-end">
          <Select
            label={guidanceTitles.feedbackSummary}
            data={ready.map((view) => ({ value: view.hash, label: date(view.record?.content.date ?? view.createdAt) }))}
            value={hash}
            onChange={setHash}
          />
          <Select
            label={t('guidance.intoCase.case')}
            data={about.map((summary) => ({
              value: summary.caseId,
              label: `${summary.employeeName} · ${date(summary.openedAt)}`,
            }))}
            value={caseId}
            onChange={setCaseId}
          />
          <Button
            disabled={hash === null || caseId === null}
            onClick={() => hash !== null && caseId !== null && go(paths.intoCase(caseId, hash))}
          >
            {t('guidance.intoCase.go')}
          </Button>
        </Group>
      )}
    </Section>
  );
};

/** The one thing that may go into a case: written for it, shown to the employee, with the employee's answer. */
export const SummaryPart = ({ guidanceId, records, participants }: SummaryProps) => {
  const { t } = useTranslation();
  const draft = useDraft({ kind: 'guidanceSummary', caseId: null, subjectKey: guidanceId, initial: blank() });
  const [issues, setIssues] = useState<Issues>({});
  const make = useMakeRecord(guidanceId, async () => true, setIssues);
  const { value } = draft;
  const set = (edit: Partial<Written>): void => draft.setValue((current) => ({ ...current, ...edit }));
  const finish = async (sign: boolean): Promise<void> => {
    if (await make.run(value, sign)) await draft.discard();
  };
  if (!draft.ready) return <Loader aria-label={t('common.loading')} />;
  const field = (name: 'summary' | 'response', label: string, required: boolean) => (
    <TextField
      label={label}
      path={name}
      required={required}
      value={value[name]}
      onChange={(text) => set({ [name]: text })}
      issues={issues}
    />
  );
  return (
    <>
      <Alert
        color="petrol"
        variant="light"
        mb="md"
        icon={<IconShieldLock aria-hidden />}
        title={t('guidance.openness.title')}
      >
        {t('guidance.openness.text')}
      </Alert>
      <Section title={guidanceTitles.feedbackSummary} intro={t('guidance.summaryIntro')}>
        <Stack gap="sm">
          <TextField
            label={t('guidance.field.purposeOfSummary')}
            path="purpose"
            line
            required
            value={value.purpose}
            onChange={(purpose) => set({ purpose })}
            issues={issues}
          />
          {field('summary', t('guidance.field.summary'), true)}
          <Group align="flex-start">
            {(['date', 'shownOn'] as const).map((name) => (
              <TextField
                key={name}
                label={t(`guidance.field.${name}`)}
                path={name}
                type="date"
                required
                value={value[name]}
                onChange={(day) => set({ [name]: day })}
                issues={issues}
              />
            ))}
            <TextField
              label={t('guidance.field.place')}
              path="place"
              line
              value={value.place}
              onChange={(place) => set({ place })}
              issues={issues}
            />
          </Group>
          {field('response', t('guidance.field.response'), false)}
          <Radio.Group
            label={t('guidance.field.acknowledgement')}
            value={value.acknowledgement}
            onChange={(next) => set({ acknowledgement: next as Written['acknowledgement'] })}
          >
            <Stack gap={6} mt={6}>
              <Radio value="signed" label={t('guidance.acknowledgement.signed')} />
              <Radio value="refused" label={t('guidance.acknowledgement.refused')} />
            </Stack>
          </Radio.Group>
          <SaveState draft={draft} />
          <RecordButtons busy={make.busy} error={make.error} onMake={(sign) => void finish(sign)} />
        </Stack>
      </Section>
      <IntoCase records={records} participants={participants} />
    </>
  );
};
