import { useTranslation } from 'react-i18next';
import { useProgress } from '../../lib/progress.ts';
import { useRpc } from '../../lib/rpc-context.ts';
import { TaskProgress } from '../TaskProgress.tsx';

/** How far a sealing is, and how to break it off: then nothing is saved, and what would have left stays due. */
export const SealProgress = ({ busy }: { readonly busy: boolean }) => {
  const { t } = useTranslation();
  const rpc = useRpc();
  const percent = useProgress('exchange.seal', busy);
  if (!busy) return null;
  return (
    <TaskProgress
      text={t('exchange.sealing')}
      percent={percent}
      onCancel={() => void rpc.call('exchange.cancelSeal', {})}
    />
  );
};
