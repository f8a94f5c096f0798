import { awaitedDeciders, nothingDeeper } from '@shared/domain/case/state.ts';
import { toHex } from '@shared/kernel/bytes.ts';
import { actViews, toDeliveries } from '../../../electron/backend/case/act-view.ts';
import { availableViews, blocksOf, warningsOf } from '../../../electron/backend/case/available-view.ts';
import { asRead, type CaseFile, emptyCaseFile, matterOf, withAct } from '../../../electron/backend/case/case-file.ts';
import { sessionsOf } from '../../../electron/backend/case/case-sessions.ts';
import { toSummary } from '../../../electron/backend/case/case-summary.ts';
import { draftAct } from '../../../electron/backend/case/draft-act.ts';
import { type ActInput, actInput, type CaseSummary, type CaseView } from '../../../shared/contract/case.ts';
import type { SessionEntry } from '../../../shared/contract/overview.ts';
import type { ActType } from '../../../shared/domain/case/act-type.ts';
import { mayDecide } from '../../../shared/domain/case/acts/follow-up.ts';
import type { AttachmentRef } from '../../../shared/domain/case/body.ts';
import { checkAct, factsSoFar, judgePaper } from '../../../shared/domain/case/check-act.ts';
import { composeHeader } from '../../../shared/domain/case/compose.ts';
import { applyAct } from '../../../shared/domain/case/fold.ts';
import { closedGates } from '../../../shared/domain/case/judge-header.ts';
import { phaseStates } from '../../../shared/domain/case/phase.ts';
import { deliveriesOfDraft } from '../../../shared/domain/case/routes.ts';
import { resultReceivers } from '../../../shared/domain/case/sight.ts';
import type { Role } from '../../../shared/domain/identity/person.ts';
import { paperStep, type StepChange, step } from '../../fixtures/case-steps.ts';
import { institution, personnelOfficer } from '../../fixtures/people/cast.ts';
import { documentOf, hex, scan } from './files.ts';
import { holder, roles } from './holder.ts';

// Cases folded by the rules themselves, out of acts that nobody signed: names of acts are counted, not computed.

/** An act of a made case; `about`: the latest act of this type. */
export interface MadeAct extends Omit<StepChange, 'about' | 'attachmentIds'> {
  readonly type: ActType;
  readonly capacity: Role;
  readonly about?: ActType;
  readonly from?: 'paper';
  /** The author of paper has a vault, and is asked. */
  readonly asked?: true;
}

/** A case as far as its acts were recorded. */
export interface MadeCase {
  readonly caseId: string;
  readonly file: CaseFile;
  readonly attachments: readonly AttachmentRef[];
}

const ownKey = 'ab'.repeat(32);
/** A key that the holder had before: paper in the holder's name names it. */
const formerKey = 'ef'.repeat(32);
const key = Uint8Array.from({ length: 32 }, () => 0xab);

const draftOf = (file: CaseFile, input: ActInput, attachments: readonly AttachmentRef[]) =>
  draftAct(input, { file, holder, institution, attachments, memberFor: () => null });

/** Key of who enters paper. */
const enteredKey = 'cd'.repeat(32);

/** Name of the act at a place in a case. */
const hashOf = (number: number, index: number): string => hex(number * 100 + index + 1, 64);

const hashIn = (file: CaseFile, type: ActType): string | null =>
  file.acts.findLast(({ header }) => header.type === type)?.hash ?? null;

/** A case in which these acts were recorded one after the other. Throws when one of them says something invalid. */
export const madeCase = (number: number, acts: readonly MadeAct[]): MadeCase => {
  const caseId = hex(number, 32);
  const attachments = [scan(number), scan(number + 50, 'umpan-balik.pdf')];
  const file = acts.reduce<CaseFile>((before, { type, capacity, about, from, asked, ...change }, index) => {
    const make = from === 'paper' ? paperStep : step;
    // A number as offices have it, short enough for a column.
    const listed = type === 'reportRegistered' ? { number: `${number}/2026` } : {};
    const content = { ...listed, ...change.content };
    const given = make(type, capacity, { caseId, ...change, content, about: about ? hashIn(before, about) : null });
    const { header, body, issues } = draftOf(before, actInput.parse(given), attachments);
    if (body === null) throw new Error(`${type}: ${JSON.stringify(issues)}`);
    const statedAt = new Date(Date.UTC(2026, 1 + index, 3 + number, 2, 30)).toISOString();
    const composed = composeHeader({
      ...header,
      scope: 'shared',
      enteredAs: from === 'paper' ? 'personnelOfficer' : null,
      namedKey: asked ? formerKey : null,
      state: before.state,
      caseId,
      actId: hex(number * 100 + index, 32),
      authorKey: from === 'paper' ? enteredKey : ownKey,
      statedAt,
      statedOn: statedAt.slice(0, 10),
    });
    const commits = { bodyCommit: hex(index, 64), deeper: [hex(1, 64), hex(2, 64)] as [string, string] };
    const made = {
      hash: hashOf(number, index),
      header: { ...composed, caseId, ...commits },
      body,
      deeper: nothingDeeper,
    };
    return withAct(before, { ...made, recordedAt: statedAt, damage: null });
  }, emptyCaseFile());
  const refused = file.state.refused.map(({ code }) => code);
  if (refused.length > 0) throw new Error(`${acts.at(-1)?.type}: ${refused.join(', ')}`);
  return { caseId, file, attachments };
};

const openedAt = '2026-02-02T02:00:00.000Z';

/** A case as lists show it. */
export const summaryOf = ({ caseId, file }: MadeCase): CaseSummary =>
  toSummary({ id: caseId, employeeId: hex(1, 32), createdAt: openedAt, mistakenAt: null }, file, roles);

/** A case with everything its page shows. */
export const viewOf = (made: MadeCase, held: readonly Role[]): CaseView => {
  const { attachments } = made;
  const file = asRead(made.file);
  const isMistaken = file.state.mistaken !== null;
  const { employee, assessor, assessorSuperior } = matterOf(made.file);
  if (employee === undefined || assessor === undefined) throw new Error('a case is about somebody');
  return {
    summary: summaryOf(made),
    mistakenAt: isMistaken ? (file.acts[0]?.recordedAt ?? null) : null,
    employee: isMistaken ? { ...employee, name: '–' } : employee,
    employeeForAll: employee,
    assessor,
    assessorSuperior,
    institution,
    phases: phaseStates(file.state),
    acts: actViews({
      file,
      key: toHex(key),
      ownRecords: new Set(),
      routed: file.state,
      answers: new Map(),
      ownKeys: [toHex(key), formerKey],
      isAuthorKnown: () => false,
      numbersAlsoOn: new Map(),
      nameOfKey: (key) => (key === enteredKey ? personnelOfficer.name : undefined),
      filesOf: ({ body }) => (isMistaken ? [] : [...(body?.attachments ?? [])]),
    }),
    available: availableViews(file, { roles: held, isShared: false, mayAnswer: () => true }),
    mayDecide: [...mayDecide(file.state)],
    awaitedDeciders: [...awaitedDeciders(file.state)],
    resultReceivers: [...resultReceivers(file.state)],
    documents: file.acts.slice(-2).map(({ hash }, index) => documentOf(made.caseId, hash, index)),
    attachments: [...attachments],
  };
};

/** Sessions of a case. */
export const sessionsIn = (made: MadeCase): SessionEntry[] =>
  sessionsOf(made.file).map((session) => ({
    caseId: made.caseId,
    employeeName: summaryOf(made).employeeName,
    ...session,
  }));

/** What would come of an act. */
export const checkIn = (made: MadeCase | undefined, input: ActInput) => {
  const file = made?.file ?? emptyCaseFile();
  const { header, body, issues } = draftOf(file, input, made?.attachments ?? []);
  const violations =
    body === null ? [] : checkAct({ state: file.state, header, body, bodies: file.bodies, holderRoles: roles });
  return {
    issues: [...issues],
    obstacles: blocksOf(violations),
    warnings: warningsOf(violations),
    deliveries: toDeliveries(deliveriesOfDraft(file.state, header)),
  };
};

/** What would come of the acts of a new case before any file is attached, each as if those before it were recorded. */
export const checkNew = (acts: readonly ActInput[]) => {
  let { state } = emptyCaseFile();
  return acts.map((input, index) => {
    const file = { ...emptyCaseFile(), state };
    const { header, body, issues } = draftOf(file, input, []);
    const paper = { attachments: [], paper: input.paper };
    const facts = body === null ? factsSoFar(input.type, { ...paper, content: input.content }) : header.facts;
    const caseId = hex(1, 32);
    const recorded = { ...header, facts: [...(facts ?? [])], caseId, refs: [...state.heads] };
    state = applyAct(state, hex(index + 1, 64), recorded);
    const intent = { ...header, facts };
    return {
      issues: [...issues],
      obstacles: blocksOf([...closedGates(file.state, input.type, intent, 2), ...judgePaper(header, paper)]),
      warnings: [],
      deliveries: [],
    };
  });
};
