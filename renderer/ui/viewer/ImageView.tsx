import { Image, Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ByteSource } from '../../lib/upload.ts';
import { ErrorNotice } from '../ErrorNotice.tsx';
import { useBytes } from './use-bytes.ts';

export interface ImageViewProps {
  readonly source: ByteSource;
  readonly name: string;
  readonly mediaType: string;
}

/** Shows a kept picture. */
export const ImageView = ({ source, name, mediaType }: ImageViewProps) => {
  const { t } = useTranslation();
  const { bytes, error } = useBytes(source);
  const [url, setUrl] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (bytes === null) return;
    const made = URL.createObjectURL(new Blob([bytes.slice()], { type: mediaType }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, mediaType]);
  if (error !== null) return <ErrorNotice error={error} />;
  if (failed) return <ErrorNotice error={{ code: 'fileUnreadable' }} />;
  if (url === null) return <Loader aria-label={t('common.loading')} />;
  return <Image src={url} alt={name} fit="contain" mah="70vh" onError={() => setFailed(true)} />;
};
