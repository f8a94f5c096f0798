import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemRandom } from '../../../electron/backend/crypto/random.ts';
import { sealDraft } from '../../../electron/backend/exchange/send/seal.ts';
import { wordsOfKey } from '../../../electron/backend/formats/identity/words-of-key.ts';
import { invitationFile } from '../../../electron/backend/identity/make-invitation.ts';
import { ownCard, ownCardFile } from '../../../electron/backend/identity/own-card.ts';
import { trustedDirectory } from '../../../electron/backend/identity/trusted-directory.ts';
import type { VaultKeys } from '../../../electron/backend/vault/vault-keys.ts';
import { roles } from '../../../shared/domain/identity/person.ts';
import { signedFileDomains } from '../../../shared/domain/identity/signed-file.ts';
import { toHex } from '../../../shared/kernel/bytes.ts';
import { attach, contents, step } from '../../fixtures/case-steps.ts';
import {
  acceptedByHolder,
  enter,
  evaluated,
  observed,
  opened,
  registered,
  resulted,
  sign,
} from '../../fixtures/case-walks.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { foundInstitution, type Member, outputOf, send, take } from '../../fixtures/institution.ts';
import { giveKeyFiles } from '../../fixtures/key-files.ts';
import { copyOfKeys } from '../../fixtures/keys-copy.ts';
import { unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';

/** An act that somebody could sign in a case of the vault. */
export interface Offer {
  readonly caseId: string;
  readonly type: string;
  readonly capacity: string;
  readonly about: string | null;
}

/** A closed vault full of things, made once for a run; calls are tried on copies of it. */
export interface Setting {
  readonly dir: string;
  readonly keys: VaultKeys;
  readonly passphrase: string;
  /** Code of the recovery sheet. */
  readonly recoveryIdentity: string;
  /** Files that a person might choose: packages, cards, directories, invitations, rubbish. */
  readonly files: readonly string[];
  readonly offers: readonly Offer[];
  /** Ten words each: of the keys that the directory knows. */
  readonly words: readonly (readonly string[])[];
  /** Identifiers that exist, by what they name. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
}

export const rightPassphrase = 'kopi tubruk lereng Merbabu 17';

const cast = {
  holder: { person: people.counsellor, roles },
  assessor: { person: people.assessor, roles: ['assessor'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  stranger: { person: people.otherEmployee, roles: ['employee'] },
} as const;

const reportedBy = async ({ calls }: Member): Promise<string> => {
  const caseId = await observed(calls);
  await evaluated(calls, caseId);
  const attachmentIds = [await attach(calls, '%PDF-1.7 lampiran laporan')];
  await sign(calls, caseId, 'reportSubmitted', 'assessor', { attachmentIds });
  return caseId;
};

const draftFor = async (officer: Member, holder: Member): Promise<string[]> => {
  const caseId = await registered(officer.calls);
  const draft = {
    type: 'counsellingDecided' as const,
    about: null,
    authorOffice: '',
    institution: '',
    content: contents.counsellingDecided,
    attachmentIds: [await attach(officer.calls, '%PDF-1.7 telaah')],
    remark: '',
  };
  const request = { caseId, entryId: holder.entryId, draft, partBytes: null };
  const sealed = unwrap(await sealDraft(officer.exchange, outputOf(officer), request));
  return sealed.files.map((name) => join(officer.outbox, name));
};

const fillNotebook = async ({ calls }: Member, caseId: string): Promise<void> => {
  const attachmentIds = [await attach(calls, 'catatan', 'notes')];
  const text = { title: 'Kesan', content: '{"type":"doc"}' };
  await calls.get('notes.save', { noteId: null, caseId, ...text, attachmentIds });
  await calls.get('notes.save', { noteId: null, caseId: null, ...text, attachmentIds: [] });
  for (const subjectKey of ['', 'x'])
    await calls.get('drafts.save', { kind: 'resultSigned', caseId, subjectKey, content: '{"problem":"…"}' });
};

/** A copy that the holder gets as an employee. */
const copyFor = async (assessor: Member, holder: Member): Promise<string[]> => {
  const { calls } = assessor;
  const about = { content: { employee: holder.person } };
  const { caseId } = await calls.get('case.recordAct', { ...step('caseOpened', 'assessor', about), draftId: null });
  await sign(calls, caseId, 'feedbackRecorded', 'assessor', { attachmentIds: [await attach(calls, '%PDF-1.7 bukti')] });
  await sign(calls, caseId, 'problemIdentified', 'assessor');
  const sheet = await enter(calls, caseId, 'problemCommunicated', 'assessor');
  const released = await sign(calls, caseId, 'copyReleased', 'assessor', { about: sheet });
  await calls.get('documents.ofAct', { hash: released });
  return send(assessor, holder, caseId);
};

/** Cases in which everything is at some stage; gives packages that came, and some that did not yet. */
const fill = async ({ holder, assessor, officer }: Readonly<Record<keyof typeof cast, Member>>): Promise<string[]> => {
  const carried = await reportedBy(assessor);
  const taken = await send(assessor, holder, carried);
  await take(holder, taken);
  await resulted(holder.calls, { kind: 'independent', person: people.counsellor });
  await enter(holder.calls, await opened(holder.calls), 'feedbackRecorded', 'assessor');
  await acceptedByHolder(holder.calls);
  const about = await lastOf(holder, carried, 'reportSubmitted');
  const registration = await sign(holder.calls, carried, 'reportRegistered', 'personnelOfficer', { about });
  await sign(holder.calls, carried, 'counsellingDecided', 'personnelHead');
  await holder.calls.get('documents.ofAct', { hash: registration });
  await fillNotebook(holder, carried);
  await holder.calls.get('persons.save', { personId: null, person: people.otherEmployee });
  await holder.calls.get('exchange.sealReceipt', { entryId: assessor.entryId });
  const draft = await draftFor(officer, holder);
  await take(holder, draft);
  const copy = await copyFor(assessor, holder);
  await take(holder, copy);
  const waitingDraft = await draftFor(officer, holder);
  const second = await reportedBy(assessor);
  const waiting = await send(assessor, holder, second);
  const { entryId } = officer;
  await assessor.calls.get('exchange.chooseReceiver', { caseId: second, role: 'personnelOfficer', entryId });
  const forOther = await send(assessor, officer, second);
  return [...taken, ...draft, ...copy, ...waitingDraft, ...waiting, ...forOther];
};

const lastOf = async ({ calls }: Member, caseId: string, type: string): Promise<string> => {
  const { acts } = await calls.get('case.open', { caseId });
  return acts.findLast((act) => act.type === type)?.hash ?? '';
};

const offersOf = async ({ calls }: Member): Promise<Offer[]> => {
  const offers: Offer[] = [];
  for (const { caseId } of await calls.get('case.list', {})) {
    const { available } = await calls.get('case.open', { caseId });
    for (const { type, capacities, about } of available.filter(({ obstacles }) => obstacles.length === 0)) {
      for (const capacity of capacities) offers.push({ caseId, type, capacity, about: about[0] ?? null });
    }
  }
  return offers;
};

const columns = {
  caseId: ['records', 'SELECT id FROM cases'],
  hash: ['records', 'SELECT lower(hex(hash)) FROM acts'],
  attachmentId: ['records', 'SELECT id FROM attachments'],
  noteFileId: ['notes', 'SELECT id FROM note_attachments'],
  documentId: ['records', 'SELECT id FROM documents'],
  personId: ['records', 'SELECT id FROM persons'],
  noteId: ['notes', 'SELECT id FROM notes'],
  draftId: ['notes', 'SELECT id FROM drafts'],
  receivedDraftId: ['records', 'SELECT id FROM received_drafts'],
} as const;

const idsOf = ({ vault, exchange }: Member): Record<string, string[]> => {
  const entries = trustedDirectory(exchange.work.records)?.directory.entries ?? [];
  const read = ([db, sql]: readonly ['records' | 'notes', string]) =>
    vault[db].$client.prepare(sql).pluck().all() as string[];
  return {
    ...Object.fromEntries(Object.entries(columns).map(([name, query]) => [name, read(query)])),
    entryId: entries.map(({ entryId }) => entryId),
    key: entries.flatMap(({ keys }) => keys.map(({ key }) => key)),
  };
};

/** A card, signed as it should be, whose name holds half a character as JSON may escape it. */
const cardWithHalfCharacter = async ({ vault, exchange }: Member): Promise<Uint8Array> => {
  const card = await ownCard({ vault, work: exchange.work });
  const payload = Buffer.from(JSON.stringify({ ...card, person: { ...card.person, name: 'x\ud800' } }));
  const signature = toHex(vault.sign(signedFileDomains.card, payload));
  const file = {
    format: 'bilik/signed/v1',
    kind: 'card',
    key: card.key,
    signature,
    payload: payload.toString('base64'),
  };
  return Buffer.from(JSON.stringify(file));
};

/** Signed files and rubbish, as files on the disk. */
const otherFiles = async (
  { holder, stranger }: Readonly<Record<'holder' | 'stranger', Member>>,
  directory: Uint8Array,
  packages: readonly string[],
): Promise<string[]> => {
  const folder = temporaryFolder();
  const actor = { vault: stranger.vault, work: stranger.exchange.work };
  const publisher = { vault: holder.vault, work: holder.exchange.work };
  const trusted = trustedDirectory(holder.vault.records);
  if (trusted === null) throw new Error('no directory');
  const invited = { person: people.counsellor, roles: ['counsellor'] as const };
  const [first = ''] = packages;
  const whole = readFileSync(first);
  const contentsByName: Record<string, Uint8Array> = {
    'asing.kartu': await ownCardFile(actor),
    'sendiri.kartu': await ownCardFile(publisher),
    'setengah.kartu': await cardWithHalfCharacter(stranger),
    'baru.direktori': directory,
    'ini.direktori': trusted.file,
    'undangan.undangan': invitationFile(publisher, trusted, toHex(systemRandom.bytes(16)), invited),
    'rusak.paket': Buffer.from(whole).fill(7, 300, 320),
    'potong.paket': whole.subarray(0, 200),
    'sampah.bin': Buffer.from('bukan apa-apa'),
    'kosong.bin': new Uint8Array(),
    'cetak.pdf': Buffer.from('%PDF-1.7\nbukan pdf'),
  };
  return Object.entries(contentsByName).map(([name, bytes]) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  });
};

/** Builds the vault (a few seconds). To be called inside a test: its folders go with it. */
export const makeSetting = async (): Promise<Setting> => {
  const { members, publish, directory: first } = await foundInstitution(cast);
  const { holder } = members;
  const packages = await fill(members);
  const offers = await offersOf(holder);
  const newer = publish((directory) => ({ ...directory, institution: `${first.institution} II` }));
  const rubbish = await otherFiles(members, newer, packages);
  const recoveryIdentity = await giveKeyFiles(holder.vault, rightPassphrase);
  const ids = idsOf(holder);
  const setting: Setting = {
    dir: holder.vault.dir,
    keys: copyOfKeys(holder.vault.keys),
    passphrase: rightPassphrase,
    recoveryIdentity,
    files: [...packages, ...rubbish, join(holder.outbox, 'tidak-ada.paket'), holder.outbox],
    offers,
    words: (ids.key ?? []).map((key) => wordsOfKey(key)),
    ids,
  };
  holder.vault.close();
  return setting;
};
