import { ok } from '@shared/kernel/result.ts';
import { listCases } from '../case/list-cases.ts';
import { defineHandlers } from '../rpc/define-handlers.ts';
import { settleClock } from '../trail/state-clock.ts';
import { workspaceOf } from '../workspace/workspace.ts';
import { allFollowUps, allSessions, homeOf } from './home.ts';

/** What Beranda, Jadwal and the register of follow-ups show. */
export const overviewHandlers = defineHandlers({
  'overview.home': ({ today }, context) => ok(homeOf(workspaceOf(context), today)),
  'overview.stateClock': ({ reason }, context) => settleClock(workspaceOf(context), reason),
  'overview.schedule': ({ from, to }, { vault }) =>
    ok(allSessions(listCases(vault)).filter(({ date }) => from <= date && date <= to)),
  'overview.followUps': (_input, { vault }) => ok(allFollowUps(listCases(vault))),
});
