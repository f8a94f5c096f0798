import type { Leaving, OutboxCase, OutboxReceiver } from '@shared/contract/exchange.ts';
import { activeKeyOf } from '@shared/domain/identity/directory.ts';
import { dueForms } from '@shared/domain/package/outgoing.ts';
import type { Receivers } from '@shared/domain/package/receivers.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { employeeNameOf, namesNobody } from '../../case/case-name.ts';
import { findCase, listCaseRows } from '../../case/case-rows.ts';
import type { Unlocked } from '../../vault/unlocked.ts';
import { packagesWith } from '../ledger/package-rows.ts';
import { formatShownBy } from '../ledger/peer-rows.ts';
import { isOwnKey, type Standing, standingOf } from '../ledger/standing.ts';
import { cargoOf, carriedFiles } from './carried.ts';
import { type CaseExchange, type CaseReceiver, caseExchange, type Due, dueTo } from './due.ts';

const leavingOf = ({ vault }: Unlocked, { file }: CaseExchange, send: Due['send']): Leaving => {
  const cargo = cargoOf(vault.records, file, send);
  const files = carriedFiles(cargo);
  return { acts: [...cargo.acts], files, bytes: files.reduce((sum, { size }) => sum + size, 0) };
};

const toReceiver = (
  unlocked: Unlocked,
  standing: Standing,
  cased: CaseExchange,
  receiver: CaseReceiver,
): OutboxReceiver => {
  const { send, withheld } = dueTo(unlocked, standing, cased, receiver, false);
  const sent = packagesWith(unlocked.vault.records, 'out', activeKeyOf(receiver.entry)?.key ?? '').filter(
    ({ caseId, written }) => caseId === cased.caseId && written,
  );
  const unconfirmed = sent.filter(({ receivedAt, replaced }) => receivedAt === null && !replaced).length;
  const again = unconfirmed === 0 ? null : dueTo(unlocked, standing, cased, receiver, true).send;
  return {
    entryId: receiver.entry.entryId,
    person: receiver.entry.person,
    roles: [...receiver.roles],
    ...leavingOf(unlocked, cased, send),
    again: again && leavingOf(unlocked, cased, again),
    withheld: withheld.flatMap(({ hash, form }) => {
      const type = cased.file.byHash.get(hash)?.header.type;
      return type === undefined ? [] : [{ hash, type, form }];
    }),
    unconfirmed,
    olderProgram: formatShownBy(unlocked.vault.records, activeKeyOf(receiver.entry)?.key ?? '') === 1,
    lastReceivedAt:
      sent
        .flatMap(({ receivedAt }) => receivedAt ?? [])
        .sort()
        .at(-1) ?? null,
  };
};

/** Posts to which something of this vault is due and which nobody, or more than one, holds. */
const unresolvedOf = (standing: Standing, { file, receivers }: CaseExchange): Receivers['unresolved'] =>
  receivers.unresolved.filter(({ role }) => {
    const due = dueForms({
      acts: file.acts.map(({ hash, header, deeper, body }) => ({ hash, header, deeper, hasBody: body !== null })),
      state: file.state,
      receiverRoles: [role],
      receiverKeys: [],
      receiverMayLackOwn: false,
      receiverIsEmployee: role === 'employee',
      relieving: new Set(),
      certain: new Map(),
      sent: new Map(),
    });
    return file.acts.some(({ hash, header }) => isOwnKey(standing, header.authorKey) && due.get(hash) !== 'nothing');
  });

const toOutboxCase = (unlocked: Unlocked, standing: Standing, caseId: string): OutboxCase => {
  const cased = caseExchange(unlocked, standing, caseId);
  return {
    caseId,
    employeeName: employeeNameOf(unlocked.vault.records, caseId, cased.file),
    mistaken: namesNobody(unlocked.vault.records, caseId, cased.file),
    receivers: cased.receivers.known.map((receiver) => toReceiver(unlocked, standing, cased, receiver)),
    unresolved: unresolvedOf(standing, cased).map(({ role, candidates }) => ({
      role,
      candidates: candidates.map(({ entryId, person }) => ({ entryId, person })),
    })),
  };
};

/** True when something leaves, has left or has arrived. */
const isServed = ({ acts, unconfirmed, lastReceivedAt }: OutboxReceiver): boolean =>
  acts.length > 0 || unconfirmed > 0 || lastReceivedAt !== null;

/**
 * What could leave now, by case and receiver. Receivers and cases in which nothing goes anywhere are left out, unless
 * one case was asked for.
 */
export const outbox = (
  unlocked: Unlocked,
  caseId: string | null,
): Result<{ certified: boolean; cases: OutboxCase[] }, AppError<'unknownCase'>> => {
  const { records } = unlocked.vault;
  if (caseId !== null && findCase(records, caseId) === undefined) return fail('unknownCase');
  const standing = standingOf(unlocked);
  if (!standing.ok) return ok({ certified: false, cases: [] });
  const ids = caseId === null ? listCaseRows(records).map(({ id }) => id) : [caseId];
  const cases = ids.map((id) => toOutboxCase(unlocked, standing.value, id));
  if (caseId !== null) return ok({ certified: true, cases });
  const served = cases.map((outboxCase) => ({ ...outboxCase, receivers: outboxCase.receivers.filter(isServed) }));
  const shown = served.filter(({ receivers, unresolved }) => receivers.length > 0 || unresolved.length > 0);
  return ok({ certified: true, cases: shown });
};
