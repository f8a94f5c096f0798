import type { Field } from '../../form/field.ts';
import { type Identity, identityPosts } from '../content/identity.ts';
import type { FieldsFor } from './fields-for.ts';

const before = {
  name: { kind: 'line', label: 'cases.identity.nameBefore', required: true },
  nip: { kind: 'line', label: 'cases.identity.nipBefore', beside: true },
  licence: { kind: 'line', label: 'cases.identity.licenceBefore', help: 'cases.identity.licenceHelp' },
} satisfies Record<keyof Identity, Field>;

const after = {
  name: { kind: 'line', label: 'cases.identity.nameAfter', required: true },
  nip: { kind: 'line', label: 'cases.identity.nipAfter', beside: true },
  licence: { kind: 'line', label: 'cases.identity.licenceAfter', help: 'cases.identity.licenceHelp' },
} satisfies Record<keyof Identity, Field>;

export const identityCorrected = {
  date: { kind: 'date', label: 'cases.field.date', required: true },
  post: {
    kind: 'choice',
    label: 'cases.identity.post',
    required: true,
    options: { codes: identityPosts, texts: 'roles' },
  },
  before: { kind: 'group', label: 'cases.identity.before', help: 'cases.identity.beforeHelp', fields: before },
  after: { kind: 'group', label: 'cases.identity.after', help: 'cases.identity.afterHelp', fields: after },
  basis: { kind: 'line', label: 'cases.identity.basis', required: true, help: 'cases.identity.basisHelp' },
} satisfies FieldsFor<'identityCorrected'>;
