import type { ActBody } from '@shared/domain/case/body.ts';
import { type Bodies, latestContent, peopleOf } from '@shared/domain/case/contents.ts';
import { asksFirst } from '@shared/domain/case/fold.ts';
import { type ActHash, isMadeForOneself } from '@shared/domain/case/header.ts';
import { foldFor, type Holder, isHolder } from '@shared/domain/case/holder.ts';
import { readByOthers, withIdentities } from '@shared/domain/case/identities.ts';
import { ownView } from '@shared/domain/case/own-view.ts';
import { isSameOccasion } from '@shared/domain/case/same-occasion.ts';
import type { CaseState } from '@shared/domain/case/state.ts';
import type { PersonInput } from '@shared/domain/identity/person.ts';
import type { BrokenAct, StoredAct, StoredActs } from './stored-act.ts';

/** A case as far as this vault holds it: its acts, and what follows from them. */
export interface CaseFile {
  /** In the order of their arrival. */
  readonly acts: readonly StoredAct[];
  readonly broken: readonly BrokenAct[];
  readonly byHash: ReadonlyMap<ActHash, StoredAct>;
  /** Bodies at hand, as they were signed. */
  readonly signed: ReadonlyMap<ActHash, ActBody>;
  /** Corrections of identity that count here (law: identity). */
  readonly identities: ReadonlySet<ActHash>;
  /** Bodies at hand, persons under the identity that counts here. */
  readonly bodies: ReadonlyMap<ActHash, ActBody>;
  /** As the holder has it, with the records for oneself. */
  readonly state: CaseState;
  /** As all share it; but for records for oneself of v1, which do not say what they are (see `sharedPart`). */
  readonly shared: CaseState;
  /** Records for oneself that an act of others has taken the place of. */
  readonly superseded: ReadonlySet<ActHash>;
  /** Who looks: how far decides which gates can be judged; null sees everything. */
  readonly holder: Holder | null;
}

/** True for what waits for the first answer of its author, in the vault of who entered it: only those two have it. */
const isRelied = ({ hash, header, body }: StoredAct, acts: readonly StoredAct[], holder: Holder | null): boolean =>
  asksFirst(header) &&
  body !== null &&
  holder !== null &&
  !isHolder(holder, body.author) &&
  !acts.some((other) => other.header.type === 'paperAnswered' && other.header.about === hash);

/**
 * Folds the acts of one case as far as its holder sees. `identities`: corrections of identity that count in this vault.
 */
export const toCaseFile = (
  { acts, broken }: StoredActs,
  holder: Holder | null,
  identities: ReadonlySet<ActHash> = new Set(),
): CaseFile => {
  const signed: ReadonlyMap<ActHash, ActBody> = new Map(
    acts.flatMap((act) => (act.body === null ? [] : [[act.hash, act.body] as const])),
  );
  const own = new Set(acts.filter(({ header }) => isMadeForOneself(header)).map(({ hash }) => hash));
  const relied = new Set(acts.filter((act) => isRelied(act, acts, holder)).map(({ hash }) => hash));
  const viewBy = (bodies: Bodies) =>
    ownView({ acts, own, relied, isSame: isSameOccasion, fold: (some, on) => foldFor(some, bodies, holder, on) });
  const first = viewBy(signed);
  const bodies = withIdentities(first.state, signed, (hash) => identities.has(hash));
  const view = bodies === signed ? first : viewBy(bodies);
  const byHash = new Map(acts.map((act) => [act.hash, act]));
  return { acts, broken, byHash, signed, identities, bodies, ...view, holder };
};

/** The file as it may be read: of one about the wrong employee the act that says so, no more (law: mistaken). */
export const asRead = (file: CaseFile): CaseFile => {
  const { mistaken } = file.state;
  if (mistaken === null) return file;
  const acts = file.acts.filter(({ hash }) => hash === mistaken);
  const bodies = new Map([...file.bodies].filter(([hash]) => hash === mistaken));
  return { ...file, acts, byHash: new Map(acts.map((act) => [act.hash, act])), bodies, signed: bodies };
};

/** The file as all who share it have it and read it: without the records for oneself, and what these say of persons. */
export const asShared = (file: CaseFile): Pick<CaseFile, 'state' | 'bodies'> => ({
  state: file.shared,
  bodies: readByOthers(file.shared, file.signed),
});

/** The case after one more act; a correction of identity counts where it is made. */
export const withAct = (file: CaseFile, act: StoredAct): CaseFile => {
  const identities = act.header.type === 'identityCorrected' ? [act.hash] : [];
  const all = { acts: [...file.acts, act], broken: file.broken };
  return toCaseFile(all, file.holder, new Set([...file.identities, ...identities]));
};

/** A case before its first act. */
export const emptyCaseFile = (): CaseFile => toCaseFile({ acts: [], broken: [] }, null);

/** Who and what a case is about; undefined where no body at hand says it. */
export interface CaseMatter {
  readonly employee: PersonInput | undefined;
  /** The one who assesses now. */
  readonly assessor: PersonInput | undefined;
  readonly assessorSuperior: PersonInput | null;
  readonly institution: string;
  readonly period: string;
}

/** The matter of a case after corrections and a change of assessor. */
export const matterOf = ({ state, bodies }: Pick<CaseFile, 'state' | 'bodies'>): CaseMatter => {
  const opened = latestContent(state, bodies, 'caseOpened');
  const { employee, assessor } = peopleOf(state, bodies);
  return {
    employee,
    assessor,
    assessorSuperior: opened?.assessorSuperior ?? null,
    institution: opened?.institution ?? '',
    period: opened?.period ?? '',
  };
};
