import type { CaseView } from '@shared/contract/case.ts';
import type { Settings } from '@shared/contract/settings.ts';
import type { PersonInput, Role } from '@shared/domain/identity/person.ts';
import type { Translate } from '../../case-facts.ts';

/** What a form may be prefilled from. */
export interface PrefillContext {
  /** Calendar day of the person at the keyboard, `YYYY-MM-DD`. */
  readonly today: string;
  /** Null before the file is opened. */
  readonly view: CaseView | null;
  readonly settings: Settings;
  readonly holder: PersonInput;
  readonly holderRoles: readonly Role[];
  /** In which role the author acts. */
  readonly capacity: Role;
  /** Hash of the act that the new one is about. */
  readonly about: string | null;
  /** Texts in Indonesian: what is prefilled stands on paper. */
  readonly t: Translate;
}

/** Content as a form holds it: complete by name, not yet by value. */
export type DraftContent = Readonly<Record<string, unknown>>;
