import type { Person, Role } from '../../../shared/domain/identity/person.ts';
import { personnelHead } from '../../fixtures/people/cast.ts';

/** Who holds the vault at work: somebody in every part, so that every form can be opened. */
export const holder = personnelHead;
export const holderEntry: Person = { ...holder, personId: '7'.repeat(32) };
export const roles: Role[] = ['assessor', 'personnelOfficer', 'personnelHead', 'counsellor', 'coach'];
