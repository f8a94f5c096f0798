import type { PersonInput, Role } from '../identity/person.ts';
import type { ActType } from './act-type.ts';
import type { ActBody, ContentOf, contentSchemas } from './body.ts';
import type { Bodies } from './contents.ts';
import type { ActHeader, ActScope } from './header.ts';
import type { RuleKey } from './rules.ts';
import type { CaseState, FoldedAct, Level } from './state.ts';

/** An act that is not folded yet: what the gates may look at. */
export interface HeaderDraft extends Pick<ActHeader, 'type' | 'capacity' | 'origin' | 'about'> {
  /** As the header has it; absent in v1 and while that is not asked. */
  readonly scope?: ActScope;
  /** Absent while nothing is signed: as acts are made now. */
  readonly format?: ActHeader['format'];
  readonly facts: readonly string[];
  /** Who signs or enters it; absent while that is not asked. */
  readonly authorKey?: string;
  /** As the header has it; absent in v1 and while that is not asked. */
  readonly namedKey?: string | null;
  readonly enteredAs?: Role | null;
}

/**
 * What a gate judges. Null: not chosen yet (the panel asks what is possible at all), so the gate assumes what
 * suits it best.
 */
export interface Intent {
  readonly capacity: Role | null;
  readonly origin: ActHeader['origin'] | null;
  readonly facts: readonly string[] | null;
  readonly about: string | null;
  readonly format?: ActHeader['format'];
}

/** True for an act of version 0.3, which keeps the effect and the reach that it had. */
export const isOfV1 = ({ format }: { readonly format?: Intent['format'] | undefined }): boolean =>
  format === 'bilik/act/v1';

/** True when the act says this, or may still say it. */
export const maySay = (intent: Intent, fact: string): boolean => intent.facts === null || intent.facts.includes(fact);
/** True when the act certainly says this. */
export const says = (intent: Intent, fact: string): boolean => intent.facts?.includes(fact) ?? false;
/** True when the act comes from paper, or may still. */
export const mayBePaper = (intent: Intent): boolean => intent.origin !== 'vault';

/** True when files of their own are attached, different in content, beside the scan of an act from paper. */
export const hasOwnFiles = ({ attachments, paper }: Pick<ActBody, 'attachments' | 'paper'>): boolean =>
  new Set(attachments.map(({ sha256 }) => sha256)).size > (paper === null ? 0 : 1);

/** Something that must be so before an act has effect, judged by headers alone. */
export interface Gate {
  /** Text in i18n under `errors.<code>`. */
  readonly code: string;
  readonly rule: RuleKey;
  /** The act that would open the gate; null when no act does. */
  readonly satisfiedBy: ActType | null;
  /**
   * Level of the evidence that it looks at; 0 when absent. A holder whose sight is lower holds none of that
   * evidence and so cannot judge: the gate is then passed over.
   */
  readonly evidence?: Level;
  /**
   * Of an act that reaches further than the evidence it holds for who makes it alone, as far as that one sees: some who
   * have the act could not judge it, and effect must be the same for everybody.
   */
  readonly asFarAsEvidence?: true;
  readonly holds: (state: CaseState, intent: Intent) => boolean;
}

/** What a body gate may look at. A body that this vault does not hold is absent, and what needs it is not judged. */
export interface BodyContext<T extends ActType> {
  readonly state: CaseState;
  readonly body: Pick<ActBody, 'author' | 'attachments' | 'paper'>;
  readonly content: ContentOf<T>;
  readonly capacity: Role;
  readonly about: string | null;
  /** Body of the act that it is about; undefined when this vault does not hold it. */
  readonly aboutBody: ActBody | undefined;
  /** What that act says after its corrections. */
  readonly aboutContent: ActBody['content'] | null | undefined;
  /** All bodies of the case that this vault holds. */
  readonly bodies: Bodies;
  /** How far whoever judges sees. */
  readonly sees: Level;
  /** False for an act of version 0.3 and for a correction: what was said before stays as it was. */
  readonly isNew: boolean;
  /** As the header has it; absent while nothing is signed. */
  readonly format?: ActHeader['format'] | undefined;
  /** What the acts of a type before this one say after their corrections, as far as this vault holds them. */
  readonly said: <S extends ActType>(type: S) => readonly ContentOf<S>[];
  /** Whose matter it is, who assesses now, who is assigned: after corrections; undefined when unknown. */
  readonly employee: PersonInput | undefined;
  readonly assessor: PersonInput | undefined;
  readonly counsellor: PersonInput | undefined;
}

/** Something that must be so and that only bodies tell. */
export interface BodyGate<T extends ActType> {
  readonly code: string;
  readonly rule: RuleKey;
  readonly severity: 'block' | 'warning';
  /** It asks for the place of the act in its case: only a holder of all that the act builds on can judge it. */
  readonly ofPlace?: true;
  /**
   * Of its place, but by what nothing later takes away: that the own past of an act has it is certain, however much of
   * that past is not here.
   */
  readonly byWhatStays?: true;
  readonly holds: (context: BodyContext<T>) => boolean;
}

/** Facts that a header of a type may and must carry. */
export interface FactRule {
  /** Of each group exactly one. */
  readonly one?: readonly (readonly string[])[];
  /** Of each group at least one. */
  readonly some?: readonly (readonly string[])[];
  readonly optional?: readonly string[];
}

/** Who receives the whole act; others on the file receive its header, as far as their sight goes. */
export type Routes = (state: CaseState, act: Pick<FoldedAct, 'capacity' | 'facts' | 'about'> | null) => readonly Role[];

/**
 * Who keeps the paper of an act by law (law: keeper): what they enter from it counts for everybody; never more than
 * those whom the routes give the whole.
 */
export type Keepers = (state: CaseState, act: Pick<FoldedAct, 'capacity' | 'facts' | 'about'>) => readonly Role[];

/** Whether paper needs its scan, or is no way to enter an act at all. */
export const paperEvidences = ['required', 'optional', 'never'] as const;
export type PaperEvidence = (typeof paperEvidences)[number];

/** One row of the acts table: everything that holds for one kind of act. */
export interface ActDefinition<T extends ActType> {
  readonly content: (typeof contentSchemas)[T];
  readonly rule: RuleKey;
  readonly factRule: FactRule;
  /**
   * What headers of v1 told besides: by the fields that say it, the fact of each code. Since v2 these are told by the
   * body alone.
   */
  readonly toldByV1: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Facts that headers of v1 did not have. They tell of the paper, so a correction of what is said keeps them. */
  readonly sinceV2: readonly string[];
  /** The facts that a body tells; sorted by the caller. */
  readonly facts: (content: ContentOf<T>, body: Pick<ActBody, 'attachments' | 'paper'>) => readonly string[];
  /** Fields of the content that the facts come from: they can be told once these are filled in. */
  readonly factFields: readonly (keyof ContentOf<T> & string)[];
  /** Roles that may author it. Facts null: whatever it may still say. */
  readonly capacities: (state: CaseState, facts: readonly string[] | null) => readonly Role[];
  /** Null: it is about no act. Otherwise it must name one of these. */
  readonly about: ((state: CaseState) => readonly string[]) | null;
  readonly aboutTypes: readonly ActType[];
  /**
   * What deeper acts tell decides which acts it is offered for, and is never judged: who does not see them could not.
   */
  readonly aboutAnyOfV2: boolean;
  readonly gates: readonly Gate[];
  readonly bodyGates: readonly BodyGate<T>[];
  /** Types whose latest date it should not precede. */
  readonly notBefore: readonly ActType[];
  /** It decides or concludes: from paper it waits for the author whose key is known (law: answered). */
  readonly decides: boolean;
  /** `target`: as far as the act that it is about. */
  readonly level: Level | 'target';
  /** How far an act of v1 reaches; null: as far as one of v2. */
  readonly levelOfV1: Level | null;
  readonly routes: Routes | 'target';
  /** `target`: those of the act that it is about. */
  readonly keepers: Keepers | 'target';
  /** Whether a scan or PDF must be attached when it is entered from paper; `never`: it is signed in a vault alone. */
  readonly paperEvidence: PaperEvidence;
  /** What it changes in the state. */
  readonly apply: (
    state: CaseState,
    act: FoldedAct,
    header: Pick<HeaderDraft, 'format' | 'scope' | 'origin'>,
  ) => Partial<CaseState>;
}

/** Facts of v1 that are the codes themselves. */
export const codesAsFacts = (codes: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(codes.map((code) => [code, code]));

/** Completes a row: what most acts share need not be said. */
export const define = <T extends ActType>(
  row: Pick<ActDefinition<T>, 'content' | 'rule' | 'capacities' | 'gates' | 'routes'> & Partial<ActDefinition<T>>,
): ActDefinition<T> => ({
  factRule: {},
  toldByV1: {},
  sinceV2: [],
  facts: () => [],
  factFields: [],
  about: null,
  aboutTypes: [],
  aboutAnyOfV2: false,
  bodyGates: [],
  decides: false,
  notBefore: [],
  level: 0,
  levelOfV1: null,
  keepers: () => [],
  paperEvidence: 'optional',
  apply: () => ({}),
  ...row,
});
