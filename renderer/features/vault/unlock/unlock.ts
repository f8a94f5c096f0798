import type { Failure } from '../../../lib/failure-text.ts';
import { afterPress } from '../../../lib/press.ts';
import type { RpcClient } from '../../../lib/rpc/client.ts';
import { chooseBackup, chooseInvitation, chooseVault } from '../choose-file.ts';
import type { LaterView } from '../LaterPage.tsx';
import type { VaultEntry } from '../parts.ts';
import { draw } from './draw.ts';
import { part } from './elements.ts';
import { followCapsLock, revealOnDemand } from './passphrase-field.ts';
import { chosenVault, type UnlockParts, type UnlockState } from './state.ts';
import { createLockTexts } from './texts.ts';

/** Brings the field of lock.html to life: the list fills in, submitting waits for the backend. */
export const startUnlock = (parts: UnlockParts): void => {
  const field = part<HTMLInputElement>('passphrase');
  let state: UnlockState = {
    preferences: parts.preferences,
    list: null,
    chosenId: null,
    busy: false,
    choosing: false,
    forgetting: false,
    failure: null,
    sideFailure: null,
    later: false,
  };
  const texts = () => createLockTexts(parts.texts, state.preferences.language);
  const drawNow = (): void => draw(state, texts(), actions, parts);
  const redraw = (): void => afterPress(drawNow);
  const change = (next: Partial<UnlockState>): void => {
    state = { ...state, ...next };
    redraw();
  };

  const load = async (): Promise<void> => {
    const rpc = await parts.rpc;
    const list = await rpc.call('vault.list', {});
    change({ list });
    if (list.ok && list.value.vaults.length === 0) await showLater({ kind: 'welcome' });
  };
  let loaded = Promise.resolve();
  const reload = (): Promise<void> => {
    loaded = load();
    return loaded;
  };

  const showLater = async (view: LaterView): Promise<void> => {
    if (state.later) return;
    change({ later: true, busy: false, failure: null, sideFailure: null });
    field.value = '';
    const remove = await parts.drawLater(part('root'), state.preferences, view, (preferences) => {
      remove();
      change({ preferences, later: false, chosenId: null });
      field.focus();
      void reload();
    });
    part('lock').hidden = true;
  };

  const unlock = async (): Promise<void> => {
    if (state.busy) return;
    if (field.value === '') return field.focus();
    change({ busy: true, failure: null });
    await loaded;
    const vault = chosenVault(state);
    if (vault === null) return change({ busy: false });
    const opening = (await parts.rpc).call('vault.unlock', { vaultId: vault.vaultId, passphrase: field.value });
    const opened = await opening;
    field.value = '';
    if (opened.ok) return;
    change({ busy: false, failure: opened.error });
    field.focus();
  };

  const choose = async <T>(
    ask: (rpc: RpcClient) => Promise<{ ok: true; value: T | null } | { ok: false; error: Failure }>,
    take: (value: T) => Promise<void>,
  ): Promise<void> => {
    change({ choosing: true, sideFailure: null });
    const chosen = await ask(await parts.rpc);
    change({ choosing: false, sideFailure: chosen.ok ? null : chosen.error });
    if (chosen.ok && chosen.value !== null) await take(chosen.value);
  };

  const forget = async (vault: VaultEntry): Promise<void> => {
    const done = await (await parts.rpc).call('vault.forget', { vaultId: vault.vaultId });
    if (!done.ok) return change({ sideFailure: done.error });
    change({ forgetting: false, chosenId: null });
    await reload();
    field.focus();
  };

  const actions = {
    choose: (chosenId: string): void => {
      change({ chosenId, failure: null });
      field.focus();
    },
    cancel: async (): Promise<void> => void (await parts.rpc).call('vault.lock', {}),
    recover: (): void => {
      const vault = chosenVault(state);
      if (vault !== null) void showLater({ kind: 'recover', vault });
    },
    create: (): void => void showLater({ kind: 'create' }),
    add: (): void =>
      void choose(chooseVault, async (chosenId) => {
        await reload();
        change({ chosenId, failure: null });
      }),
    invited: (): void => void choose(chooseInvitation, (invitation) => showLater({ kind: 'invited', invitation })),
    restore: (): void => void choose(chooseBackup, (backup) => showLater({ kind: 'restore', backup })),
    askToForget: (): void => change({ forgetting: true, failure: null, sideFailure: null }),
    keep: (): void => {
      change({ forgetting: false });
      part('forget').focus();
    },
    forget: (vault: VaultEntry): void => void forget(vault),
    reload: (): void => void reload(),
    language: async (): Promise<void> => {
      change({ preferences: { ...state.preferences, language: state.preferences.language === 'id' ? 'en' : 'id' } });
      await (await parts.rpc).call('session.setPreferences', state.preferences);
    },
  };

  followCapsLock(field, () => texts().t('vault.capsLock'));
  revealOnDemand(field);
  part('form').addEventListener('submit', (event) => {
    event.preventDefault();
    void unlock();
  });
  for (const name of ['cancel', 'recover', 'restore', 'add', 'create', 'invited', 'language'] as const) {
    part(name).addEventListener('click', () => void actions[name]());
  }
  part('forget').addEventListener('click', actions.askToForget);

  change({});
  void reload();
  if (parts.knowsVaults) field.focus();
  else void showLater({ kind: 'welcome' });
};
