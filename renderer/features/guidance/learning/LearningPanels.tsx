import { Tabs } from '@mantine/core';
import type { CommunityParts, InternshipParts } from '@shared/domain/guidance/learning-contents.ts';
import type { LearningFile } from '@shared/domain/guidance/working-file.ts';
import { type PanelsProps, sessionsOf } from '../file/LedPanels.tsx';
import { SessionsPart } from '../file/SessionsPart.tsx';
import { CommunityEvaluation, CommunityPlan, CommunitySteps } from './CommunityParts.tsx';
import { InternshipEvaluation, InternshipPlan } from './InternshipParts.tsx';
import { LearningPeople } from './LearningPeople.tsx';
import { LearningReport } from './LearningReport.tsx';
import { type LearningPart, partsOf } from './parts-of.ts';

/** The parts of a learning community: its three steps, each where it is worked on. */
const community = {
  plan: (part: LearningPart<CommunityParts>) => <CommunityPlan {...part} />,
  sessions: (part: LearningPart<CommunityParts>) => <CommunitySteps {...part} />,
  evaluation: (part: LearningPart<CommunityParts>) => <CommunityEvaluation {...part} />,
};

/** The parts of a magang; its days stand among the sessions. */
const internship = {
  plan: (part: LearningPart<InternshipParts>) => <InternshipPlan {...part} />,
  sessions: () => null,
  evaluation: (part: LearningPart<InternshipParts>) => <InternshipEvaluation {...part} />,
};

/** What differs between a learning community and a magang, by the tab that it stands under. */
const ownPart = (props: PanelsProps<LearningFile>, tab: keyof typeof community) =>
  props.file.kind === 'learningCommunity'
    ? community[tab](partsOf(props, props.file.parts))
    : internship[tab](partsOf(props, props.file.parts));

/** The parts of a learning community or a magang. */
export const LearningPanels = (props: PanelsProps<LearningFile>) => (
  <>
    <Tabs.Panel value="plan">
      <LearningPeople {...props} />
      {ownPart(props, 'plan')}
    </Tabs.Panel>
    <Tabs.Panel value="sessions">
      {ownPart(props, 'sessions')}
      <SessionsPart {...sessionsOf(props)} />
    </Tabs.Panel>
    <Tabs.Panel value="evaluation">
      {ownPart(props, 'evaluation')}
      <LearningReport {...props} />
    </Tabs.Panel>
  </>
);
