import { expect, it } from 'vitest';
import type { ActType } from '../../../shared/domain/case/act-type.ts';
import type { Role } from '../../../shared/domain/identity/person.ts';
import { accepted, enter, sign } from '../../fixtures/case-walks.ts';
import { foundInstitution, type Member } from '../../fixtures/institution.ts';
import * as people from '../../fixtures/people/cast.ts';
import { everyExport } from '../case/every-export.ts';
import { everyAnswer, idsIn } from '../case/every-query.ts';
import { type Cause, cast, causes, dayOfCause, type Setting } from './hidden-cast.ts';
import { independent, run } from './hidden-runs.ts';

// Why a counselling ended is the counsellor's alone: whatever the window may ask of a vault, and whatever it saves or
// prints, is the same whichever of the causes it was.

/** Without ids, keys, hashes, signatures and times, the codes that are drawn of them, and the folder of a vault. */
const plain = (text: string): string =>
  text
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replaceAll(/<path [^>]*>/g, '')
    .replaceAll(/\bbilik-test-\w+/g, '#')
    .replaceAll(/[0-9a-f]{24,}|[\w+/]{43,}=*/gi, '#')
    .replaceAll(/\b([0-9a-f]{4}\s){3,}[0-9a-f]{4}\b/gi, '#');

/** Sizes hang on the keys of a paper (what packages weigh: every-hidden-pair), words of a key on the key. */
const passedOver: readonly string[] = ['size', 'bytes', 'words', 'rootWords', 'label'];

/** Acts that nothing else orders stand in the order of their hashes, in lists and in rows of a page. */
const settled = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return `bytes ${value.length > 0}`;
  if (typeof value === 'string')
    return plain(value)
      .split(/(?=<tr)/)
      .sort()
      .join('');
  if (Array.isArray(value)) return value.map(settled).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !passedOver.includes(name))
      .map(([name, of]) => [plain(name), settled(of)]),
  );
};

/** Everything that a vault tells of the case, by the call. */
const toldBy = async ({ calls }: Member, caseId: string): Promise<ReadonlyMap<string, string>> => {
  if (!(await calls.call('case.open', { caseId })).ok) return new Map();
  const ids = await idsIn(calls, caseId);
  const all = [...(await everyAnswer(calls, ids)), ...(await everyExport(calls, ids))];
  return new Map(all.map(([name, said]) => [name, JSON.stringify(settled(said), null, 1)]));
};

type Told = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** A whole case, as every vault tells of it. `cause` undefined: it was held. */
const told = async (setting: Setting, cause: Cause | undefined): Promise<Told> => {
  const { members } = await foundInstitution(cast);
  const hidden = { to: 'end', copy: 'all', unit: setting === independent, ...(cause && { alone: cause }) } as const;
  const { caseId } = await run(members, setting, hidden);
  const all = Object.entries<Member>(members);
  return new Map(await Promise.all(all.map(async ([name, member]) => [name, await toldBy(member, caseId)] as const)));
};

/** Calls by which somebody tells cases apart. */
const differing = (all: readonly Told[], name: string): readonly string[] => {
  const [first, ...others] = all.map((one) => one.get(name) ?? new Map<string, string>());
  return [...(first?.keys() ?? [])].filter((call) => others.some((other) => other.get(call) !== first?.get(call)));
};

/** What shows own acts, those of who wrote the cause: the file, its days and trail, who gets what, what may be lost. */
const ownActs = [
  'audit.list',
  'case.open',
  // The list of what lies in the file.
  'documents.prepare',
  'exchange.outbox',
  'overview.schedule',
  'retention.exposure',
  'retention.prepareNotice',
];

/** The same of who keeps the paper of it: that is offered to nobody; its scan is a document, and can be saved. */
const ownPapers = [
  'attachments.export',
  'audit.list',
  'case.open',
  'documents.list',
  'documents.prepare',
  'overview.schedule',
  'retention.exposure',
  'retention.prepareNotice',
];

const apartIn = (all: readonly Told[]) =>
  Object.fromEntries([...(all[0]?.keys() ?? [])].map((name) => [name, differing(all, name).toSorted()]));

const unit: readonly Role[] = ['personnelHead', 'personnelOfficer'];

const settings: readonly Setting[] = [independent, { kind: 'trainedAssessor', counsels: 'assessor' }];

it.each(settings)(
  'is told by no answer, file or page of a vault but the own acts of the counsellor: %j',
  async (setting) => {
    const all: Told[] = [];
    for (const cause of causes) all.push(await told(setting, cause));
    const names = Object.keys(cast);
    const nothing = Object.fromEntries(names.map((name) => [name, [] as string[]]));
    expect(apartIn(all)).toEqual({ ...nothing, [setting.counsels]: ownActs });
    const [first] = all;
    for (const name of [setting.counsels, 'assessor', 'head', 'officer', 'official', 'superior'])
      expect(first?.get(name)?.get('case.open') ?? name).toContain(people.employee.name);
    if (setting !== independent) return;
    // Who does not get the record does not know either whether there was a session.
    expect(differing([...all, await told(setting, undefined)], 'assessor')).toEqual([]);
  },
  180_000,
);

it('is told by the vault of a unit that keeps it for itself where it shows the own acts, and nowhere else', async () => {
  const all: Told[] = [];
  for (const cause of causes) {
    const { members } = await foundInstitution({ head: { person: people.personnelHead, roles: unit } });
    const { calls } = members.head;
    const caseId = await accepted(calls, { kind: 'independent', person: people.counsellor });
    const about = await sign(calls, caseId, 'sessionScheduled', 'personnelHead');
    const author = { author: people.counsellor };
    const write = (type: ActType, change: object) => enter(calls, caseId, type, 'counsellor', { ...author, ...change });
    if (cause === 'refused') await write('consentRecorded', { content: { consent: 'refused', date: dayOfCause } });
    if (cause === 'missed') await write('sessionMissed', { about, content: { date: dayOfCause } });
    if (cause === 'referred') await write('referralRecorded', { content: { to: 'doctor', date: dayOfCause } });
    await write('resultSigned', { content: { outcome: 'ended', sessions: [] } });
    await sign(calls, caseId, 'followUpDecided', 'personnelHead');
    await sign(calls, caseId, 'caseClosed', 'personnelHead');
    all.push(new Map([['head', await toldBy(members.head, caseId)]]));
  }
  expect(apartIn(all)).toEqual({ head: ownPapers });
}, 60_000);
