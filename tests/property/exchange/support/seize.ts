import { createHash, randomBytes } from 'node:crypto';
import { manifestSchema } from '@shared/domain/package/manifest.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { changesOf } from '../../../../electron/backend/exchange/receive/import-package.ts';
import { judgePackage } from '../../../../electron/backend/exchange/receive/judge-package.ts';
import type { ReadPackage } from '../../../../electron/backend/exchange/receive/read-incoming.ts';
import { contents } from '../../../fixtures/case-steps.ts';
import { type Forged, forgeAct } from '../../../fixtures/forge.ts';
import { persons } from './cast.ts';
import { asUnlocked, count, type Vault, type World } from './world.ts';

// A member who knows the id of the file opens one of the own under it, for somebody who may hold nothing of it yet.

const hex = (bytes: number): string => randomBytes(bytes).toString('hex');

const packed = (from: Vault, to: Vault, { hash, header, bytes }: Forged, now: number): ReadPackage => {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const manifest = manifestSchema.parse({
    format: 'bilik/package/v1',
    kind: 'acts',
    packageId: hex(16),
    createdAt: toIsoInstant(now),
    sender: { key: from.blank.identity.key, epoch: hex(16), counter: 1 },
    receiver: { key: to.blank.identity.key },
    caseId: header.caseId,
    acts: [{ hash, form: 'all', sha256, size: bytes.length }],
    blobs: [],
    documents: [],
    draft: null,
    directory: null,
    replaces: [],
    seen: null,
    audit: { size: 1, hash: hex(32) },
    directorySerial: 1,
  });
  const manifestBytes = Buffer.from(JSON.stringify(manifest));
  return {
    manifest,
    manifestBytes,
    signature: new Uint8Array(64),
    manifestHash: createHash('sha256').update(manifestBytes).digest('hex'),
    directory: null,
    profile: null,
    acts: [{ hash, form: 'all', bytes }],
    draft: null,
    guidance: null,
    original: null,
    figures: null,
    blobs: new Map(),
    papers: new Map(),
  };
};

/** What is judged of a sender, before the acts. */
const aboutSender: readonly string[] = ['noDirectory', 'signerUnknown', 'signerRevoked'];

/** Nobody takes it, and nothing changes by it. Vaults that run 0.3 know no better, and are left out. */
export const seize = (world: World, from: Vault, to: Vault): void => {
  const { caseId } = world;
  if (caseId === null || from === to || [from, to].some(({ program }) => program.version !== 'now')) return;
  const person = persons[from.name];
  const act = forgeAct(
    { vault: from.open, person },
    {
      caseId,
      type: 'caseOpened',
      capacity: 'assessor',
      refs: [],
      content: { ...contents.caseOpened, assessor: person },
      statedAt: toIsoInstant(world.now),
    },
  );
  const exchange = asUnlocked(to);
  const changes = changesOf(exchange);
  const judged = judgePackage(exchange, packed(from, to, act, world.now));
  const code = judged.ok ? 'not' : judged.error.code;
  count(world, `seizing held ${code}`);
  if (!['packageTampered', ...aboutSender].includes(code))
    world.faults.push(`${to.name} held as ${code} an opening of ${from.name} under the id of the file`);
  if (changes !== changesOf(exchange)) world.faults.push(`${to.name} changed by looking at a false opening`);
};
