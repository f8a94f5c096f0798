import type { ActInput } from '@shared/contract/case.ts';
import type { ActType } from '@shared/domain/case/act-type.ts';
import { mayDecide } from '@shared/domain/case/acts/follow-up.ts';
import { type Available, availableActs } from '@shared/domain/case/available-acts.ts';
import type { PaperAnswer } from '@shared/domain/case/content/follow-up.ts';
import { latestContent } from '@shared/domain/case/contents.ts';
import { nextDue } from '@shared/domain/case/next-due.ts';
import { actOf, disputedActs, waitingAct } from '@shared/domain/case/state.ts';
import type { PersonInput, Role } from '@shared/domain/identity/person.ts';
import { ok } from '@shared/kernel/result.ts';
import { storeBytes } from '../../../../electron/backend/attachments/store-bytes.ts';
import type { CaseFile } from '../../../../electron/backend/case/case-file.ts';
import { findCase } from '../../../../electron/backend/case/case-rows.ts';
import { loadCase } from '../../../../electron/backend/case/load-case.ts';
import { recordActs } from '../../../../electron/backend/case/record-acts.ts';
import { transactRecords } from '../../../../electron/backend/db/transact.ts';
import { castOf, contents, paperStep, step } from '../../../fixtures/case-steps.ts';
import { type Cast, type Name, persons } from './cast.ts';
import { pick } from './dice.ts';
import { asUnlocked, count, type Vault, type World } from './world.ts';

/** What a throw decides of an act. */
export interface ActDice {
  /** `due`: what the case waits for, where this vault may do it. */
  readonly how: 'due' | 'any';
  readonly type: number;
  readonly variant: number;
  readonly about: number;
  /** Enters somebody else's act from paper. */
  readonly paper: boolean;
  /** What a history made by hand asks for, and nothing else. */
  readonly wanted?: ActType;
}

type Content = Readonly<Record<string, unknown>>;

interface Choice {
  readonly content: Content;
  readonly files: number;
}

const openingOf = (cast: Cast): Content => ({ assessorIsHead: cast.assessorIsHead ?? false });

const successorOf = (world: World, vault: Vault, names: readonly [Name, Name], variant: number): PersonInput => {
  const there = names.filter((name) => world.cast.members[name] !== undefined);
  const others = there.filter((name) => name !== vault.name);
  return persons[pick(others.length > 0 ? others : there, variant) ?? names[0]];
};

const isDisputed = ({ state }: CaseFile, about: string | null): boolean =>
  disputedActs(state).some(({ hash }) => hash === about);

/** What may be answered about an act from paper: its author says whether it is true; a denial is settled. */
const answersTo = (file: CaseFile, about: string | null): readonly PaperAnswer[] =>
  isDisputed(file, about) ? ['withdrawn', 'stands'] : ['confirmed', 'denied', 'confirmed'];

/** The last figure of the employee's number mended; or mended back, by the next who finds it so. */
const identityOf = ({ state, bodies }: CaseFile): Content => {
  const { name, nip } = latestContent(state, bodies, 'caseOpened')?.employee ?? persons.employee;
  const before = { name, nip, licence: '' };
  return { before, after: { ...before, nip: `${nip.slice(0, -1)}${nip.endsWith('9') ? 8 : 9}` } };
};

/** Who is named as author of a paper in a role. */
const authorOnPaper = (world: World, role: Role): PersonInput => {
  const named = (Object.keys(world.cast.members) as Name[]).find((name) => world.cast.members[name]?.includes(role));
  if (role === 'counsellor') return persons[world.cast.counsellors[0] ?? 'counsellor'];
  return named === undefined ? castOf[role] : persons[named];
};

/** Who decides the follow-up beside its author: who has a vault, else the superior, who signed the paper alone. */
const coDeciders = (world: World, { state }: CaseFile, capacity: Role): readonly Role[] => {
  const others = mayDecide(state).filter((role) => role !== capacity);
  const there = others.filter((role) => Object.values(world.cast.members).some((roles) => roles.includes(role)));
  return there.length > 0 ? there : others.filter((role) => role === 'assessorSuperior');
};

/** Contents beside the usual one, by type and throw. */
const choiceOf = (
  world: World,
  vault: Vault,
  file: CaseFile,
  type: ActType,
  { capacity, about }: { readonly capacity: Role; readonly about: string | null },
  variant: number,
): Choice => {
  const plain = { content: {}, files: 0 };
  const often = variant % 5 !== 0;
  switch (type) {
    case 'caseOpened':
      return { content: openingOf(world.cast), files: 0 };
    case 'feedbackRecorded':
    case 'reportSubmitted':
      return { content: {}, files: 1 };
    case 'changeEvaluated':
      return { content: { outcome: often ? 'unchanged' : 'changed' }, files: 0 };
    case 'counsellingDecided':
      return { content: { decision: often ? 'yes' : 'no', reason: often ? '' : 'Belum perlu.' }, files: 0 };
    case 'counsellorAssigned': {
      const name = pick(world.cast.counsellors, variant) ?? 'counsellor';
      const { kind } = world.cast;
      return { content: { kind, counsellor: persons[name], qualification: 'Sertifikat 7/2025' }, files: 1 };
    }
    case 'assignmentAnswered':
      return { content: { answer: variant % 3 === 0 ? 'declined' : 'accepted' }, files: 0 };
    case 'consentRecorded':
      return { content: { consent: often ? 'given' : 'refused' }, files: 0 };
    case 'resultSigned': {
      const held = file.state.sessions.some(({ state }) => state === 'held');
      return { content: { outcome: held ? 'completed' : 'ended' }, files: 0 };
    }
    case 'followUpDecided': {
      const others = variant % 2 === 0 ? coDeciders(world, file, capacity) : [];
      const deciders = [capacity, ...others].map((role) => ({
        role,
        person: role === capacity ? persons[vault.name] : authorOnPaper(world, role),
      }));
      return { content: { deciders }, files: 0 };
    }
    case 'followUpProgressed':
      return { content: { state: pick(['done', 'ongoing', 'dropped'], variant) }, files: 0 };
    case 'statusNotified':
      return { content: { status: pick(['concluded', 'notCounselled', 'closed'], variant) }, files: 0 };
    case 'caseClosed':
      return {
        content: {
          reason: pick(['concluded', 'notCounselled', 'behaviourChanged', 'employeeLeft', 'other'], variant),
        },
        files: 0,
      };
    case 'paperAnswered':
      return { content: { answer: pick(answersTo(file, about), variant) }, files: 0 };
    case 'identityCorrected':
      return { content: identityOf(file), files: 0 };
    case 'assessorReplaced':
      return {
        content: {
          assessor: successorOf(world, vault, ['nextAssessor', 'assessor'], variant),
          assessorIsHead: world.cast.assessorIsHead ?? false,
        },
        files: 0,
      };
    case 'postHandedOver':
      return {
        content: {
          post: 'personnelOfficer',
          successor: successorOf(world, vault, ['nextOfficer', 'officer'], variant),
        },
        files: 0,
      };
    default:
      return plain;
  }
};

/** The corrected content is the one that stands, with another date where it has one. */
const correctionOf = (file: CaseFile, about: string | null, variant: number): Content | null => {
  const body = file.bodies.get(about ?? '');
  const target = actOf(file.state, about);
  if (body === undefined || target === undefined) return null;
  const day = `2026-06-${String((variant % 28) + 1).padStart(2, '0')}`;
  return { content: 'date' in body.content ? { ...body.content, date: day } : body.content };
};

const attach = (vault: Vault, files: number): string[] => {
  const { work } = asUnlocked(vault);
  const stored = transactRecords(work.records, (tx) =>
    ok(
      Array.from({ length: files }, () => {
        const bytes = new Uint8Array([...new TextEncoder().encode('%PDF-1.7 '), ...work.random.bytes(8)]);
        return storeBytes(work, tx, { caseId: null, name: 'pindaian.pdf', mediaType: 'application/pdf', bytes });
      }).map(({ attachmentId }) => attachmentId),
    ),
  );
  return stored.ok ? stored.value : [];
};

const endings: readonly ActType[] = [
  'caseClosed',
  'employeeMistaken',
  'employeeLeft',
  'assessorReplaced',
  'postHandedOver',
  'copyReleased',
];

const chosenFrom = (
  offered: readonly Available[],
  { state }: CaseFile,
  roles: readonly Role[],
  dice: ActDice,
): Available | undefined => {
  if (dice.wanted !== undefined) return offered.find(({ type }) => type === dice.wanted);
  // What asks this vault is answered by every other throw.
  const asked = offered.find(({ type }) => type === 'paperAnswered');
  if (asked !== undefined && !dice.paper && dice.variant % 2 === 0) return asked;
  const due = offered.find(({ type }) => type === nextDue(state, roles));
  if (dice.how === 'due' && due !== undefined) return due;
  const usual = offered.filter(({ type }) => !endings.includes(type) || dice.variant % 4 === 0);
  return pick(usual.length > 0 ? usual : offered, dice.type);
};

/** In which role: an answer is given in that of the act that asks, but for a denial that is settled. */
const capacityFor = (file: CaseFile, act: Available, about: string | null, dice: ActDice): Role | undefined => {
  const may = dice.paper ? act.capacities : act.ownCapacities;
  if (act.type !== 'paperAnswered' || isDisputed(file, about)) return pick(may, dice.variant);
  const asks = (actOf(file.state, about) ?? waitingAct(file.state, about))?.capacity;
  return may.find((role) => role === asks);
};

const handable = (world: World, type: ActType): boolean => {
  if (type === 'postHandedOver') return world.cast.members.nextOfficer !== undefined;
  return type !== 'assessorReplaced' || world.cast.members.nextAssessor !== undefined;
};

/**
 * Signs an act that the vault's panel offers, or enters one from paper. Gives its type, or null when none was recorded.
 */
export const signAct = (world: World, vault: Vault, dice: ActDice): { type: ActType; hash: string } | null => {
  const { caseId } = world;
  const { records } = vault.open;
  if (caseId === null || findCase(records, caseId) === undefined) return null;
  const file = loadCase(records, caseId);
  if (file.state.caseId === null) return null;
  const roles = world.cast.members[vault.name] ?? [];
  const offered = availableActs(file.state, { roles }).filter(
    ({ obstacles, ownCapacities, capacities, type }) =>
      obstacles.length === 0 && (dice.paper ? capacities : ownCapacities).length > 0 && handable(world, type),
  );
  const act = chosenFrom(offered, file, roles, dice);
  if (act === undefined) return null;
  const about = pick(act.about, dice.about) ?? null;
  const capacity = capacityFor(file, act, about, dice);
  if (capacity === undefined) return null;
  const { content, files } = choiceOf(world, vault, file, act.type, { capacity, about }, dice.variant);
  const corrected = act.type === 'actCorrected' ? correctionOf(file, about, dice.variant) : {};
  if (corrected === null) return null;
  const attachmentIds = attach(vault, files + (dice.paper ? 1 : 0));
  const change = { caseId, about, content: { ...content, ...corrected }, attachmentIds };
  const input = dice.paper
    ? paperStep(act.type, capacity, {
        ...change,
        signedDocumentId: attachmentIds[0] ?? null,
        author: authorOnPaper(world, capacity),
      })
    : step(act.type, capacity, change);
  const { vault: open, work } = asUnlocked(vault);
  const recorded = recordActs({ vault: open, work }, [{ ...(input as ActInput), aboutIndex: null }], null);
  if (!recorded.ok) {
    count(world, `not recorded: ${act.type} ${recorded.error.code} ${JSON.stringify(recorded.error.details ?? {})}`);
    return null;
  }
  const hash = recorded.value.hashes[0] ?? '';
  world.recorded.add(hash);
  count(world, 'acts');
  count(world, `act ${act.type}`);
  return { type: act.type, hash };
};

/** Opens the case of a history. */
export const openCase = (world: World): void => {
  const vault = world.vaults.get(world.cast.opener);
  if (vault === undefined) throw new Error('nobody opens the file');
  const { vault: open, work } = asUnlocked(vault);
  const content = openingOf(world.cast);
  const [scan = '', evidence = ''] = attach(vault, 2);
  const inputs =
    world.cast.opener === 'officer'
      ? [
          step('caseOpened', 'personnelOfficer', { content: { ...content, startsFrom: 'report' } }),
          paperStep('reportSubmitted', 'assessor', {
            attachmentIds: [scan, evidence],
            signedDocumentId: scan,
            content: contents.reportSubmitted,
          }),
        ]
      : [step('caseOpened', 'assessor', { content })];
  const recorded = recordActs(
    { vault: open, work },
    inputs.map((input) => ({ ...(input as ActInput), aboutIndex: null })),
    null,
  );
  if (!recorded.ok) throw new Error(recorded.error.code);
  world.caseId = recorded.value.caseId;
  for (const hash of recorded.value.hashes) world.recorded.add(hash);
};
