import { Alert, Button, Loader, Table, Text } from '@mantine/core';
import type { ConversionRow } from '@shared/domain/competence/conversion.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.ts';
import { useGo } from '../../../lib/navigation.ts';
import { type Output, useQueryCall } from '../../../lib/query.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useJp } from '../jp.ts';
import { TableEditor } from './TableEditor.tsx';
import { WithdrawVersion } from './WithdrawVersion.tsx';

type Version = Output<'competence.tables'>[number];

interface VersionViewProps {
  readonly version: Version;
  readonly onWithdraw: () => void;
}

const VersionView = ({ version, onWithdraw }: VersionViewProps) => {
  const { t } = useTranslation();
  const { dateTime } = useFormat();
  const { jp } = useJp();
  const { targets, targetCitation, rows, remark, withdrawn, withdrawable } = version;
  const ratesOf = ({ jpPerUnit, jpPerUnitAbroad }: ConversionRow): string => {
    if (jpPerUnitAbroad == null) return jp(jpPerUnit);
    const abroad = jp(jpPerUnitAbroad);
    if (jpPerUnit === 0) return t('competence.table.rates.abroadAlone', { abroad });
    return t('competence.table.rates.both', { home: jp(jpPerUnit), abroad });
  };
  const limitsOf = ({ dailyMaximum, dailyMaximumAbroad, monthlyMaximum, yearlyMaximum }: ConversionRow): string => {
    const limits = [
      ['daily', dailyMaximum],
      ['dailyAbroad', dailyMaximumAbroad],
      ['monthly', monthlyMaximum],
      ['yearly', yearlyMaximum],
    ] as const;
    const told = limits.flatMap(([span, value]) =>
      value == null ? [] : [t(`competence.table.limit.${span}`, { jp: jp(value) })],
    );
    return told.length === 0 ? '–' : told.join('; ');
  };
  const target = (value: number | null): string => (value === null ? t('competence.table.noTarget') : jp(value));
  return (
    <Section
      title={t('competence.table.version', { number: version.versionNo, year: version.fromYear })}
      intro={t('competence.table.published', { when: dateTime(version.publishedAt) })}
    >
      {withdrawn !== null && (
        <Text mb="sm" style={{ overflowWrap: 'anywhere' }}>
          {t('competence.table.withdrawnOn', { when: dateTime(withdrawn.at), reason: withdrawn.reason })}
        </Text>
      )}
      {withdrawable && (
        <Alert role="status" color="amber" variant="light" mb="sm">
          <Text>{t('competence.table.wrongClock')}</Text>
          <Button mt="xs" size="compact-md" variant="default" onClick={onWithdraw}>
            {t('competence.withdraw')}
          </Button>
        </Alert>
      )}
      <Text size="sm">
        {t('competence.table.targets', {
          pns: target(targets.pns),
          pppk: target(targets.pppk),
          other: target(targets.other),
          citation: targetCitation,
        })}
      </Text>
      {rows.length === 0 ? (
        <Text c="dimmed">{t('competence.table.noRows')}</Text>
      ) : (
        <DataTable
          mt="sm"
          fz="sm"
          aria-label={t('competence.table.version', { number: version.versionNo, year: version.fromYear })}
        >
          <Table.Thead>
            <Table.Tr>
              {(['kind', 'unit', 'jp', 'limits', 'evidence', 'citation'] as const).map((column) => (
                <Table.Th key={column} scope="col">
                  {t(`competence.table.column.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={`${row.kind} ${row.unit}`}>
                <Table.Th scope="row" fw={500}>
                  {t(`competence.kind.${row.kind}`)}
                </Table.Th>
                <Table.Td>{t(`competence.unit.${row.unit}`)}</Table.Td>
                <Table.Td>{ratesOf(row)}</Table.Td>
                <Table.Td>{limitsOf(row)}</Table.Td>
                <Table.Td>{t(row.evidenceRequired ? 'common.yes' : 'common.no')}</Table.Td>
                <Table.Td>{row.citation}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </DataTable>
      )}
      {remark !== '' && (
        <Text size="sm" mt="sm" style={{ whiteSpace: 'pre-wrap' }}>
          {remark}
        </Text>
      )}
    </Section>
  );
};

/** Versions of the conversion table, and the next one. */
export const TablePage = () => {
  const { t } = useTranslation();
  const go = useGo();
  const tables = useQueryCall('competence.tables', {});
  const [editing, setEditing] = useState(false);
  const [withdrawing, setWithdrawing] = useState<number | null>(null);
  const { data } = tables;
  return (
    <Page
      title={t('competence.table.title')}
      intro={t('competence.table.intro')}
      crumbs={[{ label: t('competence.title'), onClick: () => go(placeOf('competence')) }]}
      actions={!editing && <Button onClick={() => setEditing(true)}>{t('competence.table.next')}</Button>}
    >
      {tables.error && <ErrorNotice error={tables.error} />}
      {data === undefined && !tables.error && <Loader aria-label={t('common.loading')} />}
      {editing && data !== undefined && (
        <TableEditor
          latest={data.find(({ withdrawn }) => withdrawn === null) ?? null}
          onDone={() => setEditing(false)}
        />
      )}
      {data?.length === 0 && !editing && <Text my="md">{t('competence.table.empty')}</Text>}
      {data?.map((version) => (
        <VersionView key={version.versionNo} version={version} onWithdraw={() => setWithdrawing(version.versionNo)} />
      ))}
      {withdrawing !== null && <WithdrawVersion versionNo={withdrawing} onClose={() => setWithdrawing(null)} />}
    </Page>
  );
};
