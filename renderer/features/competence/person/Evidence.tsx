import type { AttachmentRef } from '@shared/domain/case/body.ts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRpc } from '../../../lib/rpc-context.ts';
import { AttachmentList } from '../../../ui/AttachmentList.tsx';
import { FileDrop } from '../../../ui/FileDrop.tsx';

export interface EvidenceProps {
  readonly ids: readonly string[];
  /** Hears how the list changes: several files may come in between two renderings. */
  readonly onChange: (edit: (ids: readonly string[]) => string[]) => void;
}

/** Files that prove an activity. */
export const Evidence = ({ ids, onChange }: EvidenceProps) => {
  const { t } = useTranslation();
  const rpc = useRpc();
  const [files, setFiles] = useState<readonly AttachmentRef[]>([]);
  useEffect(() => {
    let wanted = true;
    void Promise.all(ids.map((attachmentId) => rpc.call('attachments.info', { store: 'records', attachmentId }))).then(
      (answers) => wanted && setFiles(answers.flatMap((answer) => (answer.ok ? [answer.value] : []))),
    );
    return () => {
      wanted = false;
    };
  }, [rpc, ids]);
  return (
    <div>
      <FileDrop
        label={t('competence.field.evidence')}
        store="records"
        caseId={null}
        onAdded={({ attachmentId }) => onChange((known) => [...known, attachmentId])}
      />
      <AttachmentList
        attachments={files}
        onRemove={({ attachmentId }) => onChange((known) => known.filter((id) => id !== attachmentId))}
      />
    </div>
  );
};
