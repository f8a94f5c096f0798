/**
 * What a person may do about what is held or set aside. `tell`: to say who is meant by a like name. `noted`: it was
 * looked at, and nothing follows. `keep`: a file stays, though somebody asks that it be erased.
 */
export const choices = ['tell', 'take', 'refuse', 'ask', 'noted', 'keep'] as const;
export type Choice = (typeof choices)[number];

/**
 * How far the word of a person goes. `whole`: the reason itself is for a person to judge. `acts`: never that reason,
 * but single acts that stand by themselves. `again`: only once the reason is gone. `never`: nothing of it.
 */
export const takings = ['whole', 'acts', 'again', 'never'] as const;
export type Taking = (typeof takings)[number];

interface HeldRow {
  /** True when the package is kept in the vault and listed; else it is told at once and the file stays where it is. */
  readonly kept: boolean;
  readonly taking: Taking;
}

const told = { kept: false, taking: 'never' } as const satisfies HeldRow;
const row = <const T extends Taking>(taking: T) => ({ kept: true, taking }) as const satisfies HeldRow;

/** Why a package is held, and what a person may do about it (ARCHITECTURE.md, "Between vaults"). */
export const heldKinds = {
  packageUnreadable: told,
  packageNotForMe: told,
  packageForOther: told,
  packageDamaged: told,
  packageTooLarge: told,
  packageTampered: row('never'),
  partsIncomplete: told,
  newerFormat: told,
  noDirectory: row('again'),
  directoryFork: row('again'),
  signerUnknown: row('again'),
  signerRevoked: row('acts'),
  packageDuplicate: told,
  // What was erased here is not taken in again; who sent it may be told.
  fileErased: told,
  // A copy that its employee erased comes back by that person's word alone, as it is looked at: it is in no list.
  copyErased: told,
  // Who never had anything of a file asks nothing of it here, and answers nothing that was not asked.
  erasureNotTheirs: told,
  packageFork: row('acts'),
  actNotCertified: row('acts'),
  actOtherOpening: row('whole'),
  actFromFuture: row('whole'),
  actKeyCompromised: row('whole'),
  actListUndecided: row('whole'),
  actKeyRevoked: row('whole'),
  actOtherNumber: row('whole'),
  actDecidesForOthers: row('whole'),
  actForked: row('whole'),
  actLineUnclear: row('whole'),
  actUndoes: row('whole'),
  actRoleEnded: row('whole'),
  actBeforeKey: row('whole'),
  actBeforeNamed: row('whole'),
  actBeforeNamedKey: row('whole'),
  actRefused: row('acts'),
  actNotForMe: row('acts'),
  // Figures of a programme are for the office alone.
  figuresNotForMe: told,
  attachmentMissing: row('acts'),
  // An act stands without its paper: what is read is what was signed.
  documentInvalid: row('acts'),
  // The record comes in without it once it is sealed so.
  originalInvalid: row('never'),
  echoInvented: row('whole'),
  personsAlike: row('again'),
} as const satisfies Readonly<Record<string, HeldRow>>;
export type HeldCode = keyof typeof heldKinds;

/** All reasons, in the order of the table. */
export const heldCodes = Object.keys(heldKinds) as [HeldCode, ...HeldCode[]];

interface SetAsideRow {
  readonly choices: readonly Choice[];
  /** True when it asks the holder for something; else it is there to be known. */
  readonly waits: boolean;
}

/** What lies in a case of this vault and does not count as it stands, or waits for somebody. */
export const setAsideKinds = {
  /** Paper in the holder's name that somebody entered: "is this your statement?" */
  asksMe: { choices: [], waits: true },
  /** Paper in another's name that has no effect for others until that person answers. */
  waitsForAuthor: { choices: ['ask', 'noted'], waits: true },
  /** Somebody said of paper that it is not their statement; a person of the unit settles it. */
  denied: { choices: ['ask', 'noted'], waits: true },
  /** An own record that an act of others has taken the place of. */
  superseded: { choices: ['noted'], waits: true },
  /** An act that the fold refuses. */
  withoutEffect: { choices: ['ask', 'noted'], waits: true },
  /** An act of version 0.3 that would be refused if it came today. It keeps its effect. */
  notTakenToday: { choices: ['ask', 'noted'], waits: false },
  /** Paper of version 0.3 that the holder entered for others: it keeps its effect here and leaves no more. */
  keptForOneself: { choices: ['noted'], waits: false },
} as const satisfies Readonly<Record<string, SetAsideRow>>;
export type SetAsideKind = keyof typeof setAsideKinds;

/**
 * The list of what a key that others may have signed before, by its holder's word: a person lets all of it count or
 * none, once.
 */
export const listKind = 'keyList';

/** A file that was set aside whole, so that another one counts under its id: it can be let count again. */
export const asideKind = 'fileSetAside';

/** Who erased a file asks that it be erased here too. Nothing is: it is proposed as any other file, or kept. */
export const requestKind = 'erasureAsked';

/** What stands in the list beside packages that are held, and what was set aside in a case. */
export const otherKinds = [listKind, asideKind, requestKind] as const;

export type ReviewKind = HeldCode | SetAsideKind | (typeof otherKinds)[number];

/** All kinds of the list "Perlu diperiksa". */
export const reviewKinds = [...heldCodes, ...otherKinds, ...Object.keys(setAsideKinds)] as [
  ReviewKind,
  ...ReviewKind[],
];

/** True for what lies in a case, and for no held package. */
export const isSetAside = (kind: ReviewKind): kind is SetAsideKind => Object.hasOwn(setAsideKinds, kind);

/** True for the reason of a held package. */
export const isHeld = (kind: string): kind is HeldCode => Object.hasOwn(heldKinds, kind);

/** How far the word of a person goes for a kind. */
export const takingOf = (kind: ReviewKind): Taking => {
  if (kind === listKind || kind === asideKind) return 'whole';
  return isHeld(kind) ? heldKinds[kind].taking : 'never';
};

/** What a person may do about a kind; `asks`: something of it hangs on who is meant by a like name. */
export const choicesOf = (kind: ReviewKind, asks = false): readonly Choice[] => {
  if (kind === listKind) return ['take', 'refuse'];
  if (kind === asideKind) return ['take'];
  if (kind === requestKind) return ['keep'];
  if (!isHeld(kind)) return setAsideKinds[kind].choices;
  const { kept, taking } = heldKinds[kind];
  if (!kept) return [];
  if (taking === 'never') return ['refuse', 'ask'];
  if (!asks) return ['take', 'refuse', 'ask'];
  // Before that is told nothing of it comes in.
  return kind === 'personsAlike' ? ['tell', 'refuse', 'ask'] : ['tell', 'take', 'refuse', 'ask'];
};
