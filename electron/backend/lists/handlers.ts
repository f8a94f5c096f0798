import { maskNip } from '@shared/domain/identity/nip.ts';
import { cellText } from '@shared/domain/lists/list-table.ts';
import { fail, ok } from '@shared/kernel/result.ts';
import { chooseTargetOf, exportDepsOf } from '../export/call-deps.ts';
import { defineHandlers } from '../rpc/define-handlers.ts';
import { unlockedOf } from '../vault/unlocked.ts';
import { listOf } from './list-of.ts';

/** What makes files and pages: loaded when one is first asked for. */
const leave = () => import('./leave.ts');

/** Lists of the office: looked at, saved, printed. */
export const listsHandlers = defineHandlers({
  'lists.prepare': async (request, context) => {
    const list = listOf(unlockedOf(context), request);
    if (!list.ok) return list;
    const { shownOf } = await leave();
    const { columns } = list.value;
    const mask = (text: string, at: number): string => (columns[at]?.isNip === true ? maskNip(text) : text);
    return ok(shownOf(list.value, (cell, at) => mask(cellText(cell), at)));
  },
  'lists.export': async ({ format, protection, ...request }, context, { chosen }) => {
    if (protection === 'passphrase' && chosen === null) return fail('weakPassphrase');
    const { saveList } = await leave();
    return saveList(
      unlockedOf(context),
      {
        ...exportDepsOf(context),
        chooseTarget: chooseTargetOf(context),
        folder: context.start.documentsFolder,
        host: context.host,
      },
      { request, format, passphrase: protection === 'none' ? null : chosen },
    );
  },
  'lists.print': async (request, context) => {
    const { printList } = await leave();
    return printList(unlockedOf(context), context.host, request);
  },
});
