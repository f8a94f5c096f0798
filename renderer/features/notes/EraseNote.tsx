import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../lib/query.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';

export interface EraseNoteProps {
  readonly noteId: string;
  /** Lets a save that is under way end first. */
  readonly beforeErase: () => Promise<void>;
  readonly onErased: () => void;
}

/** Erases a note for good, after the passphrase was entered again. */
export const EraseNote = ({ noteId, beforeErase, onErased }: EraseNoteProps) => {
  const { t } = useTranslation();
  const erase = useCommand('notes.erase');
  const start = async (): Promise<void> => {
    await beforeErase();
    const erased = await erase.run({ noteId });
    if (erased.ok) onErased();
  };
  return (
    <>
      {erase.error !== null && <ErrorNotice error={erase.error} />}
      <Button color="red" variant="subtle" loading={erase.busy} onClick={() => void start()}>
        {t('notes.erase')}
      </Button>
    </>
  );
};
