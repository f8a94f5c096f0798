import { guidanceTitles } from '@shared/domain/documents/guidance/titles.ts';
import { recordContent } from '@shared/domain/guidance/record-contents.ts';
import { learningReportOf } from '@shared/domain/guidance/to-record.ts';
import type { LearningFile } from '@shared/domain/guidance/working-file.ts';
import { useTranslation } from 'react-i18next';
import { today } from '../../../lib/format.ts';
import { readBy } from '../../../ui/form/issues.ts';
import { useIssues } from '../../../ui/form/use-issues.ts';
import { Section } from '../../../ui/Section.tsx';
import type { PanelsProps } from '../file/LedPanels.tsx';
import { MissingFields } from '../file/MissingFields.tsx';
import { RecordButtons } from '../file/RecordButtons.tsx';
import { useMakeRecord } from '../file/use-make-record.ts';

/** Makes the report of a learning community or a magang, for the signatures of all who took part. */
export const LearningReport = ({ file, guidanceId, store }: PanelsProps<LearningFile>) => {
  const { t } = useTranslation();
  const content = () => learningReportOf(file, today());
  const { issues, judge } = useIssues(() => readBy(recordContent, content()).issues);
  const { run, busy, error } = useMakeRecord(guidanceId, store, judge);
  return (
    <Section title={guidanceTitles[file.kind]} intro={t(`guidance.learningReport.${file.kind}`)}>
      <MissingFields kind={file.kind} issues={issues} />
      <RecordButtons busy={busy} error={error} onMake={(sign) => void run(content(), sign)} />
    </Section>
  );
};
