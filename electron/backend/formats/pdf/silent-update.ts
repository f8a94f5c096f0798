import type { PdfRevision } from './pdf-revision.ts';
import type { PdfUpdate } from './pdf-update.ts';
import {
  canonicalOf,
  isArray,
  isDictionary,
  isReference,
  nameOf,
  type PdfDictionary,
  type PdfReference,
  type PdfValue,
} from './pdf-values.ts';

/** Keys that may differ, of each thing that a signature without appearance touches; all else must be as before. */
const mayDiffer = {
  catalog: ['AcroForm', 'DSS', 'Extensions'],
  form: ['Type', 'Fields', 'SigFlags'],
  page: ['Annots'],
  field: ['V'],
  info: ['ModDate', 'Producer'],
} as const satisfies Record<string, readonly string[]>;

/** Keys of a signature field that shows nothing: above all no appearance, no action, no children. */
const fieldKeys = ['Type', 'Subtype', 'FT', 'Rect', 'V', 'T', 'F', 'Ff', 'P', 'Lock'];
const maxPages = 100_000;

const empty: PdfDictionary = new Map();
const dictionary = (value: PdfValue): PdfDictionary => (isDictionary(value) ? value : empty);
const list = (value: PdfValue): readonly PdfValue[] => (isArray(value) ? value : []);

/** Both are dictionaries, or both are nothing, and are alike but for these keys. */
const alikeBut = (before: PdfValue, after: PdfValue, keys: readonly string[]): boolean => {
  const rest = (value: PdfValue): string =>
    isDictionary(value) ? canonicalOf(new Map([...value].filter(([key]) => !keys.includes(key)))) : canonicalOf(value);
  return rest(before) === rest(after);
};

/** No area: nothing can be painted in it. */
const isEmptyArea = (value: PdfValue): boolean => {
  const [left, bottom, right, top] = list(value);
  return list(value).length === 4 && left === right && bottom === top;
};

/** Offset and length of the two parts that a signature covers. */
export type ByteRange = readonly [number, number, number, number];

/** What must be known of the whole file. */
export interface KnownOfFile {
  /** `holes` of the revision that was signed first. */
  readonly holes: ReadonlySet<number>;
  /** The signatures that were found. */
  readonly ranges: readonly ByteRange[];
}

/**
 * What an update brings: what may change what is shown; signatures without appearance or fields for them; or no more
 * than timestamps and the data to check signatures.
 */
export type Brought = 'shown' | 'signatures' | 'data';

/** One look at an update: what it wrote, and what of that is accounted for. */
class Look {
  readonly before: PdfRevision;
  readonly after: PdfRevision;
  readonly open: Set<number>;
  /** Whether it has a field that is none of a timestamp. */
  hasSigned = false;
  readonly #ranges: ReadonlySet<string>;

  constructor(before: PdfRevision, { revision, written }: PdfUpdate, ranges: readonly ByteRange[]) {
    this.before = before;
    this.after = revision;
    this.open = new Set(written);
    this.#ranges = new Set(ranges.map(canonicalOf));
  }

  isNew({ number }: PdfReference): boolean {
    return !this.before.places.has(number);
  }

  /**
   * The value after the update. The object that holds it is accounted for when it is new or stood in this place before:
   * else an object of the page could be written anew as something harmless.
   */
  account(value: PdfValue | undefined, before: PdfValue | undefined = null): PdfValue {
    const same = isReference(before) && isReference(value) && before.number === value.number;
    if (isReference(value) && (same || this.isNew(value))) this.open.delete(value.number);
    return this.after.resolve(value);
  }

  /** A signature field that shows nothing, and its signature; one without waits for it. */
  isSilentField(value: PdfValue): boolean {
    const field = dictionary(this.after.resolve(value));
    const signature = field.get('V');
    const silent =
      isReference(value) &&
      nameOf(field.get('FT')) === 'Sig' &&
      [...field.keys()].every((key) => fieldKeys.includes(key)) &&
      isEmptyArea(field.get('Rect') ?? null);
    if (!silent || (isReference(signature) && !this.isNew(signature))) return false;
    this.account(value, value);
    const signed = field.has('V') ? dictionary(this.account(signature)) : null;
    this.hasSigned ||= nameOf(signed?.get('SubFilter')) !== 'ETSI.RFC3161';
    return signed === null || this.#ranges.has(canonicalOf(signed.get('ByteRange') ?? null));
  }

  /** The same entries in the same order; what was added are new signature fields that show nothing. */
  isSilentList(before: PdfValue, after: PdfValue): boolean {
    const [old, now] = [list(before), list(after)];
    const kept = old.every((entry, i) => canonicalOf(entry) === canonicalOf(now[i] ?? null));
    return kept && now.slice(old.length).every((e) => isReference(e) && this.isNew(e) && this.isSilentField(e));
  }

  /** Fields that waited for a signature and have it now. */
  filledFields(before: PdfValue): boolean {
    return list(before)
      .filter((field): field is PdfReference => isReference(field) && this.open.has(field.number))
      .every((field) => {
        const [old, now] = [this.before.get(field.number), this.after.get(field.number)];
        return !dictionary(old).has('V') && alikeBut(old, now, mayDiffer.field) && this.isSilentField(field);
      });
  }

  isSilentForm(before: PdfValue, after: PdfValue): boolean {
    const [old, now] = [this.before.resolve(before), this.account(after, before)];
    const fields = [dictionary(old).get('Fields') ?? null, dictionary(now).get('Fields') ?? null] as const;
    const [oldFields, nowFields] = [this.before.resolve(fields[0]), this.account(fields[1], fields[0])];
    return (
      alikeBut(old ?? empty, now ?? empty, mayDiffer.form) &&
      this.isSilentList(oldFields, nowFields) &&
      this.filledFields(oldFields)
    );
  }

  /** Every page as it was, but for fields that show nothing. */
  arePagesSilent(node: PdfValue, seen: Set<number>): boolean {
    if (!isReference(node) || seen.has(node.number) || seen.size > maxPages) return false;
    seen.add(node.number);
    const old = dictionary(this.before.get(node.number));
    if (old.has('Kids'))
      return list(this.before.resolve(old.get('Kids'))).every((kid) => this.arePagesSilent(kid, seen));
    const now = dictionary(this.account(node, node));
    const [listed, listedNow] = [old.get('Annots'), now.get('Annots')];
    return (
      alikeBut(old, now, mayDiffer.page) &&
      this.isSilentList(this.before.resolve(listed), this.account(listedNow, listed))
    );
  }

  /**
   * Data for checking signatures later: all new objects that hang on the store. Of those before it may write anew what
   * hung on the store then, on nothing else, and was no stream: who prepares a file for somebody's signature could hang
   * on the store what the page shows.
   */
  accountStore(old: PdfDictionary, now: PdfDictionary): void {
    for (const number of this.after.reached(now.get('DSS')))
      if (!this.before.places.has(number)) this.open.delete(number);
    const again = [...this.after.reached(now.get('DSS'))].filter((number) => this.open.has(number));
    if (again.length === 0) return;
    const stored = this.before.reached(old.get('DSS'));
    const elsewhere = this.before.reached([
      new Map([...this.before.trailer].filter(([key]) => key !== 'Root')),
      new Map([...old].filter(([key]) => key !== 'DSS')),
    ]);
    for (const number of again)
      if (stored.has(number) && !elsewhere.has(number) && !this.before.isStream(number)) this.open.delete(number);
  }
}

/** New objects have numbers that nothing in the signed revision could mean: `holes` are those it names and lacks. */
const fillsNoHole = (before: PdfRevision, { fresh }: PdfUpdate, holes: ReadonlySet<number>): boolean => {
  const size = before.trailer.get('Size');
  return typeof size === 'number' && [...fresh].every((number) => number >= size && !holes.has(number));
};

/**
 * What an update brings. Each object that it writes must be accounted for by signatures without appearance, fields for
 * them, or the data to check them; what is not is taken for a change of what the paper shows.
 */
export const broughtBy = (before: PdfRevision, update: PdfUpdate, { holes, ranges }: KnownOfFile): Brought => {
  const look = new Look(before, update, ranges);
  const { trailer } = before;
  const root = trailer.get('Root');
  if (!isReference(root) || !fillsNoHole(before, update, holes)) return 'shown';
  const [old, now] = [dictionary(before.get(root.number)), dictionary(look.account(root, root))];
  const info = trailer.get('Info') ?? null;
  look.accountStore(old, now);
  const isSilent =
    alikeBut(old, now, mayDiffer.catalog) &&
    look.isSilentForm(old.get('AcroForm') ?? null, now.get('AcroForm') ?? null) &&
    look.arePagesSilent(old.get('Pages') ?? null, new Set()) &&
    alikeBut(before.resolve(info), look.account(info, info), mayDiffer.info) &&
    look.open.size === 0;
  if (!isSilent) return 'shown';
  return look.hasSigned ? 'signatures' : 'data';
};
