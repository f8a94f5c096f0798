import type { Obstacle } from '@shared/contract/case.ts';
import { currentContent } from '@shared/domain/case/contents.ts';
import { block, type Violation } from '@shared/domain/case/judge-header.ts';
import { otherThanDay } from '@shared/domain/documents/document-number.ts';
import { numberKindOf, numberRuleOf } from '@shared/domain/documents/numbering.ts';
import type { RecordsDb } from '../db/handles.ts';
import { type ActNumber, actNumberOf, knownNumbers } from '../papers/borne-numbers.ts';
import { asBorne, doubleOf } from '../papers/number-series.ts';
import { getSettings } from '../settings/settings.ts';
import type { CaseFile } from './case-file.ts';
import { listedNameOf } from './case-name.ts';
import type { ActDraft } from './draft-act.ts';
import { loadCase } from './load-case.ts';

/** What stands against an act, with the paper that already bears its number. */
export interface Found extends Violation {
  readonly stands?: Obstacle['stands'];
}

const warning = (code: string, stands?: Obstacle['stands']): Found => ({
  code,
  rule: 'numbers',
  severity: 'warning',
  satisfiedBy: null,
  ...(stands !== undefined && { stands }),
});

type Content = Readonly<Record<string, unknown>>;

/** A number that is about to be recorded, and whether its reason was written down. */
interface Drafted {
  readonly number: ActNumber;
  readonly isSignedHere: boolean;
  readonly hasReason: boolean;
}

const text = (content: Content, name: string): string => {
  const found = content[name];
  return typeof found === 'string' ? found.trim() : '';
};

const none = '';

/** The number of a draft; of a correction that of the corrected act, where it changes it. Null where there is none. */
const draftedIn = (file: CaseFile, { header, body }: ActDraft): Drafted | null => {
  if (body === null) return null;
  const caseId = file.state.caseId ?? none;
  if (header.type !== 'actCorrected') {
    const { date } = body.content;
    const words = { hash: none, caseId, type: header.type, header: { ...header, statedOn: date }, body };
    const number = actNumberOf(words);
    const hasReason = text(body.content, 'numberReason') !== '';
    return number && { number, isSignedHere: header.origin === 'vault', hasReason };
  }
  const target = file.byHash.get(header.about ?? '');
  const content = body.content.content as Content | undefined;
  if (target?.body == null || content === undefined) return null;
  const words = { hash: target.hash, caseId, type: target.header.type, header: target.header, body: target.body };
  const [before, number] = [
    actNumberOf(words, currentContent(file.state, file.bodies, target.hash) ?? {}),
    actNumberOf(words, content),
  ];
  if (number === null || (before?.number === number.number && before.date === number.date)) return null;
  const isSignedHere = header.origin === 'vault' && target.header.origin === 'vault';
  return { number, isSignedHere, hasReason: text(content, 'numberReason') !== '' };
};

/** Numbers of acts of the file that are not stored yet: of a list that is tried or signed together. */
const together = ({ state, bodies }: CaseFile, stored: ReadonlySet<string>): ActNumber[] =>
  state.acts.flatMap((act) => {
    const body = stored.has(act.hash) ? undefined : bodies.get(act.hash);
    if (body === undefined) return [];
    const header = { origin: act.origin, statedOn: body.content.date };
    return actNumberOf({ hash: act.hash, caseId: state.caseId ?? none, type: act.type, header, body }) ?? [];
  });

/** Where a number already stands; nobody is named whom lists do not name. */
const standsOf = (tx: RecordsDb, { hash, caseId, type, number, date }: ActNumber): Obstacle['stands'] => ({
  hash,
  caseId,
  type,
  number,
  date,
  employeeName: caseId === none ? none : listedNameOf(tx, caseId, loadCase(tx, caseId)),
});

const doubled = (tx: RecordsDb, file: CaseFile, { number, isSignedHere, hasReason }: Drafted): Found[] => {
  const known = knownNumbers(tx);
  const added = together(file, new Set(known.map(({ hash }) => hash)));
  const found = doubleOf(tx, number, [...known, ...added], asBorne(tx));
  if (found === undefined) return [];
  const isOfList = number.paper === 'registrationNote';
  const stands = standsOf(tx, found);
  return isSignedHere && !hasReason
    ? [{ ...block(isOfList ? 'listNumberTaken' : 'numberTaken', 'numbers'), stands }]
    : [warning(isOfList ? 'listNumberAlsoThere' : 'numberAlsoThere', stands)];
};

const ofOtherDay = (tx: RecordsDb, { number: { paper, number, date } }: Drafted): Found[] => {
  const { numbering } = getSettings(tx);
  const { template } = numberRuleOf(numbering, numberKindOf(paper));
  const found = otherThanDay({ ...numbering, template }, number, date);
  return found === null ? [] : [warning(found === 'year' ? 'numberOfOtherYear' : 'numberOfOtherMonth')];
};

/**
 * What stands against the number of an act (law: numbers). A double is refused where it is signed here without a
 * reason, and said on what is entered from paper; a month or year that is not that of the paper is said.
 */
export const numberProblems = (tx: RecordsDb, file: CaseFile, draft: ActDraft): Found[] => {
  const drafted = draftedIn(file, draft);
  return drafted === null ? [] : [...doubled(tx, file, drafted), ...ofOtherDay(tx, drafted)];
};

/** For each act of a file the other paper that bears its number too: said beside it, wherever it came from. */
export const doublesIn = (tx: RecordsDb, caseId: string): ReadonlyMap<string, NonNullable<Obstacle['stands']>> => {
  const known = knownNumbers(tx);
  const toBorne = asBorne(tx);
  return new Map(
    known
      .filter((number) => number.caseId === caseId)
      .flatMap((number) => {
        const other = doubleOf(tx, number, known, toBorne);
        const stands = other && standsOf(tx, other);
        return stands === undefined ? [] : [[number.hash, stands] as const];
      }),
  );
};
