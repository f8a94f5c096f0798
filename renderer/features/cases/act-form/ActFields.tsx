import type { CaseKind } from '@shared/domain/form/field.ts';
import { FormFields, OwnInputsProvider } from '../../../ui/form/FormFields.tsx';
import type { FieldSetProps, InputOf } from '../../../ui/form/field-props.ts';
import { ComparisonsInput } from './inputs/ComparisonsInput.tsx';
import { ConductInput } from './inputs/ConductInput.tsx';
import { CorrectedInput } from './inputs/CorrectedInput.tsx';
import { DecidersInput } from './inputs/DecidersInput.tsx';
import { DecidingRoleInput } from './inputs/DecidingRoleInput.tsx';
import { FollowUpItemInput } from './inputs/FollowUpItemInput.tsx';
import { FollowUpKindInput } from './inputs/FollowUpKindInput.tsx';
import { LeftOutInput } from './inputs/LeftOutInput.tsx';
import { NumberOfDocument } from './inputs/NumberOfDocument.tsx';

const ownInputs: { readonly [K in CaseKind]: InputOf<K> } = {
  documentNumber: NumberOfDocument,
  conduct: ConductInput,
  comparisons: ComparisonsInput,
  followUpKind: FollowUpKindInput,
  followUpItem: FollowUpItemInput,
  decidingRole: DecidingRoleInput,
  deciders: DecidersInput,
  corrected: CorrectedInput,
  leftOut: LeftOutInput,
};

/** The fields of an act in the order of its form, rendered from its field table. */
export const ActFields = ({ idPrefix = 'field', ...props }: FieldSetProps) => (
  <OwnInputsProvider value={ownInputs}>
    <FormFields gap="md" idPrefix={idPrefix} {...props} />
  </OwnInputsProvider>
);
