import { fail, ok } from '@shared/kernel/result.ts';
import { transactRecords } from '../db/transact.ts';
import type { CallContext } from '../rpc/context.ts';
import { defineHandlers } from '../rpc/define-handlers.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { unlockedOf } from '../vault/unlocked.ts';
import { nodeAtomicFs } from '../vault/write-atomically.ts';
import { workspaceOf } from '../workspace/workspace.ts';
import { endedGuidance, endedYears } from './ended-records.ts';
import { eraseCopies } from './erase-copies.ts';
import { writeErasedLists } from './erased-list.ts';
import { listErasures } from './erasure-rows.ts';
import { approveErasure, carryOutErasure, proposeErasure, withdrawErasure } from './erasures.ts';
import { endedFiles } from './files.ts';
import { freeze, unfreeze } from './freezes.ts';
import { eraseHeldLeft } from './held-guidance.ts';
import { renewBackups } from './renew-backups.ts';
import { type RetentionSetting, readRetention, writeRetention } from './setting.ts';

const papers = () => import('./papers.ts');
const incidents = () => import('./incident.ts');

const set = (context: CallContext, setting: RetentionSetting) =>
  transactRecords(context.vault.records, (tx) => {
    writeRetention(tx, setting);
    appendAudit(workspaceOf(context), tx, { kind: 'retentionSet', subject: '' });
    return ok({});
  });

/** How long files, guidance and learning records are kept, and their erasure. */
export const retentionHandlers = defineHandlers({
  'case.retention': (_input, context) => {
    const unlocked = unlockedOf(context);
    const { records } = context.vault;
    const files = endedFiles(unlocked).map(({ file }) => file);
    return ok({ ...readRetention(records), files, erasures: listErasures(records) });
  },
  'guidance.retention': (_input, context) => ok(endedGuidance(unlockedOf(context)).map(({ view }) => view)),
  'competence.retention': (_input, context) => ok(endedYears(unlockedOf(context)).map(({ view }) => view)),
  'retention.set': (setting, context) => set(context, setting),
  'retention.freeze': (input, context) => freeze(unlockedOf(context), input),
  'retention.unfreeze': (input, context) => unfreeze(unlockedOf(context), input),
  'retention.propose': (input, context) => proposeErasure(unlockedOf(context), input),
  'retention.approve': (input, context) => approveErasure(unlockedOf(context), input),
  'retention.withdraw': (input, context) => withdrawErasure(unlockedOf(context), input),
  'retention.erase': async (input, context) => {
    const unlocked = unlockedOf(context);
    const erased = carryOutErasure(unlocked, input);
    // What a place does not take now, the next backup there brings.
    if (!erased.ok) return erased;
    await eraseHeldLeft(unlocked);
    await writeErasedLists(unlocked, nodeAtomicFs);
    return erased;
  },
  'retention.eraseCopies': async (input, context) => {
    const unlocked = unlockedOf(context);
    const erased = eraseCopies(unlocked, input);
    if (erased.ok) await writeErasedLists(unlocked, nodeAtomicFs);
    return erased;
  },
  'retention.prepare': async (input, context) => {
    const { prepareArchiveList, prepareErasurePaper } = await papers();
    if ('list' in input) return prepareArchiveList(unlockedOf(context), context.host, input.list);
    return prepareErasurePaper(workspaceOf(context), context.host, input);
  },
  'retention.exposure': async (input, context) => (await incidents()).exposureOf(unlockedOf(context), input),
  'retention.prepareNotice': async (input, context) => {
    const { prepareNotice } = await incidents();
    return prepareNotice(unlockedOf(context), context.host, input);
  },
  'retention.preparePerson': async ({ personId }, context) => {
    const { preparePerson } = await import('./person-held.ts');
    return preparePerson(unlockedOf(context), context.host, personId);
  },
  'retention.renewBackups': async (_input, context, { passphrase }) => {
    if (passphrase === null) return fail('notConfirmed');
    return (await context.desk.exclusively(() => renewBackups(context, passphrase))) ?? fail('busy');
  },
});
