import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPreferencesStore } from '../../../electron/backend/rpc/preferences.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { heldFor } from '../../fixtures/file-calls.ts';

describe('the preferences of this computer', () => {
  it('are kept, also those that come while others are written', async () => {
    const folder = join(temporaryFolder(), 'pengaturan');
    const store = createPreferencesStore(folder, heldFor(1900, 'EPERM').fs);
    const [first, second] = await Promise.all([store.set({ language: 'en' }), store.set({ colorScheme: 'dark' })]);
    expect([first.ok, second.ok]).toEqual([true, true]);
    const kept = { language: 'en', colorScheme: 'dark', contentProtection: true };
    expect(store.get()).toEqual(kept);
    expect(createPreferencesStore(folder).get()).toEqual(kept);
  });

  it('stay as they were when they cannot be written, and it is said why', async () => {
    const store = createPreferencesStore(temporaryFolder(), heldFor(Number.POSITIVE_INFINITY, 'EACCES').fs);
    expect(await store.set({ language: 'en' })).toMatchObject({ ok: false, error: { code: 'folderReadOnly' } });
    expect(store.get().language).toBe('id');
  });
});
