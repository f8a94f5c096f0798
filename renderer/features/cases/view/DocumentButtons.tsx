import type { DocumentSummary } from '@shared/contract/document-summary.ts';
import { useFormat } from '../../../lib/format.ts';
import { useCommand } from '../../../lib/query.ts';
import { PaperButtons } from '../../../ui/PaperButtons.tsx';
import { useCaseTexts } from '../texts.ts';

/** Print (of papers made here) and export of one document; an export asks for the passphrase again. */
export const DocumentButtons = ({ document }: { readonly document: DocumentSummary }) => {
  const { t, documentName } = useCaseTexts();
  const { date } = useFormat();
  const saving = useCommand('documents.export');
  const { documentId, kind, state, createdAt } = document;
  const named = { kind: documentName(kind), date: date(createdAt) };
  return (
    <PaperButtons
      size="xs"
      print={state === 'signed' ? { documentId } : null}
      saving={saving}
      onSave={() => saving.run({ documentIds: [documentId] })}
      names={{ print: t('cases.documents.printOne', named), save: t('cases.documents.exportOne', named) }}
    />
  );
};
