import { Text } from '@mantine/core';
import { type StandardInput, standardInput } from '@shared/domain/competence/gaps.ts';
import { standardFields } from '@shared/domain/competence/standard-fields.ts';
import { freshEntry } from '@shared/domain/form/fields.ts';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../../lib/draft.ts';
import { today } from '../../../lib/format.ts';
import { useCommand } from '../../../lib/query.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { FormFields } from '../../../ui/form/FormFields.tsx';
import { readBy } from '../../../ui/form/issues.ts';
import { useIssues } from '../../../ui/form/use-issues.ts';
import type { KeptStandard } from './kept-standard.ts';

const { fields: competenceFields } = standardFields.competences;
const blank = (): StandardInput => ({
  position: '',
  citation: '',
  competences: [freshEntry(competenceFields, today(), undefined) as StandardInput['competences'][number]],
});

export interface StandardDialogProps {
  /** Null: a new one. */
  readonly standard: KeptStandard | null;
  readonly onClose: () => void;
}

/** Adds or changes the standard of a position. */
export const StandardDialog = ({ standard, onClose }: StandardDialogProps) => {
  const { t } = useTranslation();
  const { standardId = null, revision = 0, ...known } = standard ?? { ...blank(), standardId: null, revision: 0 };
  const draft = useDraft({
    kind: 'competenceStandard',
    caseId: null,
    subjectKey: standardId ?? '',
    initial: known,
  });
  const { issues, issue, judging, judge } = useIssues(() => readBy(standardInput, draft.value).issues);
  const save = useCommand('competence.saveStandard');
  const submit = async (): Promise<void> => {
    const read = readBy(standardInput, draft.value);
    judge(read.issues);
    if (read.data === null) return;
    const saved = await save.run({ standardId, revision, standard: read.data });
    if (!saved.ok) return;
    await draft.discard();
    onClose();
  };
  return (
    <FormDialog
      title={t(standard === null ? 'competence.standards.add' : 'competence.edit')}
      size="xl"
      busy={save.busy}
      draft={draft}
      error={save.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <FormFields
        fields={standardFields}
        value={draft.value}
        onChange={(name, next) => draft.setValue((current) => ({ ...current, [name]: next }))}
        issue={issue}
        judging={judging}
      />
      {issues.length > 0 && (
        <Text role="alert" c="var(--mantine-color-error)">
          {t('competence.standards.unfit')}
        </Text>
      )}
    </FormDialog>
  );
};
