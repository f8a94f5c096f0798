import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import type { CaseView } from '../../shared/contract/case.ts';
import type { MethodName } from '../../shared/contract/index.ts';
import type { ActType } from '../../shared/domain/case/act-type.ts';
import type { CounsellorKind } from '../../shared/domain/case/content/counselling.ts';
import type { Role } from '../../shared/domain/identity/person.ts';
import { attach, type StepChange } from '../fixtures/case-steps.ts';
import { evaluated, observed, sign } from '../fixtures/case-walks.ts';
import * as people from '../fixtures/people/cast.ts';
import { type Carried, spread } from './support/exchange/carry.ts';
import { contentsOf, unpack } from './support/exchange/cli.ts';
import { type OpenSeat, openSeat } from './support/exchange/open-seat.ts';
import { seatInstitution } from './support/exchange/seats.ts';
import { makeProbeApp } from './support/probe-app.ts';
import { findTexts, formsOf } from './support/scan.ts';

// Every reporting route by packages, through the real calls of six vaults in the built application: the result record
// goes to the receivers of its route alone, all others learn the bare status, and a private note goes to nobody.

const cast = {
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  head: { person: people.personnelHead, roles: ['personnelHead'] },
  official: { person: people.authorisedOfficial, roles: ['authorisedOfficial'] },
  assessor: { person: people.assessor, roles: ['assessor', 'counsellor'] },
  superior: { person: people.assessorSuperior, roles: ['assessorSuperior'] },
  counsellor: { person: people.counsellor, roles: ['counsellor'] },
} as const;
type Name = keyof typeof cast;

interface Route {
  readonly kind: CounsellorKind;
  /** Who assigns the counsellor. */
  readonly by: 'head' | 'official';
  /** Who counsels; a trained assessor is the one of the case. */
  readonly counsellor: 'counsellor' | 'assessor';
  /** To whom the result goes (law: route). */
  readonly receivers: readonly Name[];
}

const routes: readonly Route[] = [
  { kind: 'independent', by: 'head', counsellor: 'counsellor', receivers: ['head'] },
  { kind: 'independent', by: 'official', counsellor: 'counsellor', receivers: ['official'] },
  { kind: 'trainedAssessor', by: 'head', counsellor: 'assessor', receivers: ['superior'] },
  { kind: 'counsellingOfficial', by: 'head', counsellor: 'counsellor', receivers: ['assessor', 'superior'] },
];

const note = 'kenaricatatanjalur';
const resultCanary = 'kenarihasiljalur';

let folder: string;
let appFolder: string;
let seats: Readonly<Record<Name, OpenSeat>>;
const carried: Carried[] = [];

test.describe.configure({ mode: 'serial', timeout: 180_000 });

test.beforeAll(async () => {
  test.setTimeout(240_000);
  folder = await mkdtemp(join(tmpdir(), 'bilik-routes-'));
  await mkdir(join(folder, 'packages'));
  const [app, made] = await Promise.all([makeProbeApp(), seatInstitution(folder, cast)]);
  appFolder = app;
  const opened = await Promise.all(
    Object.entries(made).map(async ([name, seat]) => [name, await openSeat(app, seat)] as const),
  );
  seats = Object.fromEntries(opened) as Record<Name, OpenSeat>;
});

test.afterAll(async () => {
  for (const seat of Object.values(seats ?? {})) await seat.close();
  if (appFolder !== undefined) await rm(dirname(appFolder), { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
});

const send = async (from: Name, caseId: string): Promise<void> => {
  carried.push(...(await spread(seats[from], Object.values(seats), caseId, join(folder, 'packages'))));
};

const view = (name: Name, caseId: string): Promise<CaseView> => seats[name].get('case.open', { caseId });
const hashOf = async (name: Name, caseId: string, type: string): Promise<string> =>
  (await view(name, caseId)).acts.find((act) => act.type === type)?.hash ?? '';

/** From the first observation to the report in the list of the personnel unit. */
const report = async (): Promise<string> => {
  const caseId = await observed(seats.assessor);
  await evaluated(seats.assessor, caseId);
  const attachmentIds = [await attach(seats.assessor, '%PDF-1.7 lampiran laporan')];
  await sign(seats.assessor, caseId, 'reportSubmitted', 'assessor', { attachmentIds });
  await send('assessor', caseId);
  const about = await hashOf('officer', caseId, 'reportSubmitted');
  await sign(seats.officer, caseId, 'reportRegistered', 'personnelOfficer', { about });
  await send('officer', caseId);
  return caseId;
};

const roleOf = (name: Name): Role => cast[name].roles[0];

/** Decision, assignment and first schedule by who assigns. */
const assign = async ({ kind, by, counsellor }: Route, caseId: string): Promise<void> => {
  const seat = seats[by];
  await sign(seat, caseId, 'counsellingDecided', roleOf(by));
  const attachmentIds = kind === 'trainedAssessor' ? [await attach(seat, '%PDF-1.7 sertifikat')] : [];
  const content = { kind, counsellor: cast[counsellor].person, qualification: 'Sertifikat 7/2025' };
  await sign(seat, caseId, 'counsellorAssigned', roleOf(by), { content, attachmentIds });
  await sign(seat, caseId, 'sessionScheduled', roleOf(by));
  await send(by, caseId);
};

/** A note for nobody else's eyes, with a file and an unfinished draft. */
const writeNote = async (counsellor: OpenSeat, caseId: string): Promise<void> => {
  const attachmentIds = [await attach(counsellor, `lampiran ${note}`, 'notes')];
  const content = JSON.stringify({ type: 'doc', content: [{ type: 'paragraph', text: note }] });
  await counsellor.get('notes.save', { noteId: null, caseId, title: note, content, plain: note, attachmentIds });
  await counsellor.get('drafts.save', { kind: 'act:resultSigned', caseId, subjectKey: '', content });
};

const counsel = async ({ counsellor }: Route, caseId: string): Promise<void> => {
  const seat = seats[counsellor];
  const write = async (type: ActType, change: StepChange = {}): Promise<string> =>
    sign(seat, caseId, type, 'counsellor', { author: seat.person, ...change });
  await write('assignmentAnswered', { about: await hashOf(counsellor, caseId, 'counsellorAssigned') });
  await writeNote(seat, caseId);
  await write('consentRecorded');
  await write('sessionHeld', { about: await hashOf(counsellor, caseId, 'sessionScheduled') });
  await write('resultSigned', { content: { agreement: resultCanary } });
  await write('statusNotified');
  await send(counsellor, caseId);
};

/** A receiver of the route confirms the record and passes on whatever is due. */
const receive = async ({ receivers }: Route, caseId: string): Promise<void> => {
  for (const name of receivers) {
    const about = await hashOf(name, caseId, 'resultSigned');
    await sign(seats[name], caseId, 'resultReceived', roleOf(name), { about });
    await send(name, caseId);
  }
};

/** How much of an act a vault holds. */
const formOf = async (name: Name, caseId: string, type: string): Promise<'all' | 'header' | 'nothing'> => {
  const act = (await view(name, caseId)).acts.find((found) => found.type === type);
  if (act === undefined) return 'nothing';
  return act.body === null ? 'header' : 'all';
};

for (const route of routes) {
  test(`a result of the kind ${route.kind}, assigned by the ${route.by}, reaches ${route.receivers.join(' and ')} alone`, async () => {
    const caseId = await report();
    await assign(route, caseId);
    await counsel(route, caseId);
    await receive(route, caseId);
    const others = (Object.keys(cast) as Name[]).filter((name) => name !== route.counsellor);
    const strangers = others.filter(
      (name) => ['counsellor', 'superior'].includes(name) && !route.receivers.includes(name),
    );
    for (const name of strangers) expect(await seats[name].code('case.open', { caseId })).toBe('unknownCase');
    for (const name of others.filter((other) => !strangers.includes(other))) {
      const isReceiver = route.receivers.includes(name);
      expect.soft((await formOf(name, caseId, 'resultSigned')) === 'all', `${name} holds the result`).toBe(isReceiver);
      expect.soft(await formOf(name, caseId, 'statusNotified'), `${name} knows the status`).toBe('all');
      const seen = JSON.stringify(await view(name, caseId));
      expect.soft(seen.includes(resultCanary), `${name} reads the result`).toBe(isReceiver);
      expect.soft(await formOf(name, caseId, 'consentRecorded'), `${name} and the consent`).toBe('nothing');
    }
  });
}

const words = Array.from({ length: 10 }, () => 'angin');
const entryId = '0'.repeat(32);
const roles = [{ role: 'coach', from: '2026-01-01', to: null }];

/**
 * Calls that take something out of a vault or change whom it trusts, and what comes of them when the window of
 * confirmation is left; what names nothing is refused before a window comes.
 */
const guarded: readonly (readonly [MethodName, object, string])[] = [
  ['identity.exportReceiving', { passphrase: null }, 'notConfirmed'],
  ['directory.trust', { fileToken: 'x', words }, 'unknownToken'],
  ['directory.certify', { fileToken: 'x', words, roles, entryId: null, formerKey: null }, 'unknownToken'],
  ['directory.revoke', { entryId, key: '0'.repeat(64), reason: 'lost' }, 'notPublisher'],
  ['exchange.importHeld', { inspectionId: 'x' }, 'unknownInspection'],
  ['exchange.tellApart', { inspectionId: 'x', same: [true] }, 'unknownInspection'],
  ['audit.export', { store: 'records' }, 'notConfirmed'],
];

test('nothing leaves and nobody is trusted without the window of confirmation', async () => {
  const all = Object.values(seats);
  for (const [index, [method, input, code]] of guarded.entries()) {
    const seat = all[index % all.length]!;
    await seat.app.setDialogs({ save: join(folder, `${index}.keluar`) });
    expect.soft(await seat.code(method, input), method).toBe(code);
  }
  expect((await readdir(folder)).filter((name) => name.endsWith('.keluar'))).toEqual([]);
});

const holds = (bytes: Buffer, text: string): boolean => formsOf(text).some((form) => bytes.includes(form));

/** What Debian's `age` and gzip make of a package: its tar file. */
const openedByAge = (files: readonly string[], identity: string): Buffer => {
  const [file = '', ...more] = files;
  expect(more).toEqual([]);
  return gunzipSync(execFileSync('age', ['-d', '-i', identity, file], { maxBuffer: 2 ** 28 }));
};

const identityOf = (name: string): string => join(folder, `${name}.txt`);

/** The receiver's identities for an auditor, as the vault exports them bare. */
const exportIdentity = async (name: string, seat: OpenSeat): Promise<void> => {
  await seat.app.setDialogs({ save: identityOf(name) });
  await seat.get('identity.exportReceiving', { passphrase: null });
};

test("no package holds a note, and only those to receivers of a route hold a result, says Debian's age", async () => {
  const holders = new Set<string>();
  for (const [name, seat] of Object.entries(seats)) await exportIdentity(name, seat);
  for (const { to, files } of carried) {
    const name = Object.keys(cast).find((known) => seats[known as Name] === to) ?? '';
    const tar = openedByAge(files, identityOf(name));
    expect(holds(tar, note), `a note for ${name}`).toBe(false);
    if (holds(tar, resultCanary)) holders.add(name);
  }
  expect([...holders].sort()).toEqual(['assessor', 'head', 'official', 'superior']);
  // The packages themselves, and what the vaults left on disk, show nothing at all.
  const left = [join(folder, 'packages'), ...Object.keys(cast).map((name) => join(folder, name))];
  expect(await findTexts(left, [note, resultCanary])).toEqual([]);
});

test('`bilik package open` and tar find the same with the exported identity of each receiver', async () => {
  for (const name of Object.keys(cast) as Name[]) {
    const { files = [] } = carried.findLast(({ to }) => to === seats[name]) ?? {};
    const [byBilik, byTar] = [join(folder, 'by-bilik', name), join(folder, 'by-tar', name)];
    await mkdir(byTar, { recursive: true });
    execFileSync('tar', ['-x', '-C', byTar], { input: openedByAge(files, identityOf(name)) });
    await unpack(files, identityOf(name), byBilik);
    expect(await contentsOf(byBilik)).toEqual(await contentsOf(byTar));
    expect((await contentsOf(byTar)).length).toBeGreaterThanOrEqual(3);
  }
});
