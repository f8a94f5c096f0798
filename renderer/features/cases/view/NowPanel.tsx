import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import type { AvailableAct, CaseView } from '@shared/contract/case.ts';
import { type ActType, actTypeSchema } from '@shared/domain/case/act-type.ts';
import { actOfDraft, draftNameKey } from '@shared/domain/draft/kinds.ts';
import { placeOfAct } from '@shared/domain/place/places.ts';
import { IconCopy, IconFileImport, IconFileText, IconLock, IconPencil, IconSignature } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useGo } from '../../../lib/navigation.ts';
import { useQueryCall } from '../../../lib/query.ts';
import { DraftText } from '../../../ui/DraftText.tsx';
import { RuleHint } from '../../../ui/RuleHint.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useCaseTexts } from '../texts.ts';
import { groupAvailable, nextInReach } from './available-order.ts';
import { ObstacleList } from './ObstacleList.tsx';

/** Offered at the act that they are about, or where a case begins. */
const elsewhere: readonly string[] = ['actCorrected', 'paperAnswered', 'caseOpened'] satisfies ActType[];

interface GroupProps {
  readonly title: string;
  readonly acts: readonly AvailableAct[];
  readonly view: CaseView;
  readonly children: (act: AvailableAct) => ReactNode;
}

const ActGroup = ({ title, acts, children }: GroupProps) =>
  acts.length === 0 ? null : (
    <div>
      <Title order={3} mb={6}>
        {title}
      </Title>
      <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {acts.map((act) => (
          <li key={act.type}>{children(act)}</li>
        ))}
      </Stack>
    </div>
  );

/** A possible act: due ones stand out, each with the rule behind it. */
const PossibleAct = ({
  act,
  view,
  own,
}: {
  readonly act: AvailableAct;
  readonly view: CaseView;
  readonly own: boolean;
}) => {
  const { t, dueName, ruleText, roleNames } = useCaseTexts();
  const go = useGo();
  const due = act.type === view.summary.nextDue;
  const name = dueName(act.type);
  return (
    <>
      <Group gap="xs" wrap="wrap">
        <Button
          variant={due ? 'filled' : 'default'}
          size="sm"
          h="auto"
          mih={36}
          py={6}
          styles={{ label: { whiteSpace: 'normal', textAlign: 'left' } }}
          maw="100%"
          leftSection={own ? <IconSignature size={16} aria-hidden /> : <IconFileImport size={16} aria-hidden />}
          aria-label={t(own ? 'cases.now.start' : 'cases.now.record', { act: name })}
          onClick={() => go(placeOfAct(view.summary.caseId, act.type))}
        >
          {name}
        </Button>
        {due && (
          <Badge variant="light" tt="none">
            {t('cases.now.due')}
          </Badge>
        )}
        {!own && (
          <Text size="sm" c="dimmed">
            {t('cases.now.by', { roles: roleNames(act.capacities) })}
          </Text>
        )}
      </Group>
      {due && <RuleHint>{ruleText(act.rule)}</RuleHint>}
    </>
  );
};

/** Copies that come to the employee without asking, and that are not released yet. */
const CopiesDue = ({ summary: { caseId, copiesDue } }: CaseView) => {
  const { t, actName, ruleText } = useCaseTexts();
  const go = useGo();
  if (copiesDue.length === 0) return null;
  return (
    <div>
      <Title order={3} mb={6}>
        {t('cases.now.copiesDue')}
      </Title>
      <Group gap="xs">
        {copiesDue.map(({ hash, type }) => (
          <Button
            key={hash}
            variant="light"
            h="auto"
            mih={36}
            py={6}
            styles={{ label: { whiteSpace: 'normal', textAlign: 'left' } }}
            maw="100%"
            leftSection={<IconCopy size={16} aria-hidden />}
            aria-label={t('cases.now.giveCopy', { act: actName(type) })}
            onClick={() => go(placeOfAct(caseId, 'copyReleased', hash))}
          >
            {actName(type)}
          </Button>
        ))}
      </Group>
      <RuleHint>{ruleText('copyUnasked')}</RuleHint>
    </div>
  );
};

/** Drafts of this file, apart from those of acts that it takes no more since it was closed. */
const useDrafts = ({ summary: { caseId, closed }, available }: CaseView) => {
  const drafts = useQueryCall('drafts.list', { caseId }).data ?? [];
  const isSettled = ({ kind }: { readonly kind: string }): boolean => {
    const act = actOfDraft(kind);
    return closed && act !== null && !available.some(({ type }) => type === act);
  };
  return { open: drafts.filter((draft) => !isSettled(draft)), settled: drafts.filter(isSettled) };
};

type Drafts = ReturnType<typeof useDrafts>;

/** Drafts that wait to be finished. */
const OpenDrafts = ({ caseId, open }: { readonly caseId: string } & Pick<Drafts, 'open'>) => {
  const { t, actName } = useCaseTexts();
  const go = useGo();
  const drafts = open.flatMap((draft) => {
    const type = actTypeSchema.safeParse(draft.kind.replace(/^act:/, ''));
    return draft.kind.startsWith('act:') && type.success ? [{ ...draft, type: type.data }] : [];
  });
  if (drafts.length === 0) return null;
  return (
    <div>
      <Title order={3} mb={6}>
        {t('cases.now.drafts')}
      </Title>
      <Group gap="xs">
        {drafts.map(({ draftId, type, subjectKey }) => (
          <Button
            key={draftId}
            variant="light"
            leftSection={<IconPencil size={16} aria-hidden />}
            aria-label={t('cases.now.continueDraft', { act: actName(type) })}
            onClick={() => go(placeOfAct(caseId, type, subjectKey))}
          >
            {actName(type)}
          </Button>
        ))}
      </Group>
    </div>
  );
};

/** Drafts that the closing of the file left behind: their text, until the person throws it away. */
const SettledDrafts = ({ settled }: Pick<Drafts, 'settled'>) => {
  const { t } = useCaseTexts();
  const [shown, show] = useState<{ readonly draftId: string; readonly name: string } | null>(null);
  if (settled.length === 0) return null;
  return (
    <div>
      <Title order={3} mb={6}>
        {t('cases.now.settledDrafts')}
      </Title>
      <Group gap="xs">
        {settled.map(({ draftId, kind }) => {
          const name = t(draftNameKey(kind));
          return (
            <Button
              key={draftId}
              variant="default"
              leftSection={<IconFileText size={16} aria-hidden />}
              aria-label={t('cases.now.readDraft', { name })}
              onClick={() => show({ draftId, name })}
            >
              {name}
            </Button>
          );
        })}
      </Group>
      {shown !== null && <DraftText {...shown} reason={t('cases.now.settledReason')} onClose={() => show(null)} />}
    </div>
  );
};

/** "Yang dapat dilakukan sekarang": possible acts first, then what is not possible yet and exactly why. */
export const NowPanel = ({ view }: { readonly view: CaseView }) => {
  const { t, actName } = useCaseTexts();
  const [showBlocked, setShowBlocked] = useState(false);
  const offered = view.available.filter(({ type }) => !elsewhere.includes(type));
  const { own, others, blocked } = groupAvailable(offered, view.summary.nextDue);
  const near = nextInReach(blocked, view.available);
  const drafts = useDrafts(view);
  return (
    <Section title={t('cases.now.title')}>
      <Stack gap="md">
        <OpenDrafts caseId={view.summary.caseId} open={drafts.open} />
        <CopiesDue {...view} />
        {own.length + others.length === 0 && <Text c="dimmed">{t('cases.now.nothing')}</Text>}
        <ActGroup title={t('cases.now.own')} acts={own} view={view}>
          {(act) => <PossibleAct act={act} view={view} own />}
        </ActGroup>
        <ActGroup title={t('cases.now.others')} acts={others} view={view}>
          {(act) => <PossibleAct act={act} view={view} own={false} />}
        </ActGroup>
        <ActGroup title={t('cases.now.blocked')} acts={showBlocked ? blocked : near} view={view}>
          {(act) => (
            <>
              <Text fw={600}>{actName(act.type)}</Text>
              <ObstacleList
                label={`${t('cases.now.missing')}: ${actName(act.type)}`}
                obstacles={act.obstacles}
                available={view.available}
                caseId={view.summary.caseId}
              />
            </>
          )}
        </ActGroup>
        <SettledDrafts settled={drafts.settled} />
        {blocked.length > near.length && (
          <div>
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              leftSection={<IconLock size={15} aria-hidden />}
              aria-expanded={showBlocked}
              onClick={() => setShowBlocked(!showBlocked)}
            >
              {showBlocked ? t('cases.now.hideBlocked') : t('cases.now.showBlocked', { count: blocked.length })}
            </Button>
          </div>
        )}
      </Stack>
    </Section>
  );
};
