import { programmeElements } from '@shared/domain/programme/elements.ts';
import { ok } from '@shared/kernel/result.ts';
import { defineHandlers } from '../rpc/define-handlers.ts';
import { workspaceOf } from '../workspace/workspace.ts';
import { saveElement } from './save-element.ts';
import { findSetting, listSettings } from './setting-rows.ts';

/** Most settings of one element that are shown. */
const historyLimit = 200;

/** The institution's programme of coaching and mentoring. */
export const programmeHandlers = defineHandlers({
  'programme.get': (_input, { vault }) =>
    ok(programmeElements.map((element) => ({ element, current: findSetting(vault.records, element) ?? null }))),
  'programme.history': ({ element }, { vault }) => ok(listSettings(vault.records, element, historyLimit)),
  'programme.saveElement': (input, context) => saveElement(workspaceOf(context), input),
});
