import { Modal, Text } from '@mantine/core';
import type { AttachmentRef } from '@shared/domain/case/body.ts';
import { notShownAs, shownKind } from '@shared/domain/media-types.ts';
import { withoutHiddenSigns } from '@shared/kernel/hidden-signs.ts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentStore } from '../../lib/upload.ts';
import { ImageView } from './ImageView.tsx';
import { PdfView, TiffView } from './PdfView.tsx';
import { TextView } from './TextView.tsx';

/** Shows an attachment inside the window by its kind: PDF, picture or plain text; what is none of these says so. */
export const FileView = ({ file, store }: { readonly file: AttachmentRef; readonly store: AttachmentStore }) => {
  const { t } = useTranslation();
  const source = { attachmentId: file.attachmentId, store };
  const kind = shownKind(file.mediaType);
  if (kind === 'pdf') return <PdfView source={source} />;
  if (kind === 'tiff') return <TiffView source={source} />;
  if (kind === 'picture') return <ImageView source={source} name={file.name} mediaType={file.mediaType} />;
  if (kind === 'text') return <TextView source={source} name={file.name} />;
  return <Text c="dimmed">{t(`viewer.notShown.${notShownAs(file.mediaType) ?? 'other'}`)}</Text>;
};

export interface FileDialogProps {
  readonly file: AttachmentRef | null;
  readonly store: AttachmentStore;
  readonly onClose: () => void;
  /** What can be done with the file, above it. */
  readonly children?: ReactNode;
}

/** An attachment in a dialog; `file` null: closed. */
export const FileDialog = ({ file, store, onClose, children }: FileDialogProps) => {
  const { t } = useTranslation();
  return (
    <Modal
      opened={file !== null}
      onClose={onClose}
      size={860}
      title={file === null ? null : withoutHiddenSigns(file.name)}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {children}
      {file !== null && <FileView file={file} store={store} />}
    </Modal>
  );
};
