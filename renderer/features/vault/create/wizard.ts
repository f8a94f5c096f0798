import type { PersonInput, Role } from '@shared/domain/identity/person.ts';
import { emptyPerson } from '../../../ui/PersonFields.tsx';

/** Steps of making a vault, in order. */
export const steps = ['person', 'roles', 'place', 'passphrase', 'sheet', 'confirm'] as const;
export type Step = (typeof steps)[number];

/** What has been typed so far. */
export interface Plan {
  readonly person: PersonInput;
  readonly roles: readonly Role[];
  readonly institution: string;
  readonly label: string;
  readonly parent: { readonly token: string; readonly label: string } | null;
  readonly passphrase: string;
}

export const emptyPlan: Plan = {
  person: emptyPerson,
  roles: [],
  institution: '',
  label: '',
  parent: null,
  passphrase: '',
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
