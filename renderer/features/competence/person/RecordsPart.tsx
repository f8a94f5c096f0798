import { Badge, Button, Group, Table, Text } from '@mantine/core';
import type { CountedRecord } from '@shared/contract/competence.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useJp } from '../jp.ts';
import type { Learner } from './learner.ts';
import { RecordDialog } from './RecordDialog.tsx';
import { WithdrawRecord } from './WithdrawRecord.tsx';

const columns = ['activity', 'days', 'counted', 'why', 'actions'] as const;

interface RowProps {
  readonly record: CountedRecord;
  readonly all: readonly CountedRecord[];
  readonly onEdit: () => void;
  readonly onWithdraw: () => void;
}

const RecordRow = ({ record, all, onEdit, onWithdraw }: RowProps) => {
  const { t } = useTranslation();
  const { shortDate } = useFormat();
  const { jpText } = useJp();
  const { kind, title, organiser, from, to, jp, verdict, citation, countsAs, overlaps, withdrawn, evidence } = record;
  const instead = all.find(({ recordId }) => recordId === countsAs);
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {title}
        <Text size="sm" c="dimmed">
          {[t(`competence.kind.${kind}`), organiser].filter(Boolean).join(' · ')}
        </Text>
      </Table.Th>
      <Table.Td>{from === to ? shortDate(to) : `${shortDate(from)} – ${shortDate(to)}`}</Table.Td>
      <Table.Td>{jpText(jp)}</Table.Td>
      <Table.Td maw={360}>
        <Text size="sm">
          {t(`competence.verdict.${verdict}`)}
          {instead !== undefined && ` ${t('competence.countsAs', { title: instead.title })}`}
        </Text>
        <Text size="sm" c="dimmed">
          {[
            citation,
            evidence.length > 0 ? t('competence.evidenceCount', { count: evidence.length }) : '',
            overlaps ? t('competence.overlaps') : '',
            withdrawn ?? '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </Table.Td>
      <Table.Td>
        {withdrawn === null ? (
          <Group gap={4} wrap="nowrap">
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={t('competence.editNamed', { title })}
              onClick={onEdit}
            >
              {t('competence.edit')}
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              aria-label={t('competence.withdrawNamed', { title })}
              onClick={onWithdraw}
            >
              {t('competence.withdraw')}
            </Button>
          </Group>
        ) : (
          <Badge tt="none" variant="light" color="gray">
            {t('competence.withdrawn')}
          </Badge>
        )}
      </Table.Td>
    </Table.Tr>
  );
};

/** What the person took part in, with what each counts and why. */
export const RecordsPart = ({ learner }: { readonly learner: Learner }) => {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<CountedRecord | 'new' | null>(null);
  const [withdrawn, setWithdrawn] = useState<CountedRecord | null>(null);
  const { records, personId } = learner;
  return (
    <Section
      title={t('competence.records')}
      intro={t('competence.recordsIntro')}
      actions={<Button onClick={() => setEdited('new')}>{t('competence.add')}</Button>}
    >
      {records.length === 0 ? (
        <EmptyState text={t('competence.noRecords')} />
      ) : (
        <DataTable striped aria-label={t('competence.records')}>
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <Table.Th key={column} scope="col">
                  {t(`competence.column.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {records.map((record) => (
              <RecordRow
                key={record.recordId}
                record={record}
                all={records}
                onEdit={() => setEdited(record)}
                onWithdraw={() => setWithdrawn(record)}
              />
            ))}
          </Table.Tbody>
        </DataTable>
      )}
      {edited !== null && (
        <RecordDialog personId={personId} record={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
      {withdrawn !== null && (
        <WithdrawRecord personId={personId} record={withdrawn} onClose={() => setWithdrawn(null)} />
      )}
    </Section>
  );
};
