import { Badge, Button, Group, List, Paper, Text, Title } from '@mantine/core';
import type { RecordView } from '@shared/contract/guidance.ts';
import { guidanceTitles } from '@shared/domain/documents/guidance/titles.ts';
import { IconCircleCheck, IconClock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.ts';
import { Original, tellsOfOriginal } from './Original.tsx';
import { RecordActions } from './RecordActions.tsx';
import { RecordFields } from './RecordFields.tsx';

const Parties = ({ view }: { readonly view: RecordView }) => {
  const { t } = useTranslation();
  const { moment } = useFormat();
  return (
    <List size="sm" spacing={2} listStyleType="none" aria-label={t('guidance.records.parties')}>
      {view.parties
        .filter(({ required }) => required)
        .map(({ party, name, signedAt, clockCorrected }) => (
          <List.Item
            key={party}
            icon={
              signedAt === null && view.paper === null ? (
                <IconClock size={15} aria-hidden />
              ) : (
                <IconCircleCheck size={15} aria-hidden />
              )
            }
          >
            {name}:{' '}
            {signedAt !== null
              ? t('guidance.records.signedAt', { when: moment(signedAt) })
              : t(view.paper === null ? 'guidance.records.notYet' : `guidance.records.onPaper.${view.paper.medium}`)}
            {clockCorrected && ` (${t('clock.corrected')})`}
          </List.Item>
        ))}
    </List>
  );
};

/** One record: what it is, who signed, its fields when wanted, and what can be done. */
export const RecordCard = ({ view }: { readonly view: RecordView }) => {
  const { t } = useTranslation();
  const { date } = useFormat();
  const [shown, setShown] = useState(false);
  const { record, kind, complete, paper } = view;
  const state = record === null ? 'damaged' : complete ? (paper === null ? 'complete' : paper.medium) : 'open';
  return (
    <Paper withBorder p="sm" component="article" aria-label={guidanceTitles[kind]}>
      <Group justify="space-between" mb={4}>
        <Title order={3} size="h4">
          {guidanceTitles[kind]}
          {record !== null && (
            <Text span c="dimmed" size="sm" fw={400}>
              {' '}
              · {date(record.content.date)}
            </Text>
          )}
        </Title>
        <Badge tt="none" variant="light" color={complete ? 'green' : 'gray'}>
          {t(`guidance.records.state.${state}`)}
        </Badge>
      </Group>
      {record === null ? (
        <Text size="sm">{t('guidance.records.damagedText')}</Text>
      ) : (
        <>
          <Parties view={view} />
          {tellsOfOriginal(view) && <Original view={view} />}
          {paper !== null && (
            <Text size="sm" c="dimmed">
              {t('guidance.records.paper', { date: date(paper.signedOn), count: paper.attachmentIds.length })}
            </Text>
          )}
          <Button size="compact-sm" variant="subtle" aria-expanded={shown} onClick={() => setShown(!shown)}>
            {t(shown ? 'guidance.records.hide' : 'guidance.records.show')}
          </Button>
          {shown && <RecordFields content={record.content} />}
          <RecordActions view={view} />
        </>
      )}
    </Paper>
  );
};
