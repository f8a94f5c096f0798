import { Checkbox, Group, Switch, TagsInput, Textarea, TextInput } from '@mantine/core';
import { maxLine } from '@shared/domain/fields.ts';
import { type CoachInput, coachInput } from '@shared/domain/guidance/coach.ts';
import { guidanceKinds } from '@shared/domain/guidance/record.ts';
import type { Person } from '@shared/domain/identity/person.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../../lib/draft.ts';
import { useCommand } from '../../../lib/query.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { emptyPerson } from '../../../ui/PersonFields.tsx';
import { type Issues, issuesOf } from '../form/issues.ts';
import { PersonChoice } from '../people/PeopleFields.tsx';
import type { ListedCoach } from './listed-coach.ts';

const blank: CoachInput = {
  person: emptyPerson,
  kinds: ['coaching'],
  qualification: '',
  topics: [],
  training: [],
  availability: '',
  remark: '',
};

export interface CoachDialogProps {
  /** Null: somebody new. */
  readonly coach: ListedCoach | null;
  readonly people: readonly Person[];
  readonly onClose: () => void;
}

/** Adds or changes somebody of the register. */
export const CoachDialog = ({ coach, people, onClose }: CoachDialogProps) => {
  const { t } = useTranslation();
  const {
    coachId = null,
    archived: wasArchived = false,
    ...known
  } = coach ?? { ...blank, coachId: undefined, archived: undefined };
  const draft = useDraft({
    kind: 'coach',
    caseId: null,
    subjectKey: coachId ?? '',
    initial: { coach: known as CoachInput, archived: wasArchived },
  });
  const { coach: value, archived } = draft.value;
  const [issues, setIssues] = useState<Issues>({});
  const save = useCommand('guidance.saveCoach');
  const set = (edit: Partial<CoachInput>): void =>
    draft.setValue((current) => ({ ...current, coach: { ...current.coach, ...edit } }));
  const submit = async (): Promise<void> => {
    const parsed = coachInput.safeParse(value);
    setIssues(issuesOf(parsed, t));
    if (!parsed.success) return;
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
      <PersonChoice
        label={t('guidance.coaches.person')}
        people={people}
        value={value.person.name === '' ? null : value.person}
        onChange={(person) => set({ person: person ?? emptyPerson })}
        error={issues['person.name']}
      />
      <Checkbox.Group
        label={t('guidance.coaches.kinds')}
        value={value.kinds}
        onChange={(kinds) => set({ kinds: guidanceKinds.filter((kind) => kinds.includes(kind)) })}
        error={issues.kinds}
      >
        <Group mt={6}>
          {guidanceKinds.map((kind) => (
            <Checkbox key={kind} value={kind} label={t(`guidance.kind.${kind}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      <Textarea
        label={t('guidance.coaches.qualification')}
        autosize
        maxRows={6}
        value={value.qualification}
        onChange={(event) => set({ qualification: event.currentTarget.value })}
      />
      <TagsInput
        label={t('guidance.coaches.topics')}
        description={t('guidance.coaches.topicsHint')}
        value={value.topics}
        maxTags={50}
        onChange={(topics) => set({ topics })}
      />
      <TagsInput
        label={t('guidance.coaches.training')}
        description={t('guidance.coaches.topicsHint')}
        value={value.training.map(({ title }) => title)}
        maxTags={50}
        onChange={(titles) =>
          set({
            training: titles.map(
              (title) => value.training.find((one) => one.title === title) ?? { title, date: '', proof: '' },
            ),
          })
        }
      />
      <TextInput
        label={t('guidance.coaches.availability')}
        maxLength={maxLine}
        value={value.availability}
        onChange={(event) => set({ availability: event.currentTarget.value })}
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
