import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publicKeyOf, signEd25519, signingKeyOf } from '../../../electron/backend/crypto/ed25519.ts';
import { systemRandom } from '../../../electron/backend/crypto/random.ts';
import { sealErasure } from '../../../electron/backend/exchange/seal-erasure.ts';
import { sealDraft } from '../../../electron/backend/exchange/send/seal.ts';
import { writeSignedFile } from '../../../electron/backend/formats/identity/signed-file.ts';
import { wordsOfKey } from '../../../electron/backend/formats/identity/words-of-key.ts';
import { invitationFile } from '../../../electron/backend/identity/make-invitation.ts';
import { ownCard, ownCardFile } from '../../../electron/backend/identity/own-card.ts';
import { trustedDirectory } from '../../../electron/backend/identity/trusted-directory.ts';
import { ensureConfirmationWord } from '../../../electron/backend/settings/confirmation-word.ts';
import type { VaultKeys } from '../../../electron/backend/vault/vault-keys.ts';
import { roles } from '../../../shared/domain/identity/person.ts';
import { signedFileDomains } from '../../../shared/domain/identity/signed-file.ts';
import { toHex } from '../../../shared/kernel/bytes.ts';
import { toIsoInstant } from '../../../shared/kernel/date.ts';
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
import { eraseMistaken } from '../../fixtures/erase-mistaken.ts';
import { foundInstitution, type Member, outputOf, send, take } from '../../fixtures/institution.ts';
import { giveKeyFiles } from '../../fixtures/key-files.ts';
import { copyOfKeys } from '../../fixtures/keys-copy.ts';
import { unwrap } from '../../fixtures/made-vault.ts';
import { jpegOfOne, officeContents, pngOf } from '../../fixtures/office.ts';
import * as people from '../../fixtures/people/cast.ts';
import { fillCompetence, fillGuidance, fillIdentity, holdSome } from './filled.ts';

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
  /** Packages for the holder that nobody has taken in yet. */
  readonly waiting: readonly string[];
  /** To whom something of a case is due. */
  readonly due: readonly { readonly caseId: string; readonly entryId: string }[];
  /** Acts that a colleague with a vault could sign, with the entry of that colleague. */
  readonly forColleagues: readonly (Offer & { readonly entryId: string })[];
  /** Keys of the directory. */
  readonly entries: readonly {
    readonly entryId: string;
    readonly name: string;
    readonly key: string;
    readonly own: boolean;
  }[];
  /** Cards of people whom the directory does not know, with the ten words of their keys. */
  readonly cards: readonly { readonly path: string; readonly words: readonly string[] }[];
  /** Ten words of the directory's root. */
  readonly rootWords: readonly string[];
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

const draftsFor = async (officer: Member, holder: Member, count: number): Promise<string[][]> => {
  const packages: string[][] = [];
  for (let left = count; left > 0; left -= 1) packages.push(await draftFor(officer, holder));
  return packages;
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

/** Packages that were taken in, those that were not yet, and some that are for others. */
interface Packages {
  readonly taken: readonly string[];
  readonly waiting: readonly string[];
  readonly forOthers: readonly string[];
}

type Members = Readonly<Record<keyof typeof cast, Member>>;

/** A file of the holder's that the assessor erased and asks about; the holder keeps it, and owes the answer. */
const askedToErase = async (assessor: Member, holder: Member): Promise<void> => {
  const { calls } = assessor;
  const caseId = await reportedBy(assessor);
  await take(holder, await send(assessor, holder, caseId));
  await eraseMistaken(calls, caseId);
  const { entryId } = holder;
  const sealed = unwrap(await sealErasure(assessor.exchange, outputOf(assessor), { entryId }));
  await take(
    holder,
    sealed.files.map((name) => join(assessor.outbox, name)),
  );
  const asked = await holder.calls.get('exchange.review', { earlier: false });
  const itemId = asked.find(({ kind }) => kind === 'erasureAsked')?.itemId ?? '';
  await holder.calls.get('exchange.decide', { choice: 'keep', itemId });
};

/** Cases in which everything is at some stage. */
const fill = async ({ holder, assessor, officer, stranger }: Members): Promise<Packages> => {
  const carried = await reportedBy(assessor);
  const taken = await send(assessor, holder, carried);
  await take(holder, taken);
  await resulted(holder.calls, { kind: 'independent', person: people.counsellor });
  const own = await opened(holder.calls, { content: { assessor: holder.person } });
  await enter(holder.calls, own, 'feedbackRecorded', 'assessor', { author: holder.person });
  await acceptedByHolder(holder.calls);
  const about = await lastOf(holder, carried, 'reportSubmitted');
  const registration = await sign(holder.calls, carried, 'reportRegistered', 'personnelOfficer', { about });
  await sign(holder.calls, carried, 'counsellingDecided', 'personnelHead');
  await holder.calls.get('documents.ofAct', { hash: registration });
  await fillNotebook(holder, carried);
  await holder.calls.get('persons.save', { personId: null, person: people.otherEmployee });
  await holder.calls.get('exchange.sealReceipt', { entryId: assessor.entryId });
  const draft = await draftsFor(officer, holder, 3);
  for (const files of draft) await take(holder, files);
  const copy = await copyFor(assessor, holder);
  await take(holder, copy);
  const waiting = await draftsFor(officer, holder, 1);
  for (let left = 3; left > 0; left -= 1) waiting.push(await send(assessor, holder, await reportedBy(assessor)));
  const second = await reportedBy(assessor);
  const { entryId } = officer;
  await assessor.calls.get('exchange.chooseReceiver', { caseId: second, role: 'personnelOfficer', entryId });
  const forOther = await send(assessor, officer, second);
  await askedToErase(assessor, holder);
  await fillIdentity(holder);
  await fillGuidance(holder, assessor);
  await fillCompetence(holder);
  await holdSome(holder, stranger, 3);
  return { taken: [...taken, ...draft.flat(), ...copy], waiting: waiting.flat(), forOthers: forOther };
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

/** What colleagues could sign in the holder's cases, and what is due to them. */
const forColleagues = async (
  { holder, assessor, officer }: Members,
  offers: readonly Offer[],
): Promise<Pick<Setting, 'due' | 'forColleagues'>> => {
  const entryIds: Readonly<Record<string, string>> = {
    assessor: assessor.entryId,
    personnelOfficer: officer.entryId,
  };
  const { cases } = await holder.calls.get('exchange.outbox', { caseId: null });
  const due = cases.flatMap(({ caseId, receivers }) => receivers.map(({ entryId }) => ({ caseId, entryId })));
  return {
    due,
    forColleagues: offers.flatMap((offer) => {
      const entryId = entryIds[offer.capacity] ?? '';
      const receives = due.some((one) => one.caseId === offer.caseId && one.entryId === entryId);
      return receives ? [{ ...offer, entryId }] : [];
    }),
  };
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

const entriesOf = ({ vault, exchange }: Member): Setting['entries'] => {
  const entries = trustedDirectory(exchange.work.records)?.directory.entries ?? [];
  const own = toHex(vault.publicKey);
  return entries.flatMap(({ entryId, person, keys }) =>
    keys.map(({ key }) => ({ entryId, name: person.name, key, own: key === own })),
  );
};

const idsOf = ({ vault }: Member, entries: Setting['entries']): Record<string, string[]> => {
  const read = ([db, sql]: readonly ['records' | 'notes', string]) =>
    vault[db].$client.prepare(sql).pluck().all() as string[];
  return {
    ...Object.fromEntries(Object.entries(columns).map(([name, query]) => [name, read(query)])),
    entryId: entries.map(({ entryId }) => entryId),
    key: entries.map(({ key }) => key),
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

/** Cards of people who are in no directory yet, as files on the disk. */
const newCards = async ({ vault, exchange }: Member, count: number): Promise<Setting['cards']> => {
  const card = await ownCard({ vault, work: exchange.work });
  const folder = temporaryFolder();
  return Array.from({ length: count }, (_, index) => {
    const secret = signingKeyOf(systemRandom.bytes(32));
    const publicKey = publicKeyOf(secret);
    const key = toHex(publicKey);
    const [vaultId, documentKey] = [toHex(systemRandom.bytes(16)), toHex(systemRandom.bytes(32))];
    const person = { ...card.person, name: `Orang Baru ${index}` };
    const signer = { publicKey, sign: (domain: string, bytes: Uint8Array) => signEd25519(secret, domain, bytes) };
    const path = join(folder, `baru-${index}.kartu`);
    writeFileSync(path, writeSignedFile('card', { ...card, person, key, vaultId, documentKey }, signer));
    return { path, words: wordsOfKey(key) };
  });
};

/** A profile that a vault signed for a directory. */
const profileOf = ({ vault }: Members['holder'], directoryId: string): Uint8Array => {
  const told = { format: 'bilik/profile/v1', directoryId, serial: 7, issuedAt: toIsoInstant(0) } as const;
  return writeSignedFile('profile', { ...officeContents, ...told }, vault);
};

/** Signed files and rubbish, as files on the disk. */
const otherFiles = async (
  { holder, stranger }: Pick<Members, 'holder' | 'stranger'>,
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
    'asing.profil': profileOf(stranger, trusted.directory.directoryId),
    'baru.profil': profileOf(holder, trusted.directory.directoryId),
    'lambang.png': pngOf(),
    'lambang.jpg': jpegOfOne,
    'rusak.paket': Buffer.from(whole).fill(7, 300, 320),
    'potong.paket': whole.subarray(0, 200),
    'sampah.bin': Buffer.from('bukan apa-apa'),
    'kosong.bin': new Uint8Array(),
    'riwayat.csv': Buffer.from(
      `NIP;Jenis;Judul;Mulai;Selesai;Satuan;Jumlah\n${people.employee.nip};Kursus;Dasar;2026-01-02;2026-01-02;JP;4\n`,
    ),
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
  const colleagues = await forColleagues(members, offers);
  const newer = publish((directory) => ({ ...directory, institution: `${first.institution} II` }));
  const all = [...packages.taken, ...packages.waiting, ...packages.forOthers];
  const rubbish = await otherFiles(members, newer, all);
  const cards = await newCards(members.stranger, 8);
  // No two words of a fingerprint, which are drawn alike, are the same.
  ensureConfirmationWord(holder.vault.notes, { bytes: () => Uint8Array.of(7, 7) });
  const recoveryIdentity = await giveKeyFiles(holder.vault, rightPassphrase);
  const entries = entriesOf(holder);
  const setting: Setting = {
    dir: holder.vault.dir,
    keys: copyOfKeys(holder.vault.keys),
    passphrase: rightPassphrase,
    recoveryIdentity,
    files: [...all, ...rubbish, join(holder.outbox, 'tidak-ada.paket'), holder.outbox],
    offers,
    ...colleagues,
    waiting: packages.waiting,
    entries,
    cards,
    rootWords: wordsOfKey(toHex(holder.vault.publicKey)),
    words: entries.map(({ key }) => wordsOfKey(key)),
    ids: idsOf(holder, entries),
  };
  holder.vault.close();
  return setting;
};
