import { Badge, Button, Collapse, Group, Stack, Text } from '@mantine/core';
import type { ActView, CaseView } from '@shared/contract/case.ts';
import type { AttachmentRef } from '@shared/domain/case/body.ts';
import { acknowledgementOf, signatureGround } from '@shared/domain/case/employee-signature.ts';
import { toLocalDay } from '@shared/kernel/date.ts';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useFormat } from '../../../lib/format.ts';
import { AttachmentList } from '../../../ui/AttachmentList.tsx';
import { FieldRows } from '../../../ui/form/FieldRows.tsx';
import { actByHash } from '../case-facts.ts';
import { useCaseTexts } from '../texts.ts';
import { actDay, wasRecordedLate } from './act-day.ts';
import { nameAndOffice, summarise } from './act-summary.ts';
import { NumberStands } from './NumberStands.tsx';
import { useSummaryTools } from './use-summary-tools.ts';

export interface ActDetailsProps {
  readonly act: ActView;
  readonly view: CaseView;
  readonly onOpen: (file: AttachmentRef) => void;
  /** What may be done with the act, beside the details. */
  readonly children?: ReactNode;
}

/** Fields of a content as read, in the order of the form. */
export const ContentRows = ({
  act,
  view,
  content,
}: Omit<ActDetailsProps, 'onOpen'> & { readonly content: Readonly<Record<string, unknown>> }) => {
  return <FieldRows rows={summarise(act.type, content, useSummaryTools(view, act))} />;
};

/** Where an act from paper comes from. */
const PaperLine = ({ act }: { readonly act: ActView }) => {
  const { t, roleName } = useCaseTexts();
  const { date } = useFormat();
  const paper = act.body?.paper;
  if (paper === null || paper === undefined) return null;
  const role = act.enteredAs === null ? '' : roleName(act.enteredAs);
  // What somebody writes down in the employee's name says so in so many words.
  const texts = act.type === 'responseGiven' ? 'recorded' : 'entered';
  const enteredBy =
    act.enteredAs === null
      ? ''
      : act.signer === null
        ? t(`cases.timeline.${texts}As`, { role })
        : t(`cases.timeline.${texts}By`, { role, name: act.signer });
  const parts = [
    t(`cases.timeline.enteredFrom.${paper.medium}`),
    paper.documentNumber === '' ? '' : t('cases.timeline.paperNumber', { number: paper.documentNumber }),
    paper.documentDate === '' ? '' : t('cases.timeline.paperDate', { date: date(paper.documentDate) }),
    enteredBy,
    paper.remark,
  ];
  return (
    <Text size="sm" c="dimmed">
      {parts.filter((part) => part !== '').join(' · ')}
    </Text>
  );
};

/** Name and office of the author, and the act that it is about. */
const AuthorLine = ({ act, view }: Omit<ActDetailsProps, 'onOpen'>) => {
  const { t, roleName, actName } = useCaseTexts();
  const { date } = useFormat();
  const about = actByHash(view, act.about);
  const office = act.body?.authorOffice ?? '';
  return (
    <>
      <Text size="sm">
        {roleName(act.capacity)}
        {act.body !== null && `: ${nameAndOffice(act.body.author)}`}
        {office !== '' && ` · ${t('cases.timeline.authorOffice', { office })}`}
      </Text>
      {about !== undefined && (
        <Text size="sm" c="dimmed">
          {t(act.type === 'actCorrected' ? 'cases.timeline.corrects' : 'cases.timeline.aboutAct', {
            act: actName(about.type),
            date: date(actDay(about)),
          })}
        </Text>
      )}
    </>
  );
};

/** Damage, lack of effect, or that it stays here, in words. */
const Troubles = ({ act }: { readonly act: ActView }) => {
  const { t, obstacleText } = useCaseTexts();
  return (
    <>
      {act.damage !== null && (
        <Badge color="red" variant="light" tt="none">
          {t('cases.timeline.damaged')} ({act.damage})
        </Badge>
      )}
      {act.ownRecord && <Text size="sm">{obstacleText('ownRecord')}</Text>}
      {act.withoutEffect !== null && (
        <Text size="sm">
          <b>{t('cases.timeline.withoutEffect')}.</b> {obstacleText(act.withoutEffect)}
        </Text>
      )}
    </>
  );
};

/** What the employee's signature on a communication sheet rests on. */
const SignatureLine = ({ act, view }: Omit<ActDetailsProps, 'onOpen'>) => {
  const { t } = useCaseTexts();
  if (act.type !== 'problemCommunicated' || act.currentContent === null) return null;
  const toSigned = ({ hash, type, about, origin, files }: ActView) => ({
    hash,
    type,
    about,
    origin,
    files: files.length,
  });
  const said = acknowledgementOf(act.currentContent);
  const others = view.acts.filter(({ withoutEffect }) => withoutEffect === null).map(toSigned);
  const ground = signatureGround(toSigned(act), said, others);
  return <Text size="sm">{t(`cases.signature.${ground}`)}</Text>;
};

/** What an act says: author, source, content in the order of its form, corrections, attachments. */
export const ActDetails = ({ act, view, onOpen, children }: ActDetailsProps) => {
  const { t } = useCaseTexts();
  const { date, dateTime } = useFormat();
  const [more, setMore] = useState(false);
  return (
    <Stack gap={6} mt={4}>
      <AuthorLine act={act} view={view} />
      <PaperLine act={act} />
      <Troubles act={act} />
      {act.numberAlsoOn !== undefined && (
        <>
          <Text size="sm">{t('errors.numberAlsoThere')}</Text>
          <NumberStands stands={act.numberAlsoOn} />
        </>
      )}
      {act.currentContent === null ? (
        <Text size="sm" c="dimmed">
          {t('cases.timeline.headerOnly')}
        </Text>
      ) : (
        <ContentRows act={act} view={view} content={act.currentContent} />
      )}
      <SignatureLine act={act} view={view} />
      {act.body !== null && <AttachmentList attachments={act.files} onOpen={onOpen} />}
      <Group gap="xs">
        {children}
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          aria-expanded={more}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          onClick={() => setMore(!more)}
        >
          {t('cases.timeline.details')}
        </Button>
      </Group>
      {act.clockCorrected && <Text size="sm">{t('clock.correctedTo', { time: dateTime(act.statedAt) })}</Text>}
      {wasRecordedLate(act) && <Text size="sm">{t('cases.timeline.signedLater', { date: date(act.statedOn) })}</Text>}
      <Collapse expanded={more}>
        <Stack gap={4}>
          <Text size="sm">{t('cases.timeline.signedAt', { time: dateTime(act.statedAt) })}</Text>
          {!act.isDayTold && <Text size="sm">{t('cases.timeline.dayHere', { date: date(act.statedOn) })}</Text>}
          {act.statedOn !== toLocalDay(act.statedAt) && (
            <Text size="sm">{t('cases.timeline.dayThere', { date: date(act.statedOn) })}</Text>
          )}
          <Text size="sm">{t(act.own ? 'cases.timeline.signedHere' : 'cases.timeline.signedElsewhere')}</Text>
          <Text size="sm">{t('cases.timeline.key', { fingerprint: act.keyFingerprint })}</Text>
          <Text size="sm">{t('cases.timeline.recordedAt', { time: dateTime(act.recordedAt) })}</Text>
          {act.correctedBy !== null && act.body !== null && (
            <>
              <Text size="sm" fw={600}>
                {t('cases.timeline.before')}
              </Text>
              <ContentRows act={act} view={view} content={act.body.content} />
            </>
          )}
        </Stack>
      </Collapse>
    </Stack>
  );
};
