import { useRpc } from '../../../lib/rpc-context.ts';

/** Chooses a CSV file in the system's dialog; its token, or null when cancelled. */
export const useChooseCsv = () => {
  const rpc = useRpc();
  return {
    choose: async (): Promise<string | null> => {
      const chosen = await rpc.call('dialog.chooseFiles', { purpose: 'csv' });
      return chosen.ok ? (chosen.value[0]?.token ?? null) : null;
    },
  };
};
