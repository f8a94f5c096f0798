import type { z } from 'zod';
import { type AppError, fail, ok, type Result } from '../../kernel/result.ts';
import type { NamedPerson, Role } from '../identity/person.ts';
import { actTable, rowOf } from './act-table.ts';
import type { ActType } from './act-type.ts';
import { isOwnAnswer } from './acts/answers.ts';
import type { ActBody, ContentOf } from './body.ts';
import { type Bodies, contentsBefore, currentContent, latestContent, peopleOf } from './contents.ts';
import { keepsPersons } from './corrected-persons.ts';
import { type ActDefinition, type HeaderDraft, isOfV1 } from './definition.ts';
import { identityProblem } from './identities.ts';
import { block, closedGates, judgeHeader, type Violation } from './judge-header.ts';
import { actOf, type CaseState, type Level } from './state.ts';

export interface ActToCheck {
  /** The case before this act; `emptyCase` for a new file. */
  readonly state: CaseState;
  readonly header: HeaderDraft;
  /** Null for who holds the header alone. */
  readonly body: ActBody | null;
  /** Other bodies of the case that this vault holds. */
  readonly bodies: Bodies;
  /**
   * Roles of the holder who signs or enters it now; null on import, where the holder's authority is not in question.
   */
  readonly holderRoles: readonly Role[] | null;
  /** How far the holder sees; 2 when absent. */
  readonly sees?: Level;
  /** Bodies as they were signed, where corrections of identity are read in `bodies`; `bodies` when absent. */
  readonly signed?: Bodies;
  /** Whether the directory has the same entry for two identities, or none for both; true when absent. */
  readonly sameKey?: (before: NamedPerson, after: NamedPerson) => boolean;
}

/** Reads a content with the schema of its type; null when it does not obey it. */
const readTyped = <T extends ActType>(type: T, content: unknown): ContentOf<T> | null => {
  const parsed = actTable[type].content.safeParse(content);
  return parsed.success ? (parsed.data as ContentOf<T>) : null;
};

/** What a content says that only headers of v1 told. */
const keptFacts = <T extends ActType>({ toldByV1 }: ActDefinition<T>, content: ContentOf<T>): string[] =>
  Object.entries(toldByV1).map(([name, facts]) => facts[String(Reflect.get(content, name))] ?? '');

const sortedFacts = <T extends ActType>(
  type: T,
  content: ContentOf<T>,
  body: Pick<ActBody, 'attachments' | 'paper'>,
  format?: HeaderDraft['format'],
) => {
  const row: ActDefinition<T> = actTable[type];
  const facts = row.facts(content, body);
  const told = isOfV1({ format })
    ? [...facts.filter((fact) => !row.sinceV2.includes(fact)), ...keptFacts(row, content)]
    : facts;
  return [...new Set(told)].sort();
};

/** The facts that a body tells, sorted, as its header must carry them: one made now, or one of the format given. */
export const factsOf = (
  type: ActType,
  body: Pick<ActBody, 'content' | 'attachments' | 'paper'>,
  format?: HeaderDraft['format'],
): Result<readonly string[], AppError<'contentInvalid'>> => {
  const content = readTyped(type, body.content);
  return content === null ? fail('contentInvalid') : ok(sortedFacts(type, content, body, format));
};

/**
 * The same as far as a content is filled in: null while a field that the facts come from is refused. Tells what the
 * acts after an unfinished one may build on.
 */
export const factsSoFar = (
  type: ActType,
  body: Pick<ActBody, 'content' | 'attachments' | 'paper'>,
): readonly string[] | null => {
  const { content, factFields } = actTable[type] as unknown as Pick<ActDefinition<ActType>, 'factFields'> & {
    readonly content: z.ZodObject;
  };
  const fields = factFields.map((name) => [name, content.shape[name]?.safeParse(body.content[name])] as const);
  if (!fields.every(([, read]) => read?.success)) return null;
  return sortedFacts(type, Object.fromEntries(fields.map(([name, read]) => [name, read?.data])) as never, body);
};

const warning = (code: string, rule: Violation['rule']): Violation => ({
  code,
  rule,
  satisfiedBy: null,
  severity: 'warning',
});

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((entry, index) => entry === b[index]);

/**
 * What of a paper is missing or looks odd: the scan attached where the table asks for it, signed where it should be.
 */
export const judgePaper = (
  header: HeaderDraft,
  { attachments, paper }: Pick<ActBody, 'attachments' | 'paper'>,
): Violation[] => {
  const found: Violation[] = [];
  if ((header.origin === 'paper') !== (paper !== null)) found.push(block('paperMismatch', 'paper'));
  if (header.origin === 'paper' && rowOf(header.type).paperEvidence === 'required') {
    if (attachments.length === 0) found.push(block('scanMissing', 'paper'));
    if (paper?.medium === 'unsigned' && header.type !== 'resultSigned')
      found.push(warning('paperWithoutSignature', 'paper'));
  }
  return found;
};

/**
 * Signed here: the holder has the role. From paper: anyone may enter it, the scan attached where the table asks for it
 * (law: paper).
 */
const judgeAuthority = ({ state, header, holderRoles, body, sees = 2 }: ActToCheck): Violation[] => {
  const row = rowOf(header.type);
  const found: Violation[] = [];
  // What is said in one's name is answered by the person, in whatever role it names: see `isInMyName`.
  const isInRole = holderRoles === null || holderRoles.includes(header.capacity) || isOwnAnswer(header);
  if (header.origin === 'vault' && !isInRole) found.push(block('roleNotHeld', row.rule));
  // What takes no effect from an act for all is held to by who makes it all the same.
  if (holderRoles !== null) found.push(...closedGates(state, header.type, header, sees));
  return body === null ? found : [...found, ...judgePaper(header, body)];
};

const judgeBody = <T extends ActType>(
  type: T,
  content: ContentOf<T>,
  { state, bodies, header, sees = 2 }: ActToCheck,
  body: Pick<ActBody, 'author' | 'attachments' | 'paper'>,
  corrected: string | null = null,
): Violation[] => {
  const row: ActDefinition<T> = actTable[type];
  const { capacity, about } = header;
  const aboutBody = bodies.get(about ?? '');
  const aboutContent = about === null ? undefined : currentContent(state, bodies, about);
  const known = { aboutBody, aboutContent, ...peopleOf(state, bodies) };
  const isNew = !isOfV1(header) && header.type !== 'actCorrected';
  const said = <S extends ActType>(of: S) => contentsBefore(state, bodies, of, corrected);
  const context = { state, body, bodies, content, capacity, about, sees, isNew, format: header.format, said, ...known };
  return row.bodyGates
    .filter((gate) => !gate.holds(context))
    .map(({ code, rule, severity }) => ({ code, rule, severity, satisfiedBy: null }));
};

const dateIn = (content: unknown): string => {
  const date = (content as { date?: unknown } | null)?.date;
  return typeof date === 'string' ? date : '';
};

/** Whether an act is dated before what it builds on: only a warning (law: order). */
const judgeDates = (type: ActType, content: unknown, { state, bodies }: ActToCheck): Violation[] => {
  const date = dateIn(content);
  const earlier = rowOf(type).notBefore.some(
    (basis) => date !== '' && date < dateIn(latestContent(state, bodies, basis)),
  );
  return earlier ? [warning('dateBeforeBasis', 'order')] : [];
};

/**
 * The corrected content obeys the schema and the body gates of its act, tells the same facts and names the same
 * persons.
 */
const judgeCorrection = (input: ActToCheck, body: ActBody): Violation[] => {
  const target = actOf(input.state, input.header.about);
  const original = input.bodies.get(input.header.about ?? '');
  if (target === undefined) return [];
  if (original === undefined) return [block('correctedBodyMissing', 'correction')];
  const content = readTyped(target.type, body.content.content);
  if (content === null) return [block('correctionInvalid', 'correction')];
  const { toldByV1, sinceV2 } = rowOf(target.type);
  const facts = sortedFacts(target.type, content, original).filter((fact) => !sinceV2.includes(fact));
  // What only the body tells stays as it was too.
  const isKept = Object.keys(toldByV1).every((name) => Reflect.get(content, name) === original.content[name]);
  const told = target.facts.filter(
    (fact) => !sinceV2.includes(fact) && !Object.values(toldByV1).some((facts) => Object.values(facts).includes(fact)),
  );
  const current = currentContent(input.state, input.bodies, target.hash);
  const { sameKey = () => true } = input;
  const keeps = keepsPersons({ original: original.content, current, corrected: content }, sameKey);
  return [
    ...(isKept && sameList(facts, told) ? [] : [block('correctionChangesFacts', 'correction')]),
    ...(keeps ? [] : [block('correctionChangesPerson', 'correction', 'identityCorrected')]),
    ...judgeBody(target.type, content, input, original, target.hash),
  ];
};

/** A correction of identity is of a person of the file, and of no other one. */
const judgeIdentity = ({ state, bodies, signed = bodies, sameKey = () => true }: ActToCheck, body: ActBody) => {
  const content = readTyped('identityCorrected', body.content);
  const problem = content && identityProblem(state, signed, content, sameKey);
  return problem === null ? [] : [block(problem, 'identity')];
};

const judgeContent = (input: ActToCheck, body: ActBody): Violation[] => {
  const { type, facts, format } = input.header;
  const content = readTyped(type, body.content);
  if (content === null) return [block('contentInvalid', rowOf(type).rule)];
  return [
    ...(sameList(sortedFacts(type, content, body, format), facts) ? [] : [block('factsMismatch', rowOf(type).rule)]),
    ...judgeBody(type, content, input, body),
    ...judgeDates(type, content, input),
    ...(type === 'actCorrected' ? judgeCorrection(input, body) : []),
    ...(type === 'identityCorrected' ? judgeIdentity(input, body) : []),
  ];
};

const isFirst = (violation: Violation, index: number, all: readonly Violation[]): boolean =>
  all.findIndex(({ code }) => code === violation.code) === index;

/**
 * Judges one act with everything that this vault holds: the single function that authoring, import and the panel use.
 * Empty, or warnings alone: the act may be recorded. Codes have their text in i18n under `errors.<code>`.
 */
export const checkAct = (input: ActToCheck): Violation[] =>
  [
    ...judgeHeader(input.state, input.header, input.sees),
    ...judgeAuthority(input),
    ...(input.body === null ? [] : judgeContent(input, input.body)),
  ].filter(isFirst);

/** True when nothing blocks. */
export const isAllowed = (violations: readonly Violation[]): boolean =>
  violations.every(({ severity }) => severity === 'warning');
