import type { OutboxCase } from '@shared/contract/exchange.ts';
import type { JournalEntry } from '@shared/contract/exchange-journal.ts';
import type { Role } from '@shared/domain/identity/person.ts';
import { latestSent } from '../../../lib/delivery-state.ts';
import type { Output } from '../../../lib/query.ts';

/** How it stands with one receiver of a file. */
export interface CaseDelivery {
  readonly entryId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Acts that would leave now. */
  readonly due: number;
  /** Latest package sent; undefined for none. */
  readonly latest: JournalEntry | undefined;
}

/** Receivers of a file that have vaults: those who are due something first, then those to whom something was sent. */
export const caseDeliveries = (
  outbox: Pick<OutboxCase, 'receivers'> | undefined,
  entries: readonly JournalEntry[],
  caseId: string,
): readonly CaseDelivery[] => {
  const known = new Map<string, CaseDelivery>();
  for (const { entryId, person, roles, acts } of outbox?.receivers ?? [])
    known.set(entryId, {
      entryId,
      name: person.name,
      roles,
      due: acts.length,
      latest: latestSent(entries, caseId, entryId),
    });
  for (const { caseId: about, direction, peer } of entries) {
    const { entryId, person, roles } = peer;
    if (about !== caseId || direction !== 'out' || entryId === null || person === null || known.has(entryId)) continue;
    known.set(entryId, { entryId, name: person.name, roles, due: 0, latest: latestSent(entries, caseId, entryId) });
  }
  return [...known.values()]
    .filter(({ due, latest }) => due > 0 || latest !== undefined)
    .sort((a, b) => Number(b.due > 0) - Number(a.due > 0));
};

/** Names of those for whom acts of a file (or the one act) are ready; none while this vault is not certified. */
export const readyFor = (
  outbox: Output<'exchange.outbox'> | undefined,
  caseId: string,
  hash?: string,
): readonly string[] =>
  outbox?.certified === true
    ? (outbox.cases.find((it) => it.caseId === caseId)?.receivers ?? [])
        .filter(({ acts }) => (hash === undefined ? acts.length > 0 : acts.some((act) => act.hash === hash)))
        .map(({ person }) => person.name)
    : [];
