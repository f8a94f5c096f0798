import { Badge, Button } from '@mantine/core';
import type { ActView, CaseView } from '@shared/contract/case.ts';
import type { AttachmentRef } from '@shared/domain/case/body.ts';
import { placeOf, placeOfAct } from '@shared/domain/place/places.ts';
import { IconFileText, IconPencil, IconSignature } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormat } from '../../../lib/format.ts';
import { useGo } from '../../../lib/navigation.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { PaperMark, SignedMark } from '../../../ui/marks.tsx';
import { Timeline } from '../../../ui/Timeline.tsx';
import { rolesToAnswer } from '../answering.ts';
import { useCaseTexts } from '../texts.ts';
import { ActDetails } from './ActDetails.tsx';
import { AttachmentDialog } from './AttachmentDialog.tsx';
import { actDay } from './act-day.ts';
import { IdentityButtons } from './IdentityButtons.tsx';

const Marks = ({ act, view }: { readonly act: ActView; readonly view: CaseView }) => {
  const { t, roleNames } = useCaseTexts();
  const isFollowUp = act.type === 'followUpDecided' && act.withoutEffect === null;
  const awaited = isFollowUp ? view.awaitedDeciders : [];
  return (
    <>
      {act.origin === 'paper' ? <PaperMark /> : <SignedMark />}
      {act.correctedBy !== null && (
        <Badge color="gray" variant="light" tt="none">
          {t('cases.timeline.corrected')}
        </Badge>
      )}
      {act.identity !== null && (
        <Badge color={act.identity === 'same' ? 'gray' : 'amber'} variant="light" tt="none">
          {t(`cases.identity.answered.${act.identity}`)}
        </Badge>
      )}
      {act.ownRecord && (
        <Badge color="gray" variant="light" tt="none">
          {t('cases.timeline.ownRecord')}
        </Badge>
      )}
      {act.confirmation !== null && (
        <Badge color={act.confirmation === 'confirmed' ? 'gray' : 'amber'} variant="light" tt="none">
          {t(`cases.timeline.confirmation.${act.confirmation}`)}
        </Badge>
      )}
      {awaited.length > 0 && (
        <Badge color="amber" variant="light" tt="none">
          {t('cases.timeline.awaits', { roles: roleNames(awaited) })}
        </Badge>
      )}
      {act.withoutEffect !== null && (
        <Badge color="amber" variant="light" tt="none">
          {t(act.withoutEffect === 'superseded' ? 'cases.timeline.superseded' : 'cases.timeline.withoutEffect')}
        </Badge>
      )}
    </>
  );
};

/** Document, correction, answer and copy of one act. */
const ActButtons = ({ act, view }: { readonly act: ActView; readonly view: CaseView }) => {
  const { t } = useCaseTexts();
  const go = useGo();
  const { caseId } = view.summary;
  const offered = (type: 'actCorrected' | 'copyReleased'): boolean =>
    view.available.some(
      (available) => available.type === type && available.about.includes(act.hash) && available.obstacles.length === 0,
    );
  const hasDocument = view.documents.some((document) => document.actHash === act.hash);
  return (
    <>
      {(hasDocument || (act.documentKind !== null && act.own && act.origin === 'vault')) && (
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<IconFileText size={15} aria-hidden />}
          onClick={() => go(placeOf('caseDocument', { caseId, hash: act.hash }))}
        >
          {t('cases.timeline.document')}
        </Button>
      )}
      {offered('actCorrected') && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPencil size={15} aria-hidden />}
          onClick={() => go(placeOfAct(caseId, 'actCorrected', act.hash))}
        >
          {t('cases.timeline.correct')}
        </Button>
      )}
      {act.identity !== null && !act.own && <IdentityButtons act={act} />}
      {rolesToAnswer(view, act).length > 0 && (
        <Button size="compact-sm" variant="light" onClick={() => go(placeOfAct(caseId, 'paperAnswered', act.hash))}>
          {t(act.confirmation === 'denied' ? 'cases.timeline.settle' : 'cases.timeline.answer')}
        </Button>
      )}
      {offered('copyReleased') && (
        <Button size="compact-sm" variant="subtle" onClick={() => go(placeOfAct(caseId, 'copyReleased', act.hash))}>
          {t('cases.timeline.copy')}
        </Button>
      )}
    </>
  );
};

/** All acts that this vault holds of the file, latest last, as the fold orders them. */
export const ActTimeline = ({ view }: { readonly view: CaseView }) => {
  const { t, actName } = useCaseTexts();
  const { date } = useFormat();
  const [shown, setShown] = useState<AttachmentRef | null>(null);
  if (view.acts.length === 0) return <EmptyState text={t('cases.timeline.empty')} />;
  return (
    <>
      <Timeline
        label={t('cases.view.timeline')}
        entries={view.acts.map((act) => ({
          key: act.hash,
          title: actName(act.type),
          when: date(actDay(act)),
          marks: <Marks act={act} view={view} />,
          icon: act.origin === 'paper' ? <IconFileText size={14} /> : <IconSignature size={14} />,
          content: (
            <ActDetails act={act} view={view} onOpen={setShown}>
              <ActButtons act={act} view={view} />
            </ActDetails>
          ),
        }))}
      />
      <AttachmentDialog file={shown} onClose={() => setShown(null)} />
    </>
  );
};
