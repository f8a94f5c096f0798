import { MultiSelect } from '@mantine/core';
import { maxItemRecords } from '@shared/domain/competence/plan.ts';
import type { FieldOf } from '@shared/domain/form/field.ts';
import { createContext, useContext } from 'react';
import { asList, type FieldProps } from '../../../ui/form/field-props.ts';
import type { Learner } from '../person/learner.ts';

const RecordsContext = createContext<Learner['records']>([]);

/** Gives the plan below the learning records that it may name. */
export const RecordsProvider = RecordsContext.Provider;

/** Learning records that came of a plan; those that were taken back are no result. */
export const LearningRecordsInput = ({
  label,
  help,
  value,
  onChange,
  issue,
}: FieldProps<FieldOf<'learningRecords'>>) => {
  const records = useContext(RecordsContext).filter(({ withdrawn }) => withdrawn === null);
  return (
    <MultiSelect
      searchable
      label={label}
      description={help}
      maxValues={maxItemRecords}
      data={records.map(({ recordId, title, year }) => ({ value: recordId, label: `${title} (${year})` }))}
      value={[...asList<string>(value)]}
      onChange={onChange}
      error={issue()}
    />
  );
};
