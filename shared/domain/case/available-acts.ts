import type { Role } from '../identity/person.ts';
import { actTable, rowOf } from './act-table.ts';
import { type ActType, actTypes } from './act-type.ts';
import { factsOfStart } from './acts/observation.ts';
import { type StartingPoint, startingPoints } from './content/observation.ts';
import type { Intent, PaperEvidence } from './definition.ts';
import type { PostAct } from './holder.ts';
import { block, closedGates, type Violation } from './judge-header.ts';
import type { RuleKey } from './rules.ts';
import { type CaseState, emptyCase, type Level } from './state.ts';

/** One act as the panel "what you can do now, and why not yet" shows it. */
export interface Available {
  readonly type: ActType;
  /** Roles in which someone may author it now. */
  readonly capacities: readonly Role[];
  /** Those of them that the holder has; when empty it can still be entered from paper. */
  readonly ownCapacities: readonly Role[];
  /** What is missing; empty when it is possible now. */
  readonly obstacles: readonly Violation[];
  readonly rule: RuleKey;
  /** Acts that it may be about, in the order of the fold; empty when it is about none. */
  readonly about: readonly string[];
  readonly paperEvidence: PaperEvidence;
  /** By field: codes that the file lets no act of this type say, whoever signs and however it comes in. */
  readonly notOffered: Readonly<Record<string, readonly string[]>>;
}

const open: Intent = { capacity: null, origin: null, facts: null, about: null };

/** Obstacles that no act of the holder's will ever remove from this file: such acts are not shown. */
const lasting = ['caseAlreadyOpened', 'fileStartsLater', 'caseIsClosed', 'caseIsMistaken', 'nothingToAnswer'];

/** What an act could say by its one choice, and no gate lets it say; gates that are closed anyhow are obstacles. */
const notOfferedCodes = (state: CaseState, type: ActType, obstacles: readonly Violation[]): Available['notOffered'] => {
  const { one = [], some = [], optional = [] } = rowOf(type).factRule;
  const [field, ...others]: readonly string[] = actTable[type].factFields;
  const [codes = [], ...groups] = one;
  if (field === undefined || [...others, ...groups, ...some, ...optional].length > 0) return {};
  const isClosed = (code: string): boolean =>
    closedGates(state, type, { ...open, facts: [code] }, 2).some((gate) =>
      obstacles.every((obstacle) => obstacle.code !== gate.code),
    );
  const notOffered = codes.filter(isClosed);
  return notOffered.length === 0 ? {} : { [field]: notOffered };
};

/** Who looks, and how deep the evidence may lie that this one is asked for (see `askedOf`); everything when absent. */
interface Looking {
  readonly roles: readonly Role[];
  readonly asked?: (act: PostAct) => Level;
}

/** How deep an act is asked for evidence, whoever it is entered for. */
const leastAsked = (type: ActType, capacities: readonly Role[], { asked = () => 2 }: Looking): Level =>
  capacities.reduce<Level>((least, capacity) => {
    const depth = asked({ type, capacity, origin: 'paper', facts: [], about: null });
    return depth < least ? depth : least;
  }, 2);

const describe = (
  state: CaseState,
  type: ActType,
  looking: Looking,
  facts: readonly string[] | null = null,
): Available => {
  const row = rowOf(type);
  const capacities = row.capacities(state, facts);
  const obstacles = closedGates(state, type, { ...open, facts }, leastAsked(type, capacities, looking));
  const nobody = obstacles.length === 0 && capacities.length === 0 ? [block('capacityNotAllowed', row.rule)] : [];
  return {
    type,
    capacities,
    ownCapacities: capacities.filter((role) => looking.roles.includes(role)),
    obstacles: [...obstacles, ...nobody],
    rule: row.rule,
    about: row.about?.(state) ?? [],
    paperEvidence: row.paperEvidence,
    notOffered: notOfferedCodes(state, type, obstacles),
  };
};

/** A correction is judged by the words that it corrects: nobody corrects what is here by its header alone. */
const ofReadable = (act: Available, isReadable: (hash: string) => boolean): Available =>
  act.type === 'actCorrected' ? { ...act, about: act.about.filter(isReadable) } : act;

/**
 * What may be done with a file now and what not yet, with the rule and the act that would help, in workflow order.
 * `isReadable`: whether the words of an act are here; all are when absent.
 */
export const availableActs = (
  state: CaseState,
  holder: Looking & { readonly isReadable?: (hash: string) => boolean },
): Available[] =>
  actTypes
    .filter((type) => type !== 'caseOpened' || state.caseId === null)
    .map((type) => ofReadable(describe(state, type, holder), holder.isReadable ?? (() => true)))
    .filter(({ obstacles }) => !obstacles.some(({ code }) => lasting.includes(code)));

/** A way to begin a file. */
export interface Opening extends Available {
  readonly startsFrom: StartingPoint;
}

/** What may be done without a file: open one, from each starting point. */
export const openings = (roles: readonly Role[]): Opening[] =>
  startingPoints.map((startsFrom) => ({
    startsFrom,
    ...describe(emptyCase, 'caseOpened', { roles }, factsOfStart(startsFrom)),
  }));

/** How a file begins, as far as it decides who may author what. */
export type Beginning = Pick<CaseState, 'startsFrom' | 'assessorIsHead'>;

/** Roles that may author an act of a file that begins so and in which nothing else has happened. */
export const authorsAtStart = (type: ActType, beginning: Beginning): readonly Role[] =>
  rowOf(type).capacities({ ...emptyCase, ...beginning }, null);

/**
 * True for who prepares an act that others sign: the officers of the personnel unit, unless they may sign it themselves
 * (law: officerDecidesNothing).
 */
export const preparesForOthers = (
  roles: readonly Role[],
  { ownCapacities }: Pick<Available, 'ownCapacities'>,
): boolean => roles.includes('personnelOfficer') && ownCapacities.length === 0;
