import type { PersonInput, Role } from '../../../shared/domain/identity/person.ts';
import * as people from '../../fixtures/people/cast.ts';

const coach: PersonInput = { ...people.otherEmployee, name: 'Guntur Umpama, S.E.', nip: '198901012014011999' };
const mentor: PersonInput = { ...people.otherEmployee, name: 'Wulan Teladan, S.Sos.', nip: '198502022011012999' };

/** One member for each role, certified for that role alone. */
export const onePerRole = {
  assessor: { person: people.assessor, roles: ['assessor'] },
  assessorSuperior: { person: people.assessorSuperior, roles: ['assessorSuperior'] },
  personnelOfficer: { person: people.personnelOfficer, roles: ['personnelOfficer'] },
  personnelHead: { person: people.personnelHead, roles: ['personnelHead'] },
  authorisedOfficial: { person: people.authorisedOfficial, roles: ['authorisedOfficial'] },
  counsellor: { person: people.counsellor, roles: ['counsellor'] },
  coach: { person: coach, roles: ['coach'] },
  mentor: { person: mentor, roles: ['mentor'] },
  employee: { person: people.employee, roles: ['employee'] },
} as const satisfies { readonly [R in Role]: { readonly person: PersonInput; readonly roles: readonly [R] } };

/** The same, but that the assessor is trained, and certified for both. */
export const trainedAssessor = {
  ...onePerRole,
  assessor: { person: people.assessor, roles: ['assessor', 'counsellor'] },
} as const;

/** Posts that a case gives to one person. */
export const bystanderRoles = ['assessor', 'assessorSuperior', 'counsellor'] as const satisfies readonly Role[];

/** Others who are certified for them. */
export const bystanders = {
  otherAssessor: {
    person: { ...people.otherEmployee, name: 'Bayu Peraga, S.T.', nip: '198203032008011999' },
    roles: ['assessor'],
  },
  otherSuperior: {
    person: { ...people.otherEmployee, name: 'Tirta Teladan, M.Si.', nip: '197404042000031999' },
    roles: ['assessorSuperior'],
  },
  otherCounsellor: {
    person: { ...people.otherEmployee, name: 'Kirana Umpama, M.Psi.', nip: '198705052012012999' },
    roles: ['counsellor'],
  },
} as const;
