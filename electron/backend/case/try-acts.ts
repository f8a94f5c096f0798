import type { ActCheck, ActInput, ListedAct } from '@shared/contract/case.ts';
import { factsSoFar, judgePaper } from '@shared/domain/case/check-act.ts';
import { applyAct } from '@shared/domain/case/fold.ts';
import type { ActScope } from '@shared/domain/case/header.ts';
import type { CaseState } from '@shared/domain/case/state.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import type { RecordsDb } from '../db/handles.ts';
import { attachmentRefsOf } from './act-attachments.ts';
import { type CaseFile, emptyCaseFile } from './case-file.ts';
import { findCase } from './case-rows.ts';
import { type CheckError, closedTo, scopeOfDraft, toActCheck, violationsIn } from './check-act.ts';
import { type ActDraft, draftAct } from './draft-act.ts';
import { holderScope } from './holder-scope.ts';
import { loadCase } from './load-case.ts';
import type { Found } from './number-problem.ts';

/** The hash that an act of a list is known by while the list is only tried. */
const standIn = (index: number): string => index.toString(16).padStart(64, '0');
const newCase = '0'.repeat(32);

/** The case as if the act had been recorded, with the facts that it tells by now. */
const withTried = (
  file: CaseFile,
  hash: string,
  { header, body }: ActDraft,
  { facts, scope }: { readonly facts: readonly string[]; readonly scope: ActScope },
): CaseFile => {
  const added = body === null ? [] : [[hash, body] as const];
  const applied = (state: CaseState): CaseState =>
    applyAct(state, hash, {
      ...header,
      facts: [...facts],
      caseId: state.caseId ?? newCase,
      refs: [...state.heads],
    });
  return {
    ...file,
    state: applied(file.state),
    shared: scope === 'own' ? file.shared : applied(file.shared),
    bodies: new Map([...file.bodies, ...added]),
    signed: new Map([...file.signed, ...added]),
  };
};

interface Trial {
  readonly check: ActCheck;
  /** The case for the act that comes next. */
  readonly file: CaseFile;
}

/**
 * Tries one act of a list; one with refused fields is judged by its header and its paper, as far as they can be told.
 */
const tryOne = (
  tx: RecordsDb,
  key: string,
  { file, hash }: { readonly file: CaseFile; readonly hash: string },
  input: ActInput,
): Result<Trial, AppError<CheckError>> => {
  const attachments = attachmentRefsOf(tx, input.caseId, input);
  if (!attachments.ok) return fail('unknownAttachment');
  const draft = draftAct(input, { file, ...holderScope(tx), attachments: attachments.value });
  const { header, body } = draft;
  const paper = { attachments: attachments.value, paper: input.paper };
  const facts = body === null ? factsSoFar(input.type, { ...paper, content: input.content }) : header.facts;
  const violations: Found[] =
    body === null ? [...closedTo(file, header, facts), ...judgePaper(header, paper)] : violationsIn(tx, file, draft);
  const scoped = scopeOfDraft(tx, key, file, draft);
  const tried = withTried(file, hash, draft, { facts: facts ?? [], scope: scoped.scope });
  return ok({ check: toActCheck(tx, file, draft, { violations, scoped }), file: tried });
};

/**
 * Tries a list of acts as `recordActs` would record it, each as if those before it were recorded. `key`: key of this
 * vault, hexadecimal.
 */
export const tryActs = (
  tx: RecordsDb,
  key: string,
  acts: readonly ListedAct[],
): Result<ActCheck[], AppError<CheckError>> => {
  const caseId = acts[0]?.caseId ?? null;
  if (caseId !== null && findCase(tx, caseId) === undefined) return fail('unknownCase');
  if (acts.some((act) => act.caseId !== caseId && act.caseId !== null)) return fail('unknownCase');
  const known = caseId === null ? emptyCaseFile() : loadCase(tx, caseId);
  const checks: ActCheck[] = [];
  let file = known;
  for (const [index, { aboutIndex, ...input }] of acts.entries()) {
    const isKnown = aboutIndex === null ? input.about === null || known.byHash.has(input.about) : aboutIndex < index;
    if (!isKnown) return fail('unknownAct');
    const about = aboutIndex === null ? input.about : standIn(aboutIndex);
    const tried = tryOne(tx, key, { file, hash: standIn(index) }, { ...input, caseId, about });
    if (!tried.ok) return tried;
    checks.push(tried.value.check);
    file = tried.value.file;
  }
  return ok(checks);
};
