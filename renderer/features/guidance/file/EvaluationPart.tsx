import { evaluationFields } from '@shared/domain/guidance/working-file-fields.ts';
import { useTranslation } from 'react-i18next';
import { FormFields } from '../../../ui/form/FormFields.tsx';
import { issuesBelow } from '../../../ui/form/issues.ts';
import { judgingBelow } from '../../../ui/form/judging.ts';
import { Section } from '../../../ui/Section.tsx';
import type { PartProps } from './part-props.ts';

/** What came of it, what both learned, and what is next. */
export const EvaluationPart = ({ file, change, issue, judging }: PartProps) => {
  const { t } = useTranslation();
  return (
    <Section title={t('guidance.tab.evaluation')}>
      <FormFields
        fields={evaluationFields}
        value={file.evaluation}
        onChange={(name, next) =>
          change((current) => ({ ...current, evaluation: { ...current.evaluation, [name]: next } }))
        }
        issue={issuesBelow(issue, 'evaluation')}
        judging={judgingBelow(judging, 'evaluation')}
      />
    </Section>
  );
};
