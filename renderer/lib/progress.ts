import { useEffect, useState } from 'react';
import { useRpc } from './rpc-context.ts';

/** Percent done of long work in the backend; `task` is the name of its method. Null while it tells nothing. */
export const useProgress = (task: string, running: boolean): number | null => {
  const rpc = useRpc();
  const [percent, setPercent] = useState<number | null>(null);
  useEffect(() => {
    setPercent(null);
    if (!running) return;
    return rpc.onEvent((event) => {
      if (event.event === 'progress' && event.task === task && event.total > 0)
        setPercent(Math.min(100, (100 * event.done) / event.total));
    });
  }, [rpc, task, running]);
  return percent;
};
