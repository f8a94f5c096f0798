import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { guidanceTitles } from '@shared/domain/documents/guidance/titles.ts';
import type { DraftContent } from '@shared/domain/draft/kinds.ts';
import { blankMentoringPlan } from '@shared/domain/guidance/drafts.ts';
import { type RecordContent, recordContent } from '@shared/domain/guidance/record-contents.ts';
import { IconSignature } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../../lib/draft.ts';
import { today } from '../../../lib/format.ts';
import { SaveState } from '../../../ui/SaveState.tsx';
import { Section } from '../../../ui/Section.tsx';
import { type Issues, issuesOf } from '../form/issues.ts';
import { PlanFields } from '../form/PlanFields.tsx';
import { TextField } from '../form/TextField.tsx';

export type WrittenKind = 'preCoaching' | 'mentoringPlan';

const blank = (): Written => ({
  date: today(),
  progress: '',
  problem: '',
  cause: '',
  alternatives: '',
  ...blankMentoringPlan(),
});
type Written = DraftContent<'guidancePreCoaching'>;

const contentOf = (kind: WrittenKind, { progress, problem, cause, alternatives, date, ...plan }: Written) =>
  kind === 'preCoaching' ? { kind, date, progress, problem, cause, alternatives } : { kind, date, ...plan };

export interface WriteRecordProps {
  readonly kind: WrittenKind;
  /** Tells several drafts apart. */
  readonly subjectKey: string;
  readonly busy: boolean;
  /** Makes and signs the record; false when it was refused: then what was typed stays. */
  readonly onWritten: (content: RecordContent) => Promise<boolean>;
}

/** What an employee writes and signs alone: the four fields before a coaching, or the six of a mentoring. */
export const WriteRecord = ({ kind, subjectKey, busy, onWritten }: WriteRecordProps) => {
  const { t } = useTranslation();
  const draft = useDraft({
    kind: kind === 'preCoaching' ? 'guidancePreCoaching' : 'guidanceMentoringPlan',
    caseId: null,
    subjectKey,
    initial: blank(),
  });
  const [issues, setIssues] = useState<Issues>({});
  const { value } = draft;
  const set = (change: Partial<Written>): void => draft.setValue((current) => ({ ...current, ...change }));
  const finish = async (): Promise<void> => {
    const content = recordContent.safeParse(contentOf(kind, value));
    setIssues(issuesOf(content, t));
    if (content.success && (await onWritten(content.data))) await draft.discard();
  };
  if (!draft.ready) return <Loader aria-label={t('common.loading')} />;
  return (
    <Section title={guidanceTitles[kind]} intro={t(`guidance.write.${kind}`)}>
      <Stack gap="sm">
        {kind === 'preCoaching' ? (
          (['progress', 'problem', 'cause', 'alternatives'] as const).map((name) => (
            <TextField
              key={name}
              label={t(`guidance.field.${name}`)}
              path={name}
              required={name !== 'alternatives'}
              value={value[name]}
              onChange={(text) => set({ [name]: text })}
              issues={issues}
            />
          ))
        ) : (
          <PlanFields value={value} onChange={set} issues={issues} />
        )}
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
