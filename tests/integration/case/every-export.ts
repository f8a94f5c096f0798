import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandName, Contract } from '../../../shared/contract/index.ts';
import type { InputOf, OutputOf } from '../../../shared/contract/method.ts';
import { archiveLists } from '../../../shared/domain/documents/office/kinds.ts';
import { printableKinds } from '../../../shared/domain/documents/printable.ts';
import { account, lost } from '../../fixtures/lost-computer.ts';
import type { Calls } from '../../fixtures/vault-calls.ts';
import type { Ids } from './every-query.ts';

/** Commands that save something outside of the vault, make a paper, or read one anew, by what the contract says. */
type Telling = {
  [C in CommandName]: 'exportFailed' extends Contract[C]['errors'][number]
    ? C
    : OutputOf<Contract[C]> extends { readonly viewId: string }
      ? C
      : never;
}[CommandName];
/** Those that tell without that. */
type Told = Telling | 'documents.reading' | 'lists.prepare' | 'lists.print' | 'retention.exposure';

type Inputs = { readonly [C in Told]: (ids: Ids) => readonly InputOf<Contract[C]>[] };

const none = () => [];
const always = { from: '', to: '', unit: '', state: null } as const;
/** Every list with names: the most that it tells. */
const everyList = [
  { kind: 'registerList' as const, ...always },
  { kind: 'followUpList' as const, ...always },
  { kind: 'sessionList' as const, ...always },
  { kind: 'learningList' as const, year: 2026, unit: '', state: null },
].map((choice) => ({ choice, naming: { purpose: 'Rapat', receiver: 'Pimpinan' } }));
const once =
  <T>(input: T) =>
  () => [input];

/**
 * How each is asked about a case. None: what is of no case (cards, directory, invitations, backups, templates, records
 * of guidance), and what another test compares: packages (every-hidden-pair), papers as they are signed (papers-tell),
 * a view that was prepared, files of private notes, which are their holder's, and papers of an erasure, which somebody
 * must have proposed (lists of the archive need no proposal).
 */
const inputs: Inputs = {
  'attachments.export': ({ files }) => files.map((attachmentId) => ({ attachmentId })),
  'audit.export': () => [{ store: 'records' }, { store: 'notes' }],
  'backup.make': none,
  'backup.takeNotes': none,
  'competence.exportCsv': () =>
    (['ledger', 'records', 'table', 'institutionPlan'] as const).map((what) => ({ what, year: 2026 })),
  'competence.prepareEvaluation': none,
  'competence.prepareInstitutionPlan': once({ year: 2026 }),
  'competence.saveTemplate': none,
  'directory.export': none,
  'documents.export': none,
  'documents.exportView': none,
  'documents.exportWithCertificate': none,
  'documents.prepare': ({ caseId }) => printableKinds.map((form) => ({ form, caseId, draft: null })),
  'documents.reading': ({ documents }) => documents.map((documentId) => ({ documentId })),
  'exchange.seal': none,
  'exchange.sealDraft': none,
  'exchange.sealErasure': none,
  'exchange.sealReceipt': none,
  'guidance.exportCalendar': once({ guidanceId: null }),
  'guidance.prepare': none,
  'guidance.prepareOverview': none,
  'guidance.seal': none,
  'identity.exportCard': none,
  'identity.exportReceiving': none,
  'invitation.make': none,
  'lists.export': () =>
    everyList.map((request) => ({ ...request, format: 'csv' as const, protection: 'none' as const })),
  'lists.prepare': () => everyList,
  'lists.print': () => everyList,
  'notes.exportFile': none,
  'office.export': none,
  'programme.prepareBenefitSheet': once({ unit: '', benefits: [] }),
  'programme.prepareGuideline': once({}),
  'programme.seal': none,
  'retention.exposure': once(lost),
  'retention.prepare': () => archiveLists.map((list) => ({ list })),
  'retention.renewBackups': none,
  'retention.prepareNotice': ({ caseId }) => [
    { ...lost, paper: 'incidentPerson', caseId, opening: null, account },
    { ...lost, paper: 'incidentAuthority', caseId: null, opening: null, account },
  ],
  'retention.preparePerson': ({ people }) => people.map((personId) => ({ personId })),
  'vault.restore': none,
};

/** What every such command tells that is run here, by its name: answer, file that it saved, pages that it drew. */
export const everyExport = async (calls: Calls, ids: Ids): Promise<ReadonlyMap<Told, readonly unknown[]>> => {
  const told = new Map<Told, unknown[]>();
  const path = join(calls.host.folder ?? '', 'disimpan');
  calls.host.saveTarget = path;
  for (const name of Object.keys(inputs) as Told[]) {
    const said: unknown[] = [];
    for (const input of (inputs[name] as (ids: Ids) => readonly never[])(ids)) {
      const drawn = calls.host.jobs.length;
      const answer = await calls.call(name, input);
      const file = existsSync(path) ? readFileSync(path, 'utf8') : null;
      rmSync(path, { force: true });
      const pages = calls.host.jobs.slice(drawn).map((job) => job.html);
      said.push({ answer: answer.ok ? answer.value : answer.error.code, file, pages });
    }
    told.set(name, said);
  }
  return told;
};
