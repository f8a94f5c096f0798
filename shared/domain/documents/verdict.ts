/**
 * What the content of a PDF is worth, seen from its first signature: not signed, whole, whole with later additions that
 * show nothing new, with additions that may change what it shows, or damaged (a signature, its certificate or what the
 * paper carries does not hold).
 */
export const contentStates = ['unsigned', 'whole', 'extended', 'changed', 'damaged'] as const;
export type ContentState = (typeof contentStates)[number];

/**
 * Whose the signatures are: all by keys that a directory or card binds to a person, where the paper names its parties
 * the first by one of them (`bound`); so the first, a later one by a certificate that nobody vouches for (`partly`);
 * nobody vouches for one of them (`unknown`); the first is not by whom the paper names (`other`).
 */
export const signerStates = ['bound', 'partly', 'unknown', 'other'] as const;
export type SignerState = (typeof signerStates)[number];

/** Who made a PDF: Bilik, which puts the act or record inside that it shows, or another program. */
export const paperMakers = ['bilik', 'outside'] as const;
export type PaperMaker = (typeof paperMakers)[number];

/** The two parts of a verdict and what they depend on. */
export interface CheckedParts {
  /** Null: no PDF, or too large to be read. */
  readonly content: ContentState | null;
  /** Null: there is no signature. */
  readonly signer: SignerState | null;
  readonly maker: PaperMaker;
  /** A copy for the employee that carries nothing to prove its words by; absent: it is none. */
  readonly unproven?: boolean;
}

/** How a verdict is shown: to rely on, to read, to look at with care, to distrust. */
export type VerdictSeverity = 'good' | 'plain' | 'caution' | 'bad';

/** The verdict in one word for other programs (`bilik verify --json`). */
export const verdictWords = [
  'valid',
  'signerUnknown',
  'signerOther',
  'addedTo',
  'unproven',
  'invalid',
  'unsigned',
  'unreadable',
] as const;
export type VerdictWord = (typeof verdictWords)[number];

/** What each verdict is called (texts under `documents.verdict`), and how grave it is. */
export const verdicts = {
  genuine: { severity: 'good', word: 'valid' },
  signerUnknown: { severity: 'caution', word: 'signerUnknown' },
  // Whoever has the file can add a certificate in any name: what it says is its own.
  signedByCertificate: { severity: 'caution', word: 'signerUnknown' },
  signerOther: { severity: 'bad', word: 'signerOther' },
  // Its words are those of who released it, whoever signed what was copied.
  copyUnproven: { severity: 'caution', word: 'unproven' },
  shownChanged: { severity: 'bad', word: 'invalid' },
  damaged: { severity: 'bad', word: 'invalid' },
  // A PDF signed outside counts as paper from its keeper: several signatures with an appearance are usual there.
  signedOutside: { severity: 'plain', word: 'signerUnknown' },
  addedOutside: { severity: 'caution', word: 'addedTo' },
  damagedOutside: { severity: 'caution', word: 'invalid' },
  unsigned: { severity: 'plain', word: 'unsigned' },
  unreadable: { severity: 'caution', word: 'unreadable' },
} as const satisfies Record<string, { readonly severity: VerdictSeverity; readonly word: VerdictWord }>;
export type VerdictName = keyof typeof verdicts;
export const verdictNames = Object.keys(verdicts) as readonly VerdictName[];

type Names = Readonly<Record<SignerState, VerdictName>>;

const always = (name: VerdictName): Names => ({ bound: name, partly: name, unknown: name, other: name });
const whole: Readonly<Record<PaperMaker, Names>> = {
  bilik: { bound: 'genuine', partly: 'signedByCertificate', unknown: 'signerUnknown', other: 'signerOther' },
  outside: { bound: 'genuine', partly: 'signedOutside', unknown: 'signedOutside', other: 'signedOutside' },
};

/** The one table of verdicts, for the screen, `documents.check` and the command. */
const table: Readonly<Record<ContentState, Readonly<Record<PaperMaker, Names>>>> = {
  unsigned: { bilik: always('unsigned'), outside: always('unsigned') },
  whole,
  extended: whole,
  changed: { bilik: always('shownChanged'), outside: always('addedOutside') },
  damaged: { bilik: always('damaged'), outside: always('damagedOutside') },
};

/** What the two parts of a check come to. */
export const verdictOf = ({ content, signer, maker, unproven = false }: CheckedParts): VerdictName => {
  if (content === null) return 'unreadable';
  const verdict = table[content][maker][signer ?? 'unknown'];
  const isWhole = verdict === 'genuine' || verdict === 'signerUnknown' || verdict === 'signedByCertificate';
  return unproven && isWhole ? 'copyUnproven' : verdict;
};
