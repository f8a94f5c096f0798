import { followUpNames, isListedFollowUp } from '@shared/domain/case/follow-up-kinds.ts';
import type { ListKind } from '@shared/domain/documents/kind.ts';
import { emptyPerson } from '@shared/domain/identity/person.ts';
import type { ChoiceOf, ListRequest } from '@shared/domain/lists/list-choice.ts';
import { listsOf } from '@shared/domain/lists/list-choice.ts';
import { listedSessions, type RowOf } from '@shared/domain/lists/list-rows.ts';
import { type ListTable, type ListWords, listTable } from '@shared/domain/lists/list-table.ts';
import caseTexts from '@shared/i18n/id/case.json' with { type: 'json' };
import casesTexts from '@shared/i18n/id/cases.json' with { type: 'json' };
import scheduleTexts from '@shared/i18n/id/schedule.json' with { type: 'json' };
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { listCases } from '../case/list-cases.ts';
import { ledger } from '../competence/ledger.ts';
import { listPersons } from '../persons/person-rows.ts';
import { getProfile } from '../settings/profile.ts';
import { getSettings } from '../settings/settings.ts';
import { todayOf, type Unlocked } from '../vault/unlocked.ts';

/** Everyone of the register of people: more than any vault holds. */
const everyone = 1_000_000;

type Sources = { readonly [K in ListKind]: (unlocked: Unlocked, choice: ChoiceOf<K>) => readonly RowOf[K][] };

/** Rows of each list, from what the pages show: the register, the follow-ups, the sessions, the ledger of JP. */
const sources: Sources = {
  registerList: ({ work }) => listCases(work).map(({ entry }) => entry),
  followUpList: ({ work }) =>
    listCases(work).flatMap(({ entry: { number, person }, followUps }) =>
      followUps.map((followUp) => ({ ...followUp, number, person })),
    ),
  sessionList: ({ work }) =>
    listCases(work).flatMap(({ entry: { number, person, phase }, sessions }) =>
      listedSessions(phase, sessions).map((session) => ({ ...session, number, person })),
    ),
  learningList: ({ work }, { year }) => {
    const all = { year, search: '', unit: null, employmentStatus: null, belowTarget: false, sort: 'name' as const };
    const people = new Map(listPersons(work.records, false).map((person) => [person.id, person]));
    return ledger(work, { ...all, offset: 0, limit: everyone }).rows.map((row) => {
      const { name, nip, rank, position, unit } = people.get(row.personId) ?? { ...emptyPerson, ...row };
      const { jp, target, records, uncounted } = row;
      return { person: { name, nip, rank, position, unit }, jp, target, records, uncounted };
    });
  },
};

/** Words of papers for codes: Indonesian, whatever the window speaks. */
const wordsOf = ({ work }: Pick<Unlocked, 'work'>): ListWords => {
  const own = new Map(getSettings(work.records).customFollowUps.map(({ code, label }) => [code, label]));
  return {
    phase: caseTexts.phases,
    standing: casesTexts.cases.followUps.standing,
    session: scheduleTexts.schedule.state,
    followUp: (kind) => {
      if (kind === null) return '';
      return isListedFollowUp(kind) ? followUpNames[kind] : (own.get(kind) ?? kind);
    },
  };
};

const tableOf = <K extends ListKind>(
  unlocked: Unlocked,
  request: ListRequest & { readonly choice: ChoiceOf<K> },
): ListTable => {
  const rows = (sources[request.choice.kind as K] as Sources[K])(unlocked, request.choice);
  return listTable<K>(rows, request, wordsOf(unlocked), todayOf(unlocked));
};

/** Makes a list of what lies in the vault. `roleMissing` for who may not make it (`listRoles`). */
export const listOf = (unlocked: Unlocked, request: ListRequest): Result<ListTable, AppError<'roleMissing'>> =>
  listsOf(getProfile(unlocked.work.records).roles).includes(request.choice.kind)
    ? ok(tableOf(unlocked, request))
    : fail('roleMissing');
