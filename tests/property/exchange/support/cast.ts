import type { CounsellorKind } from '@shared/domain/case/content/counselling.ts';
import type { PersonInput, Role } from '@shared/domain/identity/person.ts';
import * as people from '../../../fixtures/people/cast.ts';

/** Everyone who may have a vault in the model. */
export const persons = {
  assessor: people.assessor,
  nextAssessor: {
    name: 'Wira Misal Santosa, S.T.',
    nip: '198204172008011999',
    rank: 'Pembina / IV/a',
    position: 'Kepala Subdirektorat Arsip Data Peragaan',
    unit: 'Subdirektorat Arsip Data Peragaan',
    employmentStatus: 'pns',
  },
  superior: people.assessorSuperior,
  officer: people.personnelOfficer,
  nextOfficer: people.otherEmployee,
  head: people.personnelHead,
  official: people.authorisedOfficial,
  counsellor: people.counsellor,
  nextCounsellor: {
    name: 'Bima Teladan Wicaksono, M.Psi., Psikolog',
    nip: '198811232014021999',
    rank: 'Penata / III/c',
    position: 'Konselor Independen',
    unit: 'Pusat Layanan Konseling Peragaan',
    employmentStatus: 'pns',
  },
  employee: people.employee,
} as const satisfies Record<string, PersonInput>;
export type Name = keyof typeof persons;

/** Who has a vault in a history, in which roles, and how the case is shaped. */
export interface Cast {
  readonly title: string;
  readonly members: Readonly<Partial<Record<Name, readonly Role[]>>>;
  /** Who opens the file, with a report on paper where it is the personnel unit. */
  readonly opener: Name;
  readonly kind: CounsellorKind;
  /** Whom the acts of this history name as counsellors, one after the other. */
  readonly counsellors: readonly Name[];
  readonly assessorIsHead?: true;
}

const four = {
  assessor: ['assessor'],
  officer: ['personnelOfficer'],
  head: ['personnelHead'],
  counsellor: ['counsellor'],
} as const;

/** Combinations of three to five vaults, each with a difficulty of its own. */
export const casts: readonly Cast[] = [
  { title: 'four', members: four, opener: 'assessor', kind: 'independent', counsellors: ['counsellor'] },
  {
    title: 'one person is officer and head',
    members: {
      assessor: ['assessor'],
      head: ['personnelOfficer', 'personnelHead'],
      counsellor: ['counsellor'],
    },
    opener: 'assessor',
    kind: 'independent',
    counsellors: ['counsellor'],
  },
  {
    title: 'two who assign, two counsellors',
    members: {
      assessor: ['assessor'],
      head: ['personnelHead'],
      official: ['authorisedOfficial'],
      counsellor: ['counsellor'],
      nextCounsellor: ['counsellor'],
    },
    opener: 'assessor',
    kind: 'independent',
    counsellors: ['counsellor', 'nextCounsellor'],
  },
  {
    title: 'the assessor is replaced',
    members: { ...four, nextAssessor: ['assessor'] },
    opener: 'assessor',
    kind: 'independent',
    counsellors: ['counsellor'],
  },
  {
    title: 'a trained assessor counsels',
    members: {
      assessor: ['assessor', 'counsellor'],
      superior: ['assessorSuperior'],
      head: ['personnelHead'],
      official: ['authorisedOfficial'],
    },
    opener: 'assessor',
    kind: 'trainedAssessor',
    counsellors: ['assessor'],
  },
  {
    title: 'an official with the function counsels',
    members: {
      assessor: ['assessor'],
      superior: ['assessorSuperior'],
      head: ['personnelHead'],
      counsellor: ['counsellor'],
    },
    opener: 'assessor',
    kind: 'counsellingOfficial',
    counsellors: ['counsellor'],
  },
  {
    title: 'the officer changes',
    members: { ...four, nextOfficer: ['personnelOfficer'] },
    opener: 'assessor',
    kind: 'independent',
    counsellors: ['counsellor'],
  },
  {
    title: 'the employee is an officer',
    members: { ...four, employee: ['employee', 'personnelOfficer', 'counsellor', 'assessor'] },
    opener: 'assessor',
    kind: 'independent',
    counsellors: ['counsellor'],
  },
  {
    title: 'the assessor heads the personnel unit',
    members: {
      assessor: ['assessor', 'personnelHead'],
      officer: ['personnelOfficer'],
      official: ['authorisedOfficial'],
      counsellor: ['counsellor'],
    },
    opener: 'assessor',
    kind: 'independent',
    counsellors: ['counsellor'],
    assessorIsHead: true,
  },
  {
    title: 'the file begins with a report on paper',
    members: { ...four, official: ['authorisedOfficial'] },
    opener: 'officer',
    kind: 'independent',
    counsellors: ['counsellor'],
  },
];

/** Who is chosen for a post that several could hold, until the case names somebody: the first who may. */
export const usualHolder: Readonly<Partial<Record<Role, readonly Name[]>>> = {
  personnelOfficer: ['employee', 'officer', 'head', 'nextOfficer'],
};
