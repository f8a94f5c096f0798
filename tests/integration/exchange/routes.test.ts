import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ActType } from '../../../shared/domain/case/act-type.ts';
import type { CounsellorKind } from '../../../shared/domain/case/content/counselling.ts';
import type { Role } from '../../../shared/domain/identity/person.ts';
import { attach, type StepChange } from '../../fixtures/case-steps.ts';
import { viewOf } from '../../fixtures/case-vault.ts';
import { evaluated, observed, sign } from '../../fixtures/case-walks.ts';
import { contentsOf, unpack } from '../../fixtures/cli.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { type Carried, foundInstitution, hashOf, type Member, spread } from '../../fixtures/institution.ts';
import * as people from '../../fixtures/people/cast.ts';
import { findTexts, formsOf } from '../../fixtures/scan.ts';

// Every reporting route by packages between six vaults: the result record goes to the receivers of its route alone, all
// others learn the bare status, and a private note goes to nobody, as Debian's age and tar find too.

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

const names = Object.keys(cast) as Name[];
const note = 'kenaricatatanjalur';
const resultCanary = 'kenarihasiljalur';

/** A case on its way through the vaults of all. */
type Walk = Awaited<ReturnType<typeof report>>;

/** From the first observation to the report in the list of the personnel unit. */
const report = async () => {
  const { members } = await foundInstitution(cast);
  const carried: Carried[] = [];
  const { assessor, officer } = members;
  const caseId = await observed(assessor.calls);
  const send = async (from: Name): Promise<void> => {
    carried.push(...(await spread(members[from], Object.values(members), caseId)));
  };
  await evaluated(assessor.calls, caseId);
  const attachmentIds = [await attach(assessor.calls, '%PDF-1.7 lampiran laporan')];
  await sign(assessor.calls, caseId, 'reportSubmitted', 'assessor', { attachmentIds });
  await send('assessor');
  const about = hashOf(officer, caseId, 'reportSubmitted');
  await sign(officer.calls, caseId, 'reportRegistered', 'personnelOfficer', { about });
  await send('officer');
  return { members, caseId, carried, send };
};

const roleOf = (name: Name): Role => cast[name].roles[0];

/** Decision, assignment and first schedule by who assigns. */
const assign = async ({ kind, by, counsellor }: Route, { members, caseId, send }: Walk): Promise<void> => {
  const { calls } = members[by];
  await sign(calls, caseId, 'counsellingDecided', roleOf(by));
  const attachmentIds = kind === 'trainedAssessor' ? [await attach(calls, '%PDF-1.7 sertifikat')] : [];
  const content = { kind, counsellor: cast[counsellor].person, qualification: 'Sertifikat 7/2025' };
  await sign(calls, caseId, 'counsellorAssigned', roleOf(by), { content, attachmentIds });
  await sign(calls, caseId, 'sessionScheduled', roleOf(by));
  await send(by);
};

/** A note for nobody else's eyes, with a file and an unfinished draft. */
const writeNote = async ({ calls }: Member, caseId: string): Promise<void> => {
  const attachmentIds = [await attach(calls, `lampiran ${note}`, 'notes')];
  const content = JSON.stringify({ type: 'doc', content: [{ type: 'paragraph', text: note }] });
  await calls.get('notes.save', { noteId: null, caseId, title: note, content, attachmentIds });
  await calls.get('drafts.save', { kind: 'act:resultSigned', caseId, subjectKey: '', content });
};

const counsel = async ({ counsellor }: Route, { members, caseId, send }: Walk): Promise<void> => {
  const at = members[counsellor];
  const write = async (type: ActType, change: StepChange = {}): Promise<string> =>
    sign(at.calls, caseId, type, 'counsellor', { author: at.person, ...change });
  await write('assignmentAnswered', { about: hashOf(at, caseId, 'counsellorAssigned') });
  await writeNote(at, caseId);
  await write('consentRecorded');
  await write('sessionHeld', { about: hashOf(at, caseId, 'sessionScheduled') });
  await write('resultSigned', { content: { agreement: resultCanary } });
  await write('statusNotified');
  await send(counsellor);
};

/** A receiver of the route confirms the record and passes on whatever is due. */
const receive = async ({ receivers }: Route, { members, caseId, send }: Walk): Promise<void> => {
  for (const name of receivers) {
    const about = hashOf(members[name], caseId, 'resultSigned');
    await sign(members[name].calls, caseId, 'resultReceived', roleOf(name), { about });
    await send(name);
  }
};

/** How much of an act a vault holds. */
const formOf = async ({ calls }: Member, caseId: string, type: ActType): Promise<'all' | 'header' | 'nothing'> => {
  const act = (await viewOf(calls, caseId)).acts.find((found) => found.type === type);
  if (act === undefined) return 'nothing';
  return act.body === null ? 'header' : 'all';
};

/** The identities that open a receiver's packages, as the vault exports them bare for an auditor. */
const identityOf = async ({ calls }: Member): Promise<string> => {
  calls.host.saveTarget = join(temporaryFolder(), 'identity.txt');
  await calls.get('identity.exportReceiving', { protection: 'none' });
  return calls.host.saveTarget;
};

/** What Debian's `age` and gzip make of a package: its tar file. */
const openedByAge = (files: readonly string[], identity: string): Buffer => {
  const [file = '', ...more] = files;
  expect(more).toEqual([]);
  return gunzipSync(execFileSync('age', ['-d', '-i', identity, file], { maxBuffer: 2 ** 28 }));
};

/** The files of a package as tar lays them out, and as `bilik package open` does. */
const unpackedBoth = async (files: readonly string[], identity: string) => {
  const [byBilik, byTar] = [join(temporaryFolder(), 'out'), temporaryFolder()];
  execFileSync('tar', ['-x', '-C', byTar], { input: openedByAge(files, identity) });
  await unpack(files, identity, byBilik);
  return { byBilik: await contentsOf(byBilik), byTar: await contentsOf(byTar) };
};

const holds = (bytes: Buffer, text: string): boolean => formsOf(text).some((form) => bytes.includes(form));

describe('a result record', () => {
  it.each(routes)('of the kind $kind, assigned by the $by, reaches $receivers alone', async (route) => {
    const walk = await report();
    const { members, caseId, carried } = walk;
    await assign(route, walk);
    await counsel(route, walk);
    await receive(route, walk);
    const others = names.filter((name) => name !== route.counsellor);
    const isStranger = (name: Name) => ['counsellor', 'superior'].includes(name) && !route.receivers.includes(name);
    for (const name of others.filter(isStranger))
      expect(await members[name].calls.code('case.open', { caseId })).toBe('unknownCase');
    for (const name of others.filter((other) => !isStranger(other))) {
      const at = members[name];
      const isReceiver = route.receivers.includes(name);
      expect.soft((await formOf(at, caseId, 'resultSigned')) === 'all', `${name} holds the result`).toBe(isReceiver);
      expect.soft(await formOf(at, caseId, 'statusNotified'), `${name} knows the status`).toBe('all');
      const seen = JSON.stringify(await viewOf(at.calls, caseId));
      expect.soft(seen.includes(resultCanary), `${name} reads the result`).toBe(isReceiver);
      expect.soft(await formOf(at, caseId, 'consentRecorded'), `${name} and the consent`).toBe('nothing');
    }
    // The same by what travelled, opened by other programs.
    const holders = new Set<string>();
    for (const { to, files } of carried) {
      const tar = openedByAge(files, await identityOf(to));
      expect(holds(tar, note), `a note for ${to.person.name}`).toBe(false);
      if (holds(tar, resultCanary)) holders.add(to.person.name);
    }
    const { to, files } = carried.at(-1)!;
    const { byBilik, byTar } = await unpackedBoth(files, await identityOf(to));
    expect(byBilik).toEqual(byTar);
    expect(byTar.length).toBeGreaterThanOrEqual(3);
    expect([...holders].sort()).toEqual(route.receivers.map((name) => members[name].person.name).sort());
    // The packages themselves, and what the vaults left on disk, show nothing at all.
    const left = names.flatMap((name) => [members[name].outbox, members[name].vault.dir]);
    expect(await findTexts(left, [note, resultCanary])).toEqual([]);
  });
});
