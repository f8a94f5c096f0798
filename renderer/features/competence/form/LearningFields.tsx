import type { CompetenceKind } from '@shared/domain/form/field.ts';
import { FormFields, OwnInputsProvider } from '../../../ui/form/FormFields.tsx';
import type { FieldSetProps, InputOf } from '../../../ui/form/field-props.ts';
import { CostInput, PeopleInput } from '../../../ui/form/NumberInputs.tsx';
import { EvidenceInput } from './EvidenceInput.tsx';
import { LearningRecordsInput } from './LearningRecordsInput.tsx';

const ownInputs: { readonly [K in CompetenceKind]: InputOf<K> } = {
  evidence: EvidenceInput,
  learningRecords: LearningRecordsInput,
  cost: CostInput,
  people: PeopleInput,
};

/** Fields of learning and of plans, in the order of their tables. */
export const LearningFields = (props: FieldSetProps) => (
  <OwnInputsProvider value={ownInputs}>
    <FormFields {...props} />
  </OwnInputsProvider>
);
