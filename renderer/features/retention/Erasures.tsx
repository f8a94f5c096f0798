import { Badge, Button, Group, List, Stack, Text } from '@mantine/core';
import { type ErasurePaperKind, type ErasureState, isOpen, isReady } from '@shared/domain/retention/erasure.ts';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { type Output, useCommand } from '../../lib/query.ts';
import { AfterErasure } from '../../ui/AfterErasure.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { PaperDialog, type PreparedPaper } from '../../ui/PaperDialog.tsx';
import { Section } from '../../ui/Section.tsx';
import { ApproveDialog, EraseDialog } from './erasure-dialogs.tsx';

type Erasure = Output<'case.retention'>['erasures'][number];
type Asked = Output<'exchange.erasures'>['asked'][number];

const colours: Readonly<Record<ErasureState, string>> = {
  proposed: 'amber',
  approved: 'amber',
  done: 'green',
  withdrawn: 'gray',
};

const Actions = ({ erasure }: { readonly erasure: Erasure }) => {
  const { t } = useTranslation();
  const { shortDate } = useFormat();
  const { erasureId, state, content } = erasure;
  const [open, setOpen] = useState<'approve' | 'erase' | null>(null);
  const [prepared, setPrepared] = useState<PreparedPaper | null>(null);
  const prepare = useCommand('retention.prepare');
  const withdraw = useCommand('retention.withdraw');
  const named = (key: string): string => t('retention.named', { what: t(key), date: shortDate(content.proposedOn) });
  const show = async (paper: ErasurePaperKind): Promise<void> => {
    const made = await prepare.run({ erasureId, paper });
    if (made.ok) setPrepared({ viewId: made.value.viewId, title: t(`retention.paper.${paper}`) });
  };
  const failure = prepare.error ?? withdraw.error;
  const button = (key: string, onClick: () => void, filled = false) => (
    <Button
      size="compact-md"
      variant={filled ? 'filled' : 'default'}
      loading={prepare.busy || withdraw.busy}
      aria-label={named(key)}
      onClick={onClick}
    >
      {t(key)}
    </Button>
  );
  return (
    <>
      <Group gap="xs">
        {button('retention.paper.erasureList', () => void show('erasureList'))}
        {isOpen(state) &&
          content.holding === 'archive' &&
          (['erasureConsideration', 'erasureApproval'] as const).map((paper) => (
            <Fragment key={paper}>{button(`retention.paper.${paper}`, () => void show(paper))}</Fragment>
          ))}
        {isOpen(state) && content.holding === 'archive' && button('retention.approve', () => setOpen('approve'))}
        {isReady(state, content.holding) && button('retention.erase', () => setOpen('erase'), true)}
        {isOpen(state) && button('retention.withdraw', () => void withdraw.run({ erasureId }))}
        {state === 'done' && button('retention.paper.erasureRecord', () => void show('erasureRecord'))}
      </Group>
      {failure !== null && <ErrorNotice error={failure} />}
      {open === 'approve' && <ApproveDialog erasure={erasure} onClose={() => setOpen(null)} />}
      {open === 'erase' && <EraseDialog erasure={erasure} onClose={() => setOpen(null)} />}
      <PaperDialog prepared={prepared} onClose={() => setPrepared(null)} />
    </>
  );
};

/** Who was asked about theirs, and what each answered. */
const AskedReceivers = ({ asked }: { readonly asked: readonly Asked[] }) => {
  const { t } = useTranslation();
  const { date } = useFormat();
  if (asked.length === 0) return null;
  const standing = ({ files, askedAt, receivedAt, answers }: Asked): string => {
    if (askedAt === null) return t('retention.asked.notYet', { number: files });
    const answered = answers.erased + answers.kept + answers.notHere;
    const when = date(askedAt);
    if (answered > 0) return t('retention.asked.answered', { number: files, when, ...answers, open: files - answered });
    return t(receivedAt === null ? 'retention.asked.sent' : 'retention.asked.received', { number: files, when });
  };
  return (
    <List size="sm" spacing={2} aria-label={t('retention.asked.title')}>
      {asked.map((each) => (
        <List.Item key={each.receiver}>
          {t('retention.asked.line', {
            name: each.receiver === '' ? t('retention.asked.unknown') : each.receiver,
            standing: standing(each),
          })}
        </List.Item>
      ))}
    </List>
  );
};

/** Erasures from the proposal to the berita acara, the latest first, and what is left to do after one. */
export const Erasures = ({
  erasures,
  asked,
}: {
  readonly erasures: readonly Erasure[];
  readonly asked: readonly Asked[];
}) => {
  const { t } = useTranslation();
  const { shortDate } = useFormat();
  const what = (content: Erasure['content']): string =>
    (['files', 'guidance', 'learning'] as const)
      .filter((of) => content[of].length > 0)
      .map((of) => t(`retention.counted.${of}`, { count: content[of].length }))
      .join(', ');
  if (erasures.length === 0) return <AfterErasure />;
  return (
    <>
      <AfterErasure />
      <Section title={t('retention.erasures')}>
        <List listStyleType="none" spacing="md">
          {erasures.map((erasure) => {
            const { erasureId, state, content } = erasure;
            return (
              <List.Item key={erasureId}>
                <Stack gap={4}>
                  <Group gap="sm">
                    <Text fw={600}>
                      {t('retention.proposedOn', { date: shortDate(content.proposedOn), what: what(content) })}
                    </Text>
                    <Badge tt="none" miw="max-content" variant="light" color={colours[state]}>
                      {t(`retention.state.${state}`)}
                    </Badge>
                  </Group>
                  <Text size="sm">{content.reason}</Text>
                  {content.outOfReach !== null && (
                    <Text size="sm" c="dimmed">
                      {t('retention.outOfReach', { ...content.outOfReach })}
                    </Text>
                  )}
                  <AskedReceivers asked={asked.filter((each) => each.erasureId === erasureId)} />
                  <Actions erasure={erasure} />
                </Stack>
              </List.Item>
            );
          })}
        </List>
      </Section>
    </>
  );
};
