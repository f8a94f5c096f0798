import type { FieldIssue } from '@shared/domain/field-issue.ts';
import { coachingContentOf } from '@shared/domain/guidance/to-record.ts';
import type { CoachingCardProps } from './part-props.ts';
import { RecordButtons } from './RecordButtons.tsx';
import { useMakeRecord } from './use-make-record.ts';

/** Makes the record of a coaching session: the form's fields, and nothing of what was asked and answered. */
export const CoachingRecord = ({
  guidanceId,
  store,
  file,
  session,
  onIssues,
}: CoachingCardProps & { readonly onIssues: (issues: readonly FieldIssue[]) => void }) => {
  const { run, busy, error } = useMakeRecord(guidanceId, store, onIssues);
  return (
    <RecordButtons busy={busy} error={error} onMake={(sign) => void run(coachingContentOf(file, session), sign)} />
  );
};
