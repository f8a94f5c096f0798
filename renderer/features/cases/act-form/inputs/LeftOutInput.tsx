import { Alert, Checkbox, Stack } from '@mantine/core';
import type { FieldOf } from '@shared/domain/form/field.ts';
import { useTranslation } from 'react-i18next';
import { asList, type FieldProps } from '../../../../ui/form/field-props.ts';
import { actByHash } from '../../case-facts.ts';
import { copyParts } from '../../copy-parts.ts';
import { useFormTools } from '../form-tools.ts';

/** The parts of the copied act that its copy leaves out, each as a whole. */
export const LeftOutInput = ({ label, help, value, onChange, issue }: FieldProps<FieldOf<'leftOut'>>) => {
  const { t } = useTranslation();
  const { view, about } = useFormTools();
  const act = actByHash(view, about);
  if (act === undefined) return null;
  const parts = copyParts(act, t);
  const chosen = asList<string>(value);
  return (
    <>
      <Checkbox.Group
        label={label}
        description={help}
        value={[...chosen]}
        onChange={(next) => onChange(parts.map(({ part }) => part).filter((part) => next.includes(part)))}
        error={issue()}
      >
        <Stack gap={6} mt={6}>
          {parts.map(({ part, label: name }) => (
            <Checkbox key={part} value={part} label={name} />
          ))}
        </Stack>
      </Checkbox.Group>
      {chosen.length > 0 && !act.byParts && (
        <Alert color="orange" role="status">
          {t('cases.copy.unproven')}
        </Alert>
      )}
    </>
  );
};
