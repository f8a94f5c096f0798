import { programmeElements } from '@shared/domain/programme/elements.ts';
import { ok } from '@shared/kernel/result.ts';
import { defineHandlers } from '../rpc/define-handlers.ts';
import { unlockedOf } from '../vault/unlocked.ts';
import { workspaceOf } from '../workspace/workspace.ts';
import { addTally, programmeFigures, removeTally } from './figures.ts';
import { listTallies } from './figures-rows.ts';
import { saveElement } from './save-element.ts';
import { findSetting, listSettings } from './setting-rows.ts';

/** Most settings of one element that are shown. */
const historyLimit = 200;

/** The making of papers (print): loaded when one is first asked for. */
const papers = () => import('./papers.ts');

/** The institution's programme of coaching and mentoring. */
export const programmeHandlers = defineHandlers({
  'programme.get': (_input, { vault }) =>
    ok(programmeElements.map((element) => ({ element, current: findSetting(vault.records, element) ?? null }))),
  'programme.history': ({ element }, { vault }) => ok(listSettings(vault.records, element, historyLimit)),
  'programme.saveElement': (input, context) => saveElement(workspaceOf(context), input),
  'programme.prepareGuideline': async (_input, context) =>
    (await papers()).prepareGuideline(unlockedOf(context), context.host),
  'programme.prepareBenefitSheet': async (input, context) =>
    (await papers()).prepareBenefitSheet(workspaceOf(context), context.host, input),
  'programme.figures': ({ period }, context) => ok(programmeFigures(unlockedOf(context), period)),
  'programme.tallies': ({ period }, { vault }) => ok(listTallies(vault.records, period)),
  'programme.addTally': ({ tally }, context) => addTally(workspaceOf(context), tally),
  'programme.removeTally': (input, context) => removeTally(workspaceOf(context), input),
});
