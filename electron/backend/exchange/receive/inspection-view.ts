import type { Inspection } from '@shared/contract/exchange.ts';
import { documentKindOfAct } from '@shared/domain/documents/kind.ts';
import { partiesOf, partyOf, requiredParties } from '@shared/domain/guidance/record.ts';
import type { Directory } from '@shared/domain/identity/directory.ts';
import type { HeldCode } from '@shared/domain/package/review.ts';
import { employeeNameOf } from '../../case/case-name.ts';
import { findCase } from '../../case/case-rows.ts';
import { loadCase } from '../../case/load-case.ts';
import { trustedDirectory } from '../../identity/trusted-directory.ts';
import { getProfile } from '../../settings/profile.ts';
import { ownKeyOf, todayOf, type Unlocked } from '../../vault/unlocked.ts';
import { toCarriedAct } from '../ledger/carried-act.ts';
import { confirmsOf } from '../ledger/echo.ts';
import { toPeer } from '../ledger/peer-view.ts';
import { type Held, type JudgedPackage, toldOf } from './judged-package.ts';
import type { ReadPackage } from './read-incoming.ts';
import { alikeView } from './tell-apart.ts';

const nothing = {
  mayAccept: false,
  alike: [],
  kept: false,
  notices: [],
  kind: null,
  packageId: null,
  sender: null,
  directory: null,
  createdAt: null,
  caseId: null,
  employeeName: null,
  newCase: false,
  acts: [],
  files: [],
  draftType: null,
  guidance: null,
  erasure: null,
  figures: null,
  confirms: 0,
} satisfies Partial<Inspection>;

/** What is told of the directory by which people and keys are known (law: directoryAge). */
const reliedOn = (unlocked: Unlocked, directory: Directory | null): Inspection['directory'] =>
  directory && {
    institution: directory.institution,
    issuedAt: directory.issuedAt,
    own: trustedDirectory(unlocked.vault.records)?.rootKey === ownKeyOf(unlocked),
  };

/** What is told of what cannot be read: why, and nothing else. */
export const heldUnread = (inspectionId: string, code: HeldCode): Inspection => ({
  inspectionId,
  held: code,
  details: [],
  ...nothing,
});

/** What a person may know of a package that is held: who signed it, if anyone known, and when. */
export const heldView = (
  unlocked: Unlocked,
  inspectionId: string,
  { manifest }: ReadPackage,
  held: Held & Pick<Inspection, 'kept'>,
): Inspection => {
  const directory = trustedDirectory(unlocked.vault.records)?.directory ?? null;
  return {
    ...nothing,
    inspectionId,
    held: held.code,
    kept: held.kept,
    details: [...held.details],
    kind: manifest.kind,
    packageId: manifest.packageId,
    sender: toPeer(directory, manifest.sender.key, todayOf(unlocked)),
    directory: reliedOn(unlocked, directory),
    createdAt: manifest.createdAt,
  };
};

const filesOf = ({ attachments, acts, opened }: JudgedPackage): Inspection['files'] => [
  ...attachments.map(({ name, size }) => ({ name, size, kind: 'attachment' as const })),
  ...opened.manifest.documents.map(({ actHash, sha256 }) => {
    const type = acts.find(({ hash }) => hash === actHash)?.header.type;
    const size = opened.manifest.blobs.find((blob) => blob.sha256 === sha256)?.size ?? 0;
    return { name: (type && documentKindOfAct(type)) ?? '', size, kind: 'document' as const };
  }),
];

const nameOfCase = (unlocked: Unlocked, { opened, acts }: JudgedPackage): string | null => {
  const { caseId, kind } = opened.manifest;
  if (caseId === null || kind === 'copy') return null;
  if (findCase(unlocked.vault.records, caseId) !== undefined) {
    return employeeNameOf(unlocked.vault.records, caseId, loadCase(unlocked.vault.records, caseId));
  }
  const body = acts.find(({ header }) => header.type === 'caseOpened')?.body;
  return (body?.content as { employee?: { name?: string } } | undefined)?.employee?.name ?? '';
};

/** What a package that is good, or good but for what a person may judge, would bring. */
export const goodView = (unlocked: Unlocked, inspectionId: string, judged: JudgedPackage): Inspection => {
  const { manifest } = judged.opened;
  const told = toldOf(judged.doubts);
  return {
    inspectionId,
    held: told?.code ?? null,
    mayAccept: told !== null && judged.asked.length === 0,
    alike: alikeView(unlocked, judged.asked),
    kept: false,
    details: [...(told?.details ?? [])],
    notices: [...judged.notices],
    kind: manifest.kind,
    packageId: manifest.packageId,
    sender: toPeer(judged.directory, manifest.sender.key, todayOf(unlocked)),
    directory: reliedOn(unlocked, judged.directory),
    createdAt: manifest.createdAt,
    caseId: manifest.caseId,
    employeeName: nameOfCase(unlocked, judged),
    newCase: manifest.caseId !== null && findCase(unlocked.vault.records, manifest.caseId) === undefined,
    acts: judged.acts.filter(({ news }) => news !== 'known').map((act) => toCarriedAct(act, act.form)),
    files: filesOf(judged),
    draftType: judged.draft?.draft.type ?? null,
    guidance: judged.guidance && guidanceView(unlocked, judged.guidance),
    erasure: manifest.erasure ? { asks: manifest.erasure.asks.length, answers: manifest.erasure.answers.length } : null,
    figures: judged.figures && { period: judged.figures.period, units: judged.figures.guidance.units.length },
    confirms: confirmsOf(unlocked.vault.records, manifest, judged.echo),
  };
};

/** What a record says of itself before it is taken in. */
const guidanceView = (
  { vault }: Unlocked,
  { record, signatures }: NonNullable<JudgedPackage['guidance']>,
): Inspection['guidance'] => {
  const { person } = getProfile(vault.records);
  const own = person === null ? undefined : partyOf(record, person);
  const signed = signatures.map(({ party }) => party);
  return {
    kind: record.content.kind,
    topic: record.topic,
    leader: record.leader.name,
    participants: record.participants.map(({ name }) => name),
    signedBy: signed.map((party) => partiesOf(record)[party]?.name ?? ''),
    asksForMine: own !== undefined && requiredParties(record).includes(own) && !signed.includes(own),
  };
};
