import { Stack, Text } from '@mantine/core';
import type { AttachmentRef } from '@shared/domain/case/body.ts';
import { useRef, useState } from 'react';
import { AttachmentList } from '../../../ui/AttachmentList.tsx';
import { FileDrop } from '../../../ui/FileDrop.tsx';
import { PdfCheckNotice } from '../../../ui/PdfCheckNotice.tsx';
import { FileDialog } from '../../../ui/viewer/FileView.tsx';

export interface FilesPartProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly caseId: string | null;
  readonly files: readonly AttachmentRef[];
  readonly onChange: (files: readonly AttachmentRef[]) => void;
  /** The one signed document: a single file, a PDF among them is checked. */
  readonly signedDocument?: boolean;
  readonly error?: string | undefined;
}

/** Files taken in, looked at and taken off again before anything is recorded. */
export const FilesPart = ({ label, hint, caseId, files, onChange, signedDocument = false, error }: FilesPartProps) => {
  const [shown, setShown] = useState<AttachmentRef | null>(null);
  // Several files may arrive before the form has heard of the first.
  const newest = useRef(files);
  newest.current = files;
  const set = (next: readonly AttachmentRef[]): void => {
    newest.current = next;
    onChange(next);
  };
  const add = (file: AttachmentRef): void =>
    set(
      signedDocument ? [file] : [...newest.current.filter((other) => other.attachmentId !== file.attachmentId), file],
    );
  return (
    <Stack gap="xs">
      {(!signedDocument || files.length === 0) && (
        <FileDrop
          label={label}
          store="records"
          caseId={caseId}
          onAdded={add}
          purpose={signedDocument ? 'signedDocument' : 'attachment'}
          single={signedDocument}
        />
      )}
      {signedDocument && files.length > 0 && (
        <Text size="sm" fw={600}>
          {label}
        </Text>
      )}
      {hint !== undefined && (
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
      )}
      <AttachmentList
        attachments={files}
        onOpen={setShown}
        onRemove={(file) => set(newest.current.filter((other) => other.attachmentId !== file.attachmentId))}
      />
      {error !== undefined && (
        <Text size="sm" c="var(--mantine-color-error)">
          {error}
        </Text>
      )}
      {signedDocument && files[0]?.mediaType === 'application/pdf' && <PdfCheckNotice file={files[0]} />}
      <FileDialog file={shown} store="records" onClose={() => setShown(null)} />
    </Stack>
  );
};
