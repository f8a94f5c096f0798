import { beforeAll } from 'vitest';
import { vaultTemplate } from '../../fixtures/made-vault.ts';
import { runKeyFileDamage } from '../damage/key-files.ts';
import { runPageDamage } from '../damage/pages.ts';
import { faultRun } from './fault-run.ts';

beforeAll(() => vaultTemplate());

faultRun('vault.damage', async ({ long, seed, tell }) => {
  const pages = await runPageDamage({ seed, step: long ? 1 : 4 });
  const toldOfPages = `${pages.told} told, ${pages.harmless} changed nothing that is read`;
  tell({
    id: 'vault.damage',
    tried: pages.tried,
    failed: pages.failed,
    note: [...pages.notes, toldOfPages].join(' | '),
  });
  const keys = await runKeyFileDamage({ bytes: long ? Number.POSITIVE_INFINITY : 24 });
  tell({ id: 'vault.keyDamage', tried: keys.tried, failed: keys.failed, note: keys.notes.join(' | ') });
});
