import { useEffect, useState } from 'react';
import type { Failure } from '../../lib/failure-text.ts';
import { useRpc } from '../../lib/rpc-context.ts';
import { type ByteSource, readBytes } from '../../lib/upload.ts';

export interface LoadedBytes {
  readonly bytes: Uint8Array | null;
  readonly error: Failure | null;
}

/** Reads a kept file in pieces for as long as it is shown. */
export const useBytes = (source: ByteSource): LoadedBytes => {
  const rpc = useRpc();
  const [loaded, setLoaded] = useState<LoadedBytes>({ bytes: null, error: null });
  const key = JSON.stringify(source);
  useEffect(() => {
    let wanted = true;
    setLoaded({ bytes: null, error: null });
    void readBytes(rpc, JSON.parse(key) as ByteSource, () => wanted).then((read) => {
      if (!wanted) return;
      setLoaded(read.ok ? { bytes: read.value, error: null } : { bytes: null, error: read.error });
    });
    return () => {
      wanted = false;
    };
  }, [rpc, key]);
  return loaded;
};
