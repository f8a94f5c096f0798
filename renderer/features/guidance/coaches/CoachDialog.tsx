import { Switch } from '@mantine/core';
import { blankOf } from '@shared/domain/form/fields.ts';
import { type CoachInput, coachInput } from '@shared/domain/guidance/coach.ts';
import { coachFields } from '@shared/domain/guidance/coach-fields.ts';
import { emptyPerson } from '@shared/domain/identity/person.ts';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../../lib/draft.ts';
import { useCommand } from '../../../lib/query.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { FormFields } from '../../../ui/form/FormFields.tsx';
import { readBy } from '../../../ui/form/issues.ts';
import { useIssues } from '../../../ui/form/use-issues.ts';
import type { ListedCoach } from './listed-coach.ts';

const blank = { ...blankOf(coachFields), person: emptyPerson, kinds: ['coaching'] };

export interface CoachDialogProps {
  /** Null: somebody new. */
  readonly coach: ListedCoach | null;
  readonly onClose: () => void;
}

/** Adds or changes somebody of the register. */
export const CoachDialog = ({ coach, onClose }: CoachDialogProps) => {
  const { t } = useTranslation();
  const {
    coachId = null,
    archived: wasArchived = false,
    trainingPlanned: _planned,
    ...known
  } = coach ?? { ...blank, coachId: undefined, archived: undefined, trainingPlanned: null };
  const draft = useDraft({
    kind: 'coach',
    caseId: null,
    subjectKey: coachId ?? '',
    initial: { coach: known as CoachInput, archived: wasArchived },
  });
  const { coach: typed, archived } = draft.value;
  const { issue, judging, judge } = useIssues(() => readBy(coachInput, typed).issues);
  const save = useCommand('guidance.saveCoach');
  const submit = async (): Promise<void> => {
    const parsed = readBy(coachInput, typed);
    judge(parsed.issues);
    if (parsed.data === null) return;
    const saved = await save.run({ coachId, coach: parsed.data, archived });
    if (!saved.ok) return;
    await draft.discard();
    onClose();
  };
  return (
    <FormDialog
      title={t(coach === null ? 'guidance.coaches.add' : 'guidance.coaches.edit')}
      busy={save.busy}
      draft={draft}
      error={save.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <FormFields
        fields={coachFields}
        value={typed}
        onChange={(name, next) =>
          draft.setValue((current) => ({ ...current, coach: { ...current.coach, [name]: next } }))
        }
        issue={issue}
        judging={judging}
      />
      {coachId !== null && (
        <Switch
          label={t('guidance.coaches.archived')}
          checked={archived}
          onChange={(event) => {
            const isArchived = event.currentTarget.checked;
            draft.setValue((current) => ({ ...current, archived: isArchived }));
          }}
        />
      )}
    </FormDialog>
  );
};
