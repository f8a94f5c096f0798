import { emptyPerson, type PersonInput, type Role, toPersonInput } from '@shared/domain/identity/person.ts';
import { latestOf } from '../../case-facts.ts';
import type { PrefillContext } from './context.ts';

type AuthorContext = Pick<PrefillContext, 'view' | 'settings' | 'holder' | 'holderRoles' | 'capacity'>;

/** Who holds a role in this file, as far as acts and settings know. */
export const knownHolder = (
  role: Role,
  { view, settings }: Pick<AuthorContext, 'view' | 'settings'>,
): PersonInput | null => {
  switch (role) {
    case 'assessor':
      return view?.assessor ?? null;
    case 'assessorSuperior':
      return view?.assessorSuperior ?? settings.assessorSuperior;
    case 'personnelHead':
      return settings.personnelHead;
    case 'authorisedOfficial':
      return settings.authorisedOfficial;
    case 'counsellor':
      return latestOf(view, 'counsellorAssigned')?.counsellor ?? null;
    case 'employee':
      return view?.employeeForAll ?? null;
    default:
      return null;
  }
};

/** Who is proposed as the author: the one known for the role, else the holder where the holder has it, else nobody. */
export const proposeAuthor = (context: AuthorContext): PersonInput => {
  const known = knownHolder(context.capacity, context);
  if (known !== null && known.name !== '') return toPersonInput(known);
  return context.holderRoles.includes(context.capacity) ? toPersonInput(context.holder) : emptyPerson;
};
