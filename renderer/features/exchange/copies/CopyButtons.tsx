import { useCommand } from '../../../lib/query.ts';
import { PaperButtons } from '../../../ui/PaperButtons.tsx';

export interface CopyButtonsProps {
  readonly documentId: string;
  /** The verified reading view, which is what is printed; null: there is none. */
  readonly viewId: string | null;
}

/** Print of what was signed of a copy, and export of the file that came; an export asks for the passphrase again. */
export const CopyButtons = ({ documentId, viewId }: CopyButtonsProps) => {
  const saving = useCommand('documents.export');
  return (
    <PaperButtons
      print={viewId === null ? null : { viewId }}
      saving={saving}
      onSave={() => saving.run({ documentIds: [documentId] })}
    />
  );
};
