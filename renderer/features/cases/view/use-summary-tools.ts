import type { ActView, CaseView } from '@shared/contract/case.ts';
import { useFollowUpNames } from '../../../lib/follow-up-names.ts';
import { useReading } from '../../../ui/form/use-reading.ts';
import { actByHash, contentOf } from '../case-facts.ts';
import { useConductNames } from '../conduct-names.ts';
import type { SummaryTools } from './act-summary.ts';

/** What is needed to read the content of `act`. */
export const useSummaryTools = (view: CaseView, act: ActView): SummaryTools => {
  const reading = useReading();
  const followUps = useFollowUpNames();
  const conduct = useConductNames();
  const about = actByHash(view, act.about);
  return {
    ...reading,
    followUpName: followUps.nameOf,
    conductName: conduct.nameOf,
    aboutType: about?.type ?? null,
    decisionItems: contentOf(about, 'followUpDecided')?.items ?? [],
  };
};
