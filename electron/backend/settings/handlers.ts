import { ok } from '@shared/kernel/result.ts';
import { defineHandlers } from '../rpc/define-handlers.ts';
import { workspaceOf } from '../workspace/workspace.ts';
import { saveProfile } from './profile.ts';
import { ownSettings, setSettings } from './settings.ts';

/** Settings of the vault and its holder. */
export const settingsHandlers = defineHandlers({
  'settings.get': (_input, { vault }) => ok(ownSettings(vault.records)),
  'settings.set': (input, context) => {
    const set = setSettings(workspaceOf(context), input);
    if (set.ok) context.session.setIdleMinutes(input.idleMinutes);
    return set;
  },
  'profile.save': (input, context) => saveProfile(workspaceOf(context), input),
});
