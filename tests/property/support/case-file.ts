import { createHash } from 'node:crypto';
import { composeHeader, deeperHeads } from '@shared/domain/case/compose.ts';
import type { HeaderDraft } from '@shared/domain/case/definition.ts';
import { applyAct, asksFirst, foldCase } from '@shared/domain/case/fold.ts';
import { judgeHeader } from '@shared/domain/case/judge-header.ts';
import { type CaseState, emptyCase, type NamedHeader } from '@shared/domain/case/state.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A header draft with what most acts have: from a vault, no facts, about nothing. */
export type Step = Pick<HeaderDraft, 'type' | 'capacity'> & Partial<HeaderDraft>;

/** Fills in what a step leaves out. */
export const draftOf = (step: Step): HeaderDraft => ({
  origin: 'vault',
  about: null,
  ...step,
  facts: step.facts ?? [],
});

/** A case in the making: its state and all acts that were put into it, allowed or not. */
export interface CaseFile {
  readonly state: CaseState;
  readonly acts: readonly NamedHeader[];
}

export const emptyFile: CaseFile = { state: emptyCase, acts: [] };
export const caseId = 'c'.repeat(32);

/** Names the next act of a file: the header that its author would compose, and its hash. */
export const nameAct = ({ state, acts }: CaseFile, step: Step, salt = ''): NamedHeader => {
  const draft = draftOf(step);
  const composed = composeHeader({
    ...draft,
    scope: 'shared',
    enteredAs: draft.origin === 'paper' ? draft.capacity : null,
    namedKey: draft.namedKey ?? null,
    state,
    caseId,
    actId: sha256(`act ${acts.length} ${salt}`).slice(0, 32),
    authorKey: 'a'.repeat(64),
    statedAt: '2026-11-24T03:00:00.000Z',
    statedOn: '2026-11-24',
  });
  const deeper = deeperHeads(state, composed);
  const commit = (level: number): string => sha256(`heads ${acts.length} ${salt} ${level} ${deeper[level]?.join()}`);
  const header = {
    ...composed,
    caseId,
    bodyCommit: sha256(`body ${acts.length} ${salt}`),
    deeper: [commit(0), commit(1)] as [string, string],
  };
  return { header, hash: sha256(JSON.stringify(header)), deeper };
};

/**
 * Adds an act whether it is allowed or not; the state is that of the fold over all. `seen`: the case as its author saw
 * it.
 */
export const put = (file: CaseFile, step: Step, { salt = '', seen = file.state } = {}): CaseFile => {
  const acts = [...file.acts, nameAct({ acts: file.acts, state: seen }, step, salt)];
  return { acts, state: foldCase(acts) };
};

/** Adds an act that must be allowed. Throws Error with the codes when it is not. */
export const add = (file: CaseFile, step: Step, salt = ''): CaseFile => {
  const violations = judgeHeader(file.state, draftOf(step));
  if (violations.length > 0) throw new Error(`${step.type}: ${violations.map(({ code }) => code).join(', ')}`);
  const act = nameAct(file, step, salt);
  const acts = [...file.acts, act];
  const isAsked = asksFirst(act.header) || step.type === 'paperAnswered';
  return { acts, state: isAsked ? foldCase(acts) : applyAct(file.state, act.hash, act.header) };
};

/** Adds several acts; a step may be made from the state before it. */
export const addAll = (file: CaseFile, steps: readonly (Step | ((state: CaseState) => Step))[]): CaseFile =>
  steps.reduce<CaseFile>((made, step) => add(made, typeof step === 'function' ? step(made.state) : step), file);
