import type { Contract } from '@shared/contract/index.ts';
import type { OutputOf } from '@shared/contract/method.ts';
import { activeKeyOf } from '@shared/domain/identity/directory.ts';
import { isWaiting } from '@shared/domain/retention/request.ts';
import { listErasures } from '../retention/erasure-rows.ts';
import { askedAfter, erasuresDue, requestsHere } from '../retention/requests.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { formatShownBy } from './ledger/peer-rows.ts';

/** Who asks that files of this vault be erased, who was asked from here, and what is to be said to whom. */
export const erasuresBetween = (work: Workspace): OutputOf<Contract['exchange.erasures']> => ({
  requests: requestsHere(work)
    .filter(({ state }) => isWaiting(state))
    .map(({ caseId, entry }) => ({ caseId, name: entry.person.name })),
  asked: listErasures(work.records).flatMap((erasure) =>
    askedAfter(work, erasure).map((asked) => ({ erasureId: erasure.erasureId, ...asked })),
  ),
  due: erasuresDue(work).map(({ entry, asks, answers, sealedAt }) => ({
    entryId: entry.entryId,
    name: entry.person.name,
    asks: asks.length,
    answers: answers.length,
    sealedAt,
    olderProgram: formatShownBy(work.records, activeKeyOf(entry)?.key ?? '') === 1,
  })),
});
