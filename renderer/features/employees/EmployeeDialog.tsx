import { Button, Group, Modal } from '@mantine/core';
import type { Person, PersonInput } from '@shared/domain/identity/person.ts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../lib/query.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { emptyPerson, PersonFields, personProblems } from '../../ui/PersonFields.tsx';
import { ReturnFocus } from '../../ui/ReturnFocus.tsx';

export interface EmployeeDialogProps {
  /** Null: a new person. */
  readonly person: Person | null;
  readonly onClose: () => void;
}

/** Adds or changes one person. */
export const EmployeeDialog = ({ person, onClose }: EmployeeDialogProps) => {
  const { t } = useTranslation();
  const { personId = null, ...known } = person ?? { ...emptyPerson, personId: undefined };
  const [value, setValue] = useState<PersonInput>(known);
  const [tried, setTried] = useState(false);
  const save = useCommand('persons.save');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(personProblems(value)).length > 0) return;
    const saved = await save.run({ personId, person: value });
    if (saved.ok) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('employees.editTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ReturnFocus />
      <form onSubmit={(event) => void submit(event)} noValidate>
        <PersonFields value={value} onChange={setValue} showProblems={tried} />
        {save.error !== null && <ErrorNotice error={save.error} />}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={save.busy}>
            {t('settings.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
};
