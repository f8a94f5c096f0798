import {
  type CommandName,
  type Contract,
  contract,
  type MethodName,
  type QueryName,
} from '../../../shared/contract/index.ts';
import { type Area, changesOf, type InputOf } from '../../../shared/contract/method.ts';
import { programmeElements } from '../../../shared/domain/programme/elements.ts';
import type { Calls } from '../../fixtures/vault-calls.ts';

/** Which areas each command was seen to change. */
export type Seen = Map<CommandName, Set<Area>>;

type Question = { readonly [Q in QueryName]: readonly [Q, InputOf<Contract[Q]>] }[QueryName];

const year = 2026;
const range = { from: '2026-01-01', to: '2026-12-31' };
const ledger = {
  year,
  search: '',
  unit: null,
  employmentStatus: null,
  belowTarget: false,
  sort: 'name',
  offset: 0,
  limit: 200,
} as const;

/** Everything that the window can ask of a vault, apart from the audit trail: it grows with every look. */
const questionsTo = async ({ get }: Calls): Promise<readonly Question[]> => {
  const ended = (await get('case.retention', {})).files;
  const cases = [...new Set([...(await get('case.list', {})), ...ended].map(({ caseId }) => caseId))];
  const files = (await get('guidance.list', {})).map(({ guidanceId }) => guidanceId);
  const people = (await get('persons.list', { includeArchived: true })).map(({ personId }) => personId);
  const received = (await get('exchange.drafts', {})).map(({ draftId }) => draftId);
  const records = (await Promise.all(files.map((guidanceId) => get('guidance.get', { guidanceId })))).flatMap((file) =>
    file.records.map(({ hash }) => hash),
  );
  return [
    ['case.list', {}],
    ...cases.map((caseId): Question => ['case.open', { caseId }]),
    ['case.openings', {}],
    ['case.retention', {}],
    ['guidance.retention', {}],
    ['competence.retention', {}],
    ['overview.home', { today: '2026-11-26' }],
    ['overview.schedule', range],
    ['overview.followUps', {}],
    ['documents.list', {}],
    ['persons.list', { includeArchived: true }],
    ['persons.alike', { person: { name: 'Ratna Misal', nip: '', unit: '' } }],
    ['exchange.outbox', { caseId: null }],
    ...cases.map((caseId): Question => ['exchange.outbox', { caseId }]),
    ['exchange.review', { earlier: true }],
    ['exchange.erasures', {}],
    ['exchange.journal', {}],
    ['exchange.drafts', {}],
    ...received.map((draftId): Question => ['exchange.draft', { draftId }]),
    ['exchange.copies', {}],
    ['identity.status', {}],
    ['integrity.status', {}],
    ['directory.members', {}],
    ['invitation.list', {}],
    ['guidance.list', {}],
    ...files.map((guidanceId): Question => ['guidance.get', { guidanceId }]),
    ...records.map((hash): Question => ['guidance.receivers', { hash }]),
    ['guidance.calendar', range],
    ['guidance.reminders', { today: '2026-11-26' }],
    ['guidance.coaches', { includeArchived: true }],
    ['guidance.figures', { year }],
    ['competence.ledger', ledger],
    ['competence.filters', {}],
    ['competence.tables', {}],
    ['competence.standards', {}],
    ['competence.figures', { year }],
    ['competence.institutionPlan', { year }],
    ['competence.institutionPlan', { year: year + 1 }],
    ...people.flatMap((personId): readonly Question[] => [
      ['competence.employee', { personId }],
      ['competence.competences', { personId }],
      ['competence.plan', { personId, year }],
    ]),
    ['programme.get', {}],
    ['programme.figures', { period: '2025-1' }],
    ['exchange.figuresReceivers', {}],
    ['programme.tallies', { period: '2025-1' }],
    ...programmeElements.map((element): Question => ['programme.history', { element }]),
    ['notes.list', {}],
    ['notes.leaving', {}],
    ['drafts.list', {}],
    ['backup.status', {}],
    ['keys.status', {}],
    ['session.get', {}],
    ['settings.get', {}],
    ['office.get', {}],
    ['office.settings', {}],
  ];
};

const answers = async (calls: Calls, questions: readonly Question[]): Promise<readonly string[]> => {
  const given: string[] = [];
  for (const [query, input] of questions) given.push(JSON.stringify(await calls.call(query, input as never)));
  return given;
};

const isCommand = (method: MethodName): method is CommandName => contract[method].kind === 'command';

/**
 * Calls that are watched: around each command everything that can be asked is asked, and which areas answer otherwise
 * is noted in `seen`. Throws when one does that the command does not declare.
 */
export const watched = (calls: Calls, seen: Seen): Calls => {
  const get: Calls['get'] = async (method, input) => {
    if (!isCommand(method)) return calls.get(method, input);
    const questions = await questionsTo(calls);
    const before = await answers(calls, questions);
    const answer = await calls.get(method, input);
    const after = await answers(calls, questions);
    const changed = questions.filter((_, index) => before[index] !== after[index]).map(([query]) => query);
    const areas = new Set(changed.map((query) => query.split('.', 1)[0] as Area));
    seen.set(method, new Set([...(seen.get(method) ?? []), ...areas]));
    const undeclared = [...areas].filter((area) => !changesOf(contract[method]).includes(area));
    if (undeclared.length > 0) {
      throw new Error(`${method} does not declare that it changes ${undeclared.join(', ')}: ${changed.join(', ')}`);
    }
    return answer;
  };
  return { ...calls, get };
};
