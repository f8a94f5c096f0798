import type { CaseSummary } from '@shared/contract/case.ts';
import { latestContent } from '@shared/domain/case/contents.ts';
import { copiesDue } from '@shared/domain/case/copies-due.ts';
import { correctionsDue } from '@shared/domain/case/corrections-due.ts';
import { nextDue, waitsFor } from '@shared/domain/case/next-due.ts';
import { standingAssignment } from '@shared/domain/case/state.ts';
import { maskNip } from '@shared/domain/identity/nip.ts';
import type { Role } from '@shared/domain/identity/person.ts';
import { asRead, type CaseFile, matterOf } from './case-file.ts';
import type { CaseRow } from './case-rows.ts';
import { sessionsOf } from './case-sessions.ts';

/** Since when this vault knows that a file names the wrong employee; null for every other. */
export const mistakenSince = (row: CaseRow, { state }: Pick<CaseFile, 'state'>): string | null =>
  state.mistaken === null ? null : (row.mistakenAt ?? row.createdAt);

/** What a list shows of a case to a holder of `roles`. */
export const toSummary = (row: CaseRow, whole: CaseFile, roles: readonly Role[]): CaseSummary => {
  const file = asRead(whole);
  const { state } = file;
  const { employee, assessor, period } = matterOf(file);
  const planned = state.closed ? undefined : sessionsOf(file).find((session) => session.state === 'planned');
  return {
    caseId: row.id,
    employeeName: employee?.name ?? '',
    nipMasked: maskNip(employee?.nip ?? ''),
    unit: employee?.unit ?? '',
    assessorName: assessor?.name ?? '',
    period,
    phase: state.phase,
    closed: state.closed,
    // By this number the office knows the paper, whoever it names.
    listNumber: latestContent(state, whole.bodies, 'reportRegistered')?.number ?? '',
    counsellorKind: standingAssignment(state)?.kind ?? null,
    nextDue: nextDue(state, roles),
    waitsForHolder: waitsFor(state, roles),
    copiesDue: copiesDue(state, roles).map(({ hash, type }) => ({
      hash,
      type,
      since: file.byHash.get(hash)?.recordedAt ?? row.createdAt,
    })),
    correctionsDue: correctionsDue(state, roles).map(({ type, hash }) => ({
      type,
      since: file.byHash.get(hash)?.recordedAt ?? row.createdAt,
    })),
    nextSession:
      planned === undefined ? null : { date: planned.date, startTime: planned.startTime, zone: planned.zone },
    openedAt: row.createdAt,
    lastActAt: file.acts.at(-1)?.recordedAt ?? row.createdAt,
  };
};
