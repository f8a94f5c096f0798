import { runDiskFull } from '../kill/disk-full.ts';
import { faultRun } from './fault-run.ts';

faultRun('import.diskFull', async ({ long, tell }) => {
  const { tried, failed, notes, codes } = await runDiskFull({ steps: long ? 420 : 8 });
  tell({ id: 'import.diskFull', tried, failed, note: [...notes, codes].join(' | ') });
});
