import { type ActType, actTypes } from '@shared/domain/case/act-type.ts';
import { type DocumentKind, documentKindOfAct } from '@shared/domain/documents/kind.ts';
import { paperDayOf } from '@shared/domain/documents/numbering.ts';
import { toHex } from '@shared/kernel/bytes.ts';
import { toLocalDay } from '@shared/kernel/date.ts';
import { and, asc, gt, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { RecordsDb, RecordsReader } from '../db/handles.ts';
import { acts } from '../db/records-schema.ts';
import { createPerVault } from '../workspace/per-vault.ts';

/** A number on the paper of an act, as far as words tell whose it is. */
export interface ActNumber {
  readonly hash: string;
  readonly caseId: string;
  readonly type: ActType;
  readonly paper: DocumentKind;
  readonly number: string;
  /** Day of the paper. */
  readonly date: string;
  readonly institution: string;
  readonly unit: string;
  readonly position: string;
  readonly authorOffice: string;
  /** NIP, or the name where there is none. */
  readonly author: string;
  /** Empty where the act names no mark. */
  readonly classification: string;
}

type Json = Readonly<Record<string, unknown>>;

const part = (json: object, name: string): Json => {
  const found: unknown = Reflect.get(json, name);
  return typeof found === 'object' && found !== null ? (found as Json) : {};
};
const line = (json: object, name: string): string => {
  const found: unknown = Reflect.get(json, name);
  return typeof found === 'string' ? found : '';
};

const dayOfMoment = (at: string): string => (at === '' ? '' : toLocalDay(at));

/** Words of an act from which its number is read. */
export interface NumberWords {
  readonly hash: string;
  readonly caseId: string;
  readonly type: ActType;
  readonly header: object;
  readonly body: object;
}

/** The number of an act; null where it bears none. `content`: what it says after its latest correction. */
export const actNumberOf = (
  { hash, caseId, type, header, body }: NumberWords,
  content: Json = part(body, 'content'),
): ActNumber | null => {
  const paper = documentKindOfAct(type);
  const number = line(content, 'number').trim();
  if (paper === null || number === '') return null;
  const author = part(body, 'author');
  const signedOn = line(header, 'statedOn') || dayOfMoment(line(header, 'statedAt'));
  return {
    hash,
    caseId,
    type,
    paper,
    number,
    date: paperDayOf(type, content, signedOn),
    institution: line(body, 'institution'),
    unit: line(author, 'unit'),
    position: line(author, 'position'),
    authorOffice: line(body, 'authorOffice'),
    author: line(author, 'nip') || line(author, 'name'),
    classification: line(content, 'classification'),
  };
};

const numbered: readonly ActType[] = [...actTypes.filter((type) => documentKindOfAct(type) !== null), 'actCorrected'];

const readJson = (bytes: Uint8Array): Json => {
  try {
    const json: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return typeof json === 'object' && json !== null ? (json as Json) : {};
  } catch {
    return {};
  }
};

const contentParts = ['number', 'date', 'letterDate', 'classification'] as const;
const pick = (json: object, names: readonly string[]): Json =>
  Object.fromEntries(names.map((name) => [name, line(json, name)]));

/** Of a body what its number is read from, and nothing else that it says. */
const leanBody = (body: Json): Json => {
  const content = part(body, 'content');
  return {
    ...pick(body, ['institution', 'authorOffice']),
    author: pick(part(body, 'author'), ['name', 'nip', 'unit', 'position']),
    content: { ...pick(content, contentParts), content: pick(part(content, 'content'), contentParts) },
  };
};
const leanHeader = (header: Json): Json => pick(header, ['statedOn', 'statedAt', 'about']);

const wordsAfter = (tx: RecordsReader, seq: number): NumberWords[] =>
  tx
    .select({ hash: acts.hash, caseId: acts.caseId, type: acts.type, header: acts.header, body: acts.body })
    .from(acts)
    .where(
      and(inArray(acts.type, [...numbered]), gt(acts.receivedSeq, seq), isNotNull(acts.body), isNull(acts.setAsideAt)),
    )
    .orderBy(asc(acts.receivedSeq))
    .all()
    .map(({ hash, caseId, type, header, body }) => ({
      hash: toHex(hash),
      caseId,
      type: type as ActType,
      header: leanHeader(readJson(header)),
      body: leanBody(body === null ? {} : readJson(body)),
    }));

/** The numbers of acts, each after its latest correction. */
const numbersIn = (words: readonly NumberWords[]): ActNumber[] => {
  const corrected = new Map(
    words
      .filter(({ type }) => type === 'actCorrected')
      .map(({ header, body }) => [line(header, 'about'), part(part(body, 'content'), 'content')] as const),
  );
  return words.flatMap((act) => actNumberOf(act, corrected.get(act.hash) ?? part(act.body, 'content')) ?? []);
};

/** The numbers that papers of all files bear, as they stand in this database. */
export const numbersBorne = (tx: RecordsReader): ActNumber[] => numbersIn(wordsAfter(tx, 0));

interface Kept {
  readonly words: readonly NumberWords[];
  readonly numbers: readonly ActNumber[];
  readonly rows: number;
  readonly sum: number;
  readonly last: number;
}

const keptOf = createPerVault(() => ({ value: undefined as Kept | undefined }));

/** Which acts are there, without reading them: equal sums are the same acts with their bodies. */
const standOf = (tx: RecordsReader): Pick<Kept, 'rows' | 'sum' | 'last'> =>
  tx
    .select({
      rows: sql<number>`count(*)`,
      sum: sql<number>`coalesce(sum(${acts.receivedSeq}), 0)`,
      last: sql<number>`coalesce(max(${acts.receivedSeq}), 0)`,
    })
    .from(acts)
    .where(and(inArray(acts.type, [...numbered]), isNotNull(acts.body), isNull(acts.setAsideAt)))
    .get() ?? { rows: 0, sum: 0, last: 0 };

/**
 * The same, kept in memory while a vault is open: what came since is read and added; all is read anew where an act
 * went, was set aside or got its body.
 */
export const knownNumbers = (records: RecordsDb): readonly ActNumber[] => {
  const kept = keptOf({ records });
  const stand = standOf(records);
  const { value } = kept;
  if (value !== undefined && value.rows === stand.rows && value.sum === stand.sum && value.last === stand.last)
    return value.numbers;
  const added = value === undefined ? [] : wordsAfter(records, value.last);
  const isAddedTo = value !== undefined && value.rows + added.length === stand.rows && stand.last > value.last;
  const words = isAddedTo ? [...value.words, ...added] : wordsAfter(records, 0);
  kept.value = { words, numbers: numbersIn(words), ...stand };
  return kept.value.numbers;
};
