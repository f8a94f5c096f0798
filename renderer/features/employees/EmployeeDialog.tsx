import { emptyPerson, type Person } from '@shared/domain/identity/person.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../lib/draft.ts';
import { useCommand } from '../../lib/query.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { PersonFields, personProblems } from '../../ui/form/PersonFields.tsx';

export interface EmployeeDialogProps {
  /** Null: a new person. */
  readonly person: Person | null;
  readonly onClose: () => void;
}

/** Adds or changes one person. */
export const EmployeeDialog = ({ person, onClose }: EmployeeDialogProps) => {
  const { t } = useTranslation();
  const { personId = null, ...known } = person ?? { ...emptyPerson, personId: undefined };
  const draft = useDraft({ kind: 'person', caseId: null, subjectKey: personId ?? '', initial: known });
  const { value } = draft;
  const [tried, setTried] = useState(false);
  const save = useCommand('persons.save');
  const submit = async (): Promise<void> => {
    setTried(true);
    if (Object.keys(personProblems(value)).length > 0) return;
    const saved = await save.run({ personId, person: value });
    if (!saved.ok) return;
    await draft.discard();
    onClose();
  };
  return (
    <FormDialog
      title={t('employees.editTitle')}
      busy={save.busy}
      draft={draft}
      error={save.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <PersonFields value={value} onChange={draft.setValue} showProblems={tried} />
    </FormDialog>
  );
};
