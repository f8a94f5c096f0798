import { ok } from '@shared/kernel/result.ts';
import { chooseTargetOf, exportDepsOf } from '../export/call-deps.ts';
import type { CallContext } from '../rpc/context.ts';
import { defineHandlers } from '../rpc/define-handlers.ts';
import { viewed } from '../trail/note-view.ts';
import { unlockedOf } from '../vault/unlocked.ts';
import { workspaceOf } from '../workspace/workspace.ts';
import { listReminders, sessionsBetween } from './calendar.ts';
import { discardRecord, signRecord } from './change-record.ts';
import { listCoaches, saveCoach } from './coaches.ts';
import { guidanceFigures } from './figures.ts';
import { getGuidance } from './get-guidance.ts';
import { listGuidance } from './list-guidance.ts';
import { makeRecord } from './make-record.ts';
import { saveGuidance } from './save-guidance.ts';
import { toCase } from './to-case.ts';

const papers = () => import('./papers.ts');

/** Signs the original of a record that the holder signed, where it is the holder's turn. */
const carryOriginal = async (context: CallContext, hash: string) => {
  const { signOriginal } = await papers();
  return signOriginal({ ...unlockedOf(context), host: context.host }, hash);
};

/** Guidance. */
export const guidanceHandlers = defineHandlers({
  'guidance.list': (_input, context) => ok(listGuidance(workspaceOf(context))),
  'guidance.get': ({ guidanceId }, context) => {
    const work = workspaceOf(context);
    const view = { store: 'records', kind: 'guidanceViewed', subject: guidanceId } as const;
    return viewed(work, view, getGuidance(work, guidanceId));
  },
  'guidance.save': (input, context) => saveGuidance(workspaceOf(context), input),
  'guidance.makeRecord': async (input, context) => {
    const made = makeRecord(unlockedOf(context), input);
    // The record stands without its original, which can be signed later.
    if (made.ok && input.sign) await carryOriginal(context, made.value.hash);
    return made;
  },
  'guidance.signRecord': async (input, context) => {
    const signed = signRecord(unlockedOf(context), input);
    if (!signed.ok) return signed;
    const carried = await carryOriginal(context, input.hash);
    return carried.ok || signed.value.isNew ? ok({}) : carried;
  },
  'guidance.addPaper': async (input, context) => {
    const { addPaper } = await papers();
    return addPaper(workspaceOf(context), input);
  },
  'guidance.discardRecord': ({ hash }, context) => discardRecord(workspaceOf(context), hash),
  'guidance.prepare': async (input, context) => {
    const { preparePaper } = await papers();
    return preparePaper(workspaceOf(context), context.host, input);
  },
  'guidance.prepareOverview': async ({ guidanceId }, context) => {
    const { prepareOverview } = await papers();
    return prepareOverview(workspaceOf(context), context.host, guidanceId);
  },
  'guidance.documentOf': async ({ hash }, context) => {
    const { documentOfRecord } = await papers();
    return documentOfRecord({ ...unlockedOf(context), host: context.host }, hash);
  },
  'guidance.calendar': ({ from, to }, context) => ok(sessionsBetween(workspaceOf(context), from, to)),
  'guidance.exportCalendar': async ({ guidanceId }, context) => {
    const { exportCalendar } = await papers();
    const deps = {
      ...exportDepsOf(context),
      chooseTarget: chooseTargetOf(context),
      folder: context.start.documentsFolder,
    };
    return exportCalendar(workspaceOf(context), deps, guidanceId);
  },
  'guidance.reminders': ({ today }, context) => ok(listReminders(workspaceOf(context), today)),
  'guidance.coaches': ({ includeArchived }, context) => ok(listCoaches(workspaceOf(context), includeArchived)),
  'guidance.saveCoach': (input, context) => saveCoach(workspaceOf(context), input),
  'guidance.figures': ({ year }, context) => ok(guidanceFigures(workspaceOf(context), year)),
  'guidance.toCase': (input, context) => toCase(workspaceOf(context), input),
});
