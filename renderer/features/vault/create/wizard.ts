import { emptyPerson, type PersonInput, type Role } from '@shared/domain/identity/person.ts';
import { createContext, useContext } from 'react';

/** Steps of making a vault, in order. */
export const ownSteps = ['person', 'roles', 'place', 'backup', 'passphrase', 'sheet', 'confirm'] as const;
/** The same with an invitation, which knows the person, the roles and the institution. */
export const invitedSteps = ['invited', 'backup', 'passphrase', 'sheet', 'confirm'] as const;
export type Step = (typeof ownSteps)[number] | (typeof invitedSteps)[number];

const StepsContext = createContext<readonly Step[]>(ownSteps);
/** Tells the steps of a wizard of how many they are. */
export const StepsProvider = StepsContext.Provider;
/** The steps of the wizard around, in order. */
export const useSteps = (): readonly Step[] => useContext(StepsContext);

/** What has been typed so far. */
export interface Plan {
  readonly person: PersonInput;
  readonly roles: readonly Role[];
  readonly institution: string;
  readonly label: string;
  readonly parent: { readonly token: string; readonly label: string } | null;
  /** Where backups go, or that none are made by themselves; null: not said yet. */
  readonly backup: { readonly token: string; readonly label: string } | 'declined' | null;
  readonly passphrase: string;
  /** The invitation with which it begins; null for none. */
  readonly invitationToken: string | null;
}

export const emptyPlan: Plan = {
  person: emptyPerson,
  roles: [],
  institution: '',
  label: '',
  parent: null,
  backup: null,
  passphrase: '',
  invitationToken: null,
};

/** What comes back once the vault is made. */
export interface Made {
  readonly vaultId: string;
  readonly recoveryGroups: readonly string[];
  readonly askedGroups: readonly [number, number];
}

/** Folder name proposed for a person: the name without what folders may not hold. */
export const proposeLabel = (name: string): string =>
  name
    .replace(/,.*$/, '')
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .trim()
    .replace(/\s+/g, ' ')
    .slice(0, 60);
