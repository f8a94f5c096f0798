import { Button, Loader, ScrollArea, Text } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../lib/failure-text.ts';
import { useFormat } from '../../lib/format.ts';
import { useRpc } from '../../lib/rpc-context.ts';
import { type ByteSource, readPiece } from '../../lib/upload.ts';
import { ErrorNotice } from '../ErrorNotice.tsx';

/** As much text as is laid out at once, in bytes. */
const pieceBytes = 131_072;

interface Shown {
  readonly text: string;
  readonly done: number;
  readonly total: number;
}

/** Shows a kept plain text as it is, piece by piece. */
export const TextView = ({ source, name }: { readonly source: ByteSource; readonly name: string }) => {
  const { t } = useTranslation();
  const { size } = useFormat();
  const rpc = useRpc();
  const [shown, setShown] = useState<Shown | null>(null);
  const [error, setError] = useState<Failure | null>(null);
  const decoder = useRef(new TextDecoder());
  const key = JSON.stringify(source);

  const more = useCallback(
    async (before: Shown | null, isWanted: () => boolean): Promise<void> => {
      if (before === null) decoder.current = new TextDecoder();
      const offset = before?.done ?? 0;
      const piece = await readPiece(rpc, JSON.parse(key) as ByteSource, offset, pieceBytes);
      if (!isWanted()) return;
      if (!piece.ok) return setError(piece.error);
      const done = offset + piece.value.bytes.length;
      const text = decoder.current.decode(piece.value.bytes, { stream: done < piece.value.size });
      setShown({ text: (before?.text ?? '') + text, done, total: piece.value.size });
    },
    [rpc, key],
  );
  useEffect(() => {
    let wanted = true;
    void more(null, () => wanted);
    return () => {
      wanted = false;
    };
  }, [more]);

  if (error !== null) return <ErrorNotice error={error} />;
  if (shown === null) return <Loader aria-label={t('common.loading')} />;
  return (
    <ScrollArea.Autosize mah="70vh" viewportProps={{ tabIndex: 0, role: 'document', 'aria-label': name }} p="sm">
      <Text component="pre" ff="monospace" m={0} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {shown.text}
      </Text>
      {shown.done < shown.total && (
        <Button variant="default" mt="sm" onClick={() => void more(shown, () => true)}>
          {t('viewer.more', { done: size(shown.done), total: size(shown.total) })}
        </Button>
      )}
    </ScrollArea.Autosize>
  );
};
