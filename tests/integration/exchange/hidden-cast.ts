import type { CounsellorKind } from '../../../shared/domain/case/content/counselling.ts';
import type { Desk } from '../../fixtures/case-desk.ts';
import * as people from '../../fixtures/people/cast.ts';

// Who takes part in runs of a case that differ in what some do not see, and what may be hidden (hidden-runs.ts).

const nextHead = { ...people.personnelHead, name: 'Wira Teladan Misal, S.H.', nip: '197001012000011998' };
const nextOfficial = { ...people.authorisedOfficial, name: 'Sari Umpama Contoh, M.M.', nip: '196801012000012998' };

/** Who decides on paper and has no vault. */
export const strangers = ['Adi Teladan, M.M.', 'Bima Misal, S.H.', 'Citra Contoh, M.A.'].map((name, index) => ({
  ...people.personnelHead,
  name,
  nip: `19700101200001199${index}`,
}));

/** Who takes part; two heads and two officials, of whom the first ones hold the posts. */
export const cast = {
  head: { person: people.personnelHead, roles: ['personnelHead', 'assessor'] },
  officer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  official: { person: people.authorisedOfficial, roles: ['authorisedOfficial'] },
  assessor: { person: people.assessor, roles: ['assessor', 'counsellor'] },
  counsellor: { person: people.counsellor, roles: ['counsellor'] },
  superior: { person: people.assessorSuperior, roles: ['assessorSuperior'] },
  employee: { person: people.employee, roles: ['employee'] },
  coach: { person: people.otherEmployee, roles: ['coach', 'mentor'] },
  nextHead: { person: nextHead, roles: ['personnelHead'] },
  nextOfficial: { person: nextOfficial, roles: ['authorisedOfficial'] },
} as const;
export type Name = keyof typeof cast;
export type Cases = Desk<Name>;

/** Who assesses and counsels, and whether head and official pass their posts on. */
export interface Setting {
  readonly kind: CounsellorKind;
  readonly counsels: Name;
  readonly headAssesses?: boolean;
  readonly handsOver?: boolean;
}

/** Who enters paper, and in whose name: whoever is neither must not see it. */
export type Papers = 'headForOfficial' | 'officerForOfficial' | 'officerForHead';
export const namesIn: Readonly<Record<Papers, readonly [Name, Name]>> = {
  headForOfficial: ['head', 'official'],
  officerForOfficial: ['officer', 'official'],
  officerForHead: ['officer', 'head'],
};

/** Why a counselling ends without a session: told to nobody. */
export const causes = ['refused', 'missed', 'referred'] as const;
export type Cause = (typeof causes)[number];
/** A day that nothing else in these cases has. */
export const dayOfCause = '2026-05-11';

/** What happens in a run beside what everybody sees. */
export interface Hidden {
  /** How far it goes: to the end, to a decision on the follow-up that nobody is told of, or to an acceptance. */
  readonly to: 'end' | 'followUp' | 'acceptance';
  /** Of the counsellor alone: the sessions, much before the same record, or what ends the counselling. */
  readonly alone?: 'much' | 'ended' | 'endedHeld' | Cause;
  /** In the unit: schedules, receipts, follow-ups, copies and answers that the assessor does not see. */
  readonly unit?: boolean;
  /** The employee gets a copy: of a schedule, or of everything of which there may be one. */
  readonly copy?: boolean | 'all';
  /** Others say something at the same time, before each that is copied. */
  readonly aside?: boolean;
  /** Paper in others' names that they deny, and records that people keep for themselves: who enters it for whom. */
  readonly paper?: Papers;
  /** The follow-up is decided on paper that others have signed too. */
  readonly ink?: 'head' | 'official';
}

export const plain: Hidden = { to: 'end' };
export const much: Hidden = { to: 'end', alone: 'much' };
export const ended: Hidden = { to: 'end', alone: 'ended' };
export const unit: Hidden = { to: 'end', unit: true, copy: true };
export const copied: Hidden = { to: 'end', copy: true };
/** Whoever gets the copies sees these alike. */
export const allCopied: readonly Hidden[] = [
  { to: 'end', copy: 'all' },
  { to: 'end', copy: 'all', alone: 'much' },
  { to: 'end', copy: 'all', unit: true },
  { to: 'end', copy: 'all', aside: true },
];
export const endedHeld: Hidden = { to: 'end', alone: 'endedHeld' };
export const paper = (papers: Papers): Hidden => ({ to: 'end', paper: papers });
export const inks: readonly Hidden[] = [
  { to: 'followUp', ink: 'head' },
  { to: 'followUp', ink: 'official' },
];
export const short: readonly Hidden[] = [{ to: 'acceptance' }, { to: 'followUp' }];
