import { Text } from '@mantine/core';
import type { AttachmentRef } from '@shared/domain/case/body.ts';
import type { FieldOf } from '@shared/domain/form/field.ts';
import { useEffect, useRef, useState } from 'react';
import { useRpc } from '../../../lib/rpc-context.ts';
import { AttachmentList } from '../../../ui/AttachmentList.tsx';
import { FileDrop } from '../../../ui/FileDrop.tsx';
import { asList, type FieldProps } from '../../../ui/form/field-props.ts';

/** Files that prove an activity, kept as their ids. */
export const EvidenceInput = ({ label, help, value, onChange, issue }: FieldProps<FieldOf<'evidence'>>) => {
  const rpc = useRpc();
  const [files, setFiles] = useState<readonly AttachmentRef[]>([]);
  const ids = asList<string>(value);
  // Several files may arrive before the form has heard of the first.
  const newest = useRef(ids);
  newest.current = ids;
  const set = (next: readonly string[]): void => {
    newest.current = next;
    onChange(next);
  };
  const named = ids.join(' ');
  useEffect(() => {
    let wanted = true;
    const asked = named.split(' ').filter((id) => id !== '');
    const infos = asked.map((attachmentId) => rpc.call('attachments.info', { store: 'records', attachmentId }));
    void Promise.all(infos).then(
      (answers) => wanted && setFiles(answers.flatMap((answer) => (answer.ok ? [answer.value] : []))),
    );
    return () => {
      wanted = false;
    };
  }, [rpc, named]);
  return (
    <div>
      <FileDrop
        label={label}
        store="records"
        caseId={null}
        onAdded={({ attachmentId }) => set([...newest.current, attachmentId])}
      />
      {help !== undefined && (
        <Text size="sm" c="dimmed">
          {help}
        </Text>
      )}
      <AttachmentList
        attachments={files}
        onRemove={({ attachmentId }) => set(newest.current.filter((id) => id !== attachmentId))}
      />
      {issue() !== undefined && (
        <Text size="sm" c="var(--mantine-color-error)">
          {issue()}
        </Text>
      )}
    </div>
  );
};
