import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { guidanceTitles } from '@shared/domain/documents/guidance/titles.ts';
import type { DraftContent } from '@shared/domain/draft/kinds.ts';
import { blankMentoringPlan } from '@shared/domain/guidance/drafts.ts';
import { type RecordContent, recordContent, type WrittenKind } from '@shared/domain/guidance/record-contents.ts';
import { recordFields } from '@shared/domain/guidance/record-fields.ts';
import { IconSignature } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Draft, useDraft } from '../../../lib/draft.ts';
import { today } from '../../../lib/format.ts';
import { FormFields } from '../../../ui/form/FormFields.tsx';
import { readBy } from '../../../ui/form/issues.ts';
import { useIssues } from '../../../ui/form/use-issues.ts';
import { SaveState } from '../../../ui/SaveState.tsx';
import { Section } from '../../../ui/Section.tsx';

const blank = (): Written => ({
  topic: '',
  leader: null,
  date: today(),
  progress: '',
  problem: '',
  cause: '',
  alternatives: '',
  ...blankMentoringPlan(),
});
/** What is typed so far. */
export type Written = DraftContent<'guidancePreCoaching'>;

const contentOf = (
  kind: WrittenKind,
  { progress, problem, cause, alternatives, date, topic: _topic, leader: _leader, ...plan }: Written,
) => (kind === 'preCoaching' ? { kind, date, progress, problem, cause, alternatives } : { kind, date, ...plan });

/** What is typed, kept as a draft; `subjectKey` tells several apart. */
export const useWritten = (kind: WrittenKind, subjectKey: string): Draft<Written> =>
  useDraft({
    kind: kind === 'preCoaching' ? 'guidancePreCoaching' : 'guidanceMentoringPlan',
    caseId: null,
    subjectKey,
    initial: blank(),
  });

export interface WriteRecordProps {
  readonly kind: WrittenKind;
  readonly draft: Draft<Written>;
  readonly busy: boolean;
  /** Makes and signs the record; false when it was refused: then what was typed stays. */
  readonly onWritten: (content: RecordContent) => Promise<boolean>;
}

/** What an employee writes and signs alone: the four fields before a coaching, or the six of a mentoring. */
export const WriteRecord = ({ kind, draft, busy, onWritten }: WriteRecordProps) => {
  const { t } = useTranslation();
  const { value } = draft;
  const { issue, judging, judge } = useIssues(() => readBy(recordContent, contentOf(kind, value)).issues);
  const finish = async (): Promise<void> => {
    const { data: content, issues } = readBy(recordContent, contentOf(kind, value));
    judge(issues);
    if (content !== null && (await onWritten(content))) await draft.discard();
  };
  if (!draft.ready) return <Loader aria-label={t('common.loading')} />;
  return (
    <Section title={guidanceTitles[kind]} intro={t(`guidance.write.${kind}`)}>
      <Stack gap="sm">
        <FormFields
          fields={recordFields[kind]}
          value={value}
          onChange={(name, next) => draft.setValue((current) => ({ ...current, [name]: next }))}
          issue={issue}
          judging={judging}
        />
        <Text size="sm" c="dimmed">
          {t('guidance.write.signing')}
        </Text>
        <Group justify="space-between">
          <SaveState draft={draft} />
          <Button leftSection={<IconSignature size={16} aria-hidden />} loading={busy} onClick={() => void finish()}>
            {t('guidance.write.sign')}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
};
