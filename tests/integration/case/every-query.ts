import { type Contract, contract, type QueryName } from '../../../shared/contract/index.ts';
import type { InputOf } from '../../../shared/contract/method.ts';
import { programmeElements } from '../../../shared/domain/programme/elements.ts';
import type { Calls } from '../../fixtures/vault-calls.ts';

/** Ids in a vault by which one thing is asked for. */
export interface Ids {
  readonly caseId: string;
  readonly documents: readonly string[];
  readonly files: readonly string[];
  readonly receivedDrafts: readonly string[];
  readonly people: readonly string[];
}

/** The ids of a case and of what lies beside it, as a vault has them. */
export const idsIn = async ({ get }: Calls, caseId: string): Promise<Ids> => {
  const view = await get('case.open', { caseId });
  return {
    caseId,
    documents: view.documents.map(({ documentId }) => documentId),
    files: view.attachments.map(({ attachmentId }) => attachmentId),
    receivedDrafts: (await get('exchange.drafts', {})).map(({ draftId }) => draftId),
    people: (await get('persons.list', { includeArchived: true })).map(({ personId }) => personId),
  };
};

type Inputs = { readonly [Q in QueryName]: (ids: Ids) => readonly InputOf<Contract[Q]>[] };

const year = 2026;
const range = { from: '2026-01-01', to: '2027-12-31' };
const once =
  <T>(input: T) =>
  () => [input];
const none = () => [];
const ledger = { year, search: '', unit: null, employmentStatus: null, belowTarget: false } as const;

/**
 * What the window may ask of an open vault: every query of the contract, so that a new one has to say here how it is
 * asked. None: what is of no case (papers in memory, files and vaults outside, a text that a person opens by itself).
 */
const inputs: Inputs = {
  'attachments.info': ({ files }) => files.map((attachmentId) => ({ store: 'records', attachmentId })),
  'attachments.read': ({ files }) =>
    files.map((attachmentId) => ({ store: 'records', attachmentId, offset: 0, length: 1000 })),
  'audit.list': once({ store: 'records', before: null, limit: 200 }),
  'audit.checkpoint': none,
  'backup.status': once({}),
  'case.list': once({}),
  'case.open': ({ caseId }) => [{ caseId }],
  'case.openings': once({}),
  'case.retention': once({}),
  'guidance.retention': once({}),
  'competence.retention': once({}),
  'case.checkAct': none,
  'case.checkActs': none,
  'integrity.status': once({}),
  'keys.status': once({}),
  'competence.ledger': once({ ...ledger, sort: 'name', offset: 0, limit: 200 }),
  'competence.filters': once({}),
  'competence.employee': ({ people }) => people.map((personId) => ({ personId })),
  'competence.tables': once({}),
  'competence.standards': once({}),
  'competence.competences': ({ people }) => people.map((personId) => ({ personId })),
  'competence.plan': ({ people }) => people.map((personId) => ({ personId, year })),
  'competence.institutionPlan': once({ year }),
  'competence.figures': once({ year }),
  'documents.list': once({}),
  'documents.read': ({ documents }) => documents.map((documentId) => ({ documentId, offset: 0, length: 1000 })),
  'documents.readView': none,
  'documents.check': ({ files }) => files.map((attachmentId) => ({ attachmentId })),
  'documents.proposeNumber': none,
  'exchange.outbox': ({ caseId }) => [{ caseId: null }, { caseId }],
  'exchange.review': once({ earlier: true }),
  'exchange.alike': none,
  'exchange.group': none,
  'exchange.erasures': once({}),
  'exchange.journal': once({}),
  'exchange.drafts': once({}),
  'exchange.draft': ({ receivedDrafts }) => receivedDrafts.map((draftId) => ({ draftId })),
  'exchange.copies': once({}),
  'guidance.list': once({}),
  'guidance.get': none,
  'guidance.receivers': none,
  'guidance.calendar': once(range),
  'guidance.reminders': once({ today: '2026-11-26' }),
  'guidance.coaches': once({ includeArchived: true }),
  'guidance.figures': once({ year }),
  'guidance.toCase': none,
  'identity.status': once({}),
  'identity.inspectFile': none,
  'directory.members': once({}),
  'invitation.list': once({}),
  'office.get': once({}),
  'office.settings': once({}),
  'office.readLogo': none,
  'notes.list': ({ caseId }) => [{}, { caseId }, { search: 'Laras' }],
  'notes.get': none,
  'notes.leaving': once({}),
  'drafts.list': once({}),
  'drafts.get': none,
  'overview.home': once({ today: '2026-11-26' }),
  'overview.schedule': once(range),
  'overview.followUps': once({}),
  'persons.alike': once({ person: { name: 'Laras', nip: '', unit: '' } }),
  'persons.list': () => [{ includeArchived: true }, { search: 'Laras', includeArchived: true }],
  'programme.figures': once({ period: `${year}-1` }),
  'programme.get': once({}),
  'programme.history': () => programmeElements.map((element) => ({ element })),
  'exchange.figuresReceivers': once({}),
  'programme.tallies': once({ period: `${year}-1` }),
  'session.get': once({}),
  'session.getPlace': once({}),
  'settings.get': once({}),
  'vault.inspectInvitation': none,
  'vault.inspectBackup': none,
  'vault.list': none,
  'vault.checkRecoveryCode': none,
};

const bytesOf = (_key: string, value: unknown): unknown =>
  value instanceof Uint8Array ? new TextDecoder().decode(value) : value;

/** What every query answers that is asked here, by its name; null: it is refused. */
export const everyAnswer = async (calls: Calls, ids: Ids): Promise<ReadonlyMap<QueryName, readonly unknown[]>> => {
  const answers = new Map<QueryName, unknown[]>();
  for (const query of (Object.keys(contract) as (keyof Contract)[]).filter((method) => method in inputs)) {
    const name = query as QueryName;
    const said: unknown[] = [];
    for (const input of (inputs[name] as (ids: Ids) => readonly never[])(ids)) {
      const answer = await calls.call(name, input);
      said.push(answer.ok ? answer.value : null);
    }
    answers.set(name, said);
  }
  return answers;
};

/** The queries whose answer has one of these words in it; whatever is refused has none. */
export const queriesNaming = async (calls: Calls, ids: Ids, words: readonly string[]): Promise<QueryName[]> => {
  const answers = [...(await everyAnswer(calls, ids))];
  const isNaming = (said: readonly unknown[]): boolean =>
    said.some((answer) => words.some((word) => JSON.stringify(answer, bytesOf).includes(word)));
  return answers.flatMap(([name, said]) => (isNaming(said) ? [name] : [])).sort();
};
