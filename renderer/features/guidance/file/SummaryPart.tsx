import { Alert, Button, Group, Loader, Select, Stack, Text } from '@mantine/core';
import type { RecordView } from '@shared/contract/guidance.ts';
import { guidanceTitles } from '@shared/domain/documents/guidance/titles.ts';
import type { DraftContent } from '@shared/domain/draft/kinds.ts';
import { recordContent } from '@shared/domain/guidance/record-contents.ts';
import { recordFields } from '@shared/domain/guidance/record-fields.ts';
import type { PersonInput } from '@shared/domain/identity/person.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { IconShieldLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../../lib/draft.ts';
import { today, useFormat } from '../../../lib/format.ts';
import { useGo } from '../../../lib/navigation.ts';
import { useQueryCall } from '../../../lib/query.ts';
import { FormFields } from '../../../ui/form/FormFields.tsx';
import { readBy } from '../../../ui/form/issues.ts';
import { useIssues } from '../../../ui/form/use-issues.ts';
import { SaveState } from '../../../ui/SaveState.tsx';
import { Section } from '../../../ui/Section.tsx';
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
            onClick={() => hash !== null && caseId !== null && go(placeOf('caseFromGuidance', { caseId, hash }))}
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
  const { value } = draft;
  const { issue, judging, judge } = useIssues(() => readBy(recordContent, value).issues);
  const make = useMakeRecord(guidanceId, async () => true, judge);
  const finish = async (sign: boolean): Promise<void> => {
    if (await make.run(value, sign)) await draft.discard();
  };
  if (!draft.ready) return <Loader aria-label={t('common.loading')} />;
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
          <FormFields
            fields={recordFields.feedbackSummary}
            value={value}
            onChange={(name, next) => draft.setValue((current) => ({ ...current, [name]: next }))}
            issue={issue}
            judging={judging}
          />
          <SaveState draft={draft} />
          <RecordButtons busy={make.busy} error={make.error} onMake={(sign) => void finish(sign)} />
        </Stack>
      </Section>
      <IntoCase records={records} participants={participants} />
    </>
  );
};
