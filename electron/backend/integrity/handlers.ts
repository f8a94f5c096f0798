import { toIsoInstant } from '@shared/kernel/date.ts';
import { ok } from '@shared/kernel/result.ts';
import { defineHandlers } from '../rpc/define-handlers.ts';
import { isOfRows } from '../vault/check-database.ts';
import { workspaceOf } from '../workspace/workspace.ts';
import { acceptAsItIs, cancelCheck, checkWholeNow, readIntegrity } from './integrity.ts';

const instant = (at: number | null): string | null => (at === null ? null : toIsoInstant(at));

/** Whether the open vault is whole. */
export const integrityHandlers = defineHandlers({
  'integrity.status': (_input, context) => {
    const { rowsAt, wholeAt, findings, step } = readIntegrity(workspaceOf(context));
    const acceptable = findings.some(({ code }) => isOfRows(code));
    return ok({ rowsAt: instant(rowsAt), wholeAt: instant(wholeAt), findings: [...findings], acceptable, step });
  },
  'integrity.check': async (_input, context) => {
    const checked = await checkWholeNow(workspaceOf(context));
    return checked.ok ? ok({}) : checked;
  },
  'integrity.cancel': (_input, context) => {
    cancelCheck(workspaceOf(context));
    return ok({});
  },
  'integrity.accept': async (_input, context) => {
    const accepted = await acceptAsItIs(workspaceOf(context));
    return accepted.ok ? ok({}) : accepted;
  },
});
