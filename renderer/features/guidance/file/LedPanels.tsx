import { Tabs } from '@mantine/core';
import type { RecordView } from '@shared/contract/guidance.ts';
import type { GuidanceFile, LedFile } from '@shared/domain/guidance/working-file.ts';
import type { HolderWithPeople } from '../../../lib/holder.ts';
import { EvaluationPart } from './EvaluationPart.tsx';
import { GoalsPart } from './GoalsPart.tsx';
import { OverviewPart } from './OverviewPart.tsx';
import { PlanPart } from './PlanPart.tsx';
import type { PartProps, SessionsProps } from './part-props.ts';
import { SessionsPart } from './SessionsPart.tsx';
import { SummaryPart } from './SummaryPart.tsx';

/** What the parts of a file get that differ by its kind. */
export type PanelsProps<File extends GuidanceFile> = PartProps<File> &
  Pick<SessionsProps, 'guidanceId' | 'store'> & {
    readonly holder: HolderWithPeople;
    readonly records: readonly RecordView[];
    /** The working papers are not saved as they stand. */
    readonly isChanged: boolean;
  };

/** The sessions of a file of any kind. */
export const sessionsOf = <File extends GuidanceFile>({ file, change, ...rest }: PanelsProps<File>): SessionsProps => ({
  ...rest,
  file,
  // A session is written by a function that keeps the kind.
  change: (edit) => change((current) => edit(current) as File),
});

/** The parts of a coaching or mentoring. */
export const LedPanels = (props: PanelsProps<LedFile>) => {
  const { file, guidanceId, records, store, isChanged } = props;
  return (
    <>
      <Tabs.Panel value="goals">
        <GoalsPart {...props} />
      </Tabs.Panel>
      <Tabs.Panel value="plan">
        <PlanPart {...props} />
      </Tabs.Panel>
      <Tabs.Panel value="sessions">
        <SessionsPart {...sessionsOf(props)} />
      </Tabs.Panel>
      <Tabs.Panel value="evaluation">
        <EvaluationPart {...props} />
      </Tabs.Panel>
      <Tabs.Panel value="summary">
        <OverviewPart guidanceId={guidanceId} store={isChanged ? store : async () => true} />
        <SummaryPart guidanceId={guidanceId} records={records} participants={file.participants} />
      </Tabs.Panel>
    </>
  );
};
