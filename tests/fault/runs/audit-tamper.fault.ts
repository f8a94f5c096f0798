import { fuzzAudit } from '../fuzz/audit.ts';
import { faultRun } from './fault-run.ts';

faultRun('audit.tamper', async ({ long, seed, tell }) => {
  const { tried, failed, notes } = fuzzAudit({ runs: long ? 200_000 : 5000, seed });
  tell({ id: 'audit.tamper', tried, failed, note: notes.join(' | ') });
});
