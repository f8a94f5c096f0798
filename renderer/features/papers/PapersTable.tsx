import { Button, Checkbox, Group, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import type { Output } from '../../lib/query.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { usePaperName } from './paper-name.ts';

type Paper = Output<'documents.list'>[number];

export interface PapersTableProps {
  readonly papers: readonly Paper[];
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  readonly onOpen: (paper: Paper) => void;
  readonly onPrint: (paper: Paper) => void;
  readonly onExport: (paper: Paper) => void;
}

const columns = ['select', 'kind', 'employee', 'state', 'created', 'size', 'actions'] as const;

/** Documents with what can be done with each. */
export const PapersTable = ({ papers, selected, onSelect, onOpen, onPrint, onExport }: PapersTableProps) => {
  const { t } = useTranslation();
  const { dateTime, size } = useFormat();
  const paperName = usePaperName();
  const toggle = (documentId: string): void => {
    const next = new Set(selected);
    if (!next.delete(documentId)) next.add(documentId);
    onSelect(next);
  };
  return (
    <DataTable striped>
      <Table.Thead>
        <Table.Tr>
          {columns.map((column) => (
            <Table.Th key={column} scope="col">
              {t(`papers.column.${column}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {papers.map((paper) => {
          const kind = paperName(paper.kind);
          const named = { kind, employee: paper.employeeName };
          return (
            <Table.Tr key={paper.documentId}>
              <Table.Td>
                <Checkbox
                  aria-label={t('papers.selectDocument', named)}
                  checked={selected.has(paper.documentId)}
                  onChange={() => toggle(paper.documentId)}
                />
              </Table.Td>
              <Table.Td>{kind}</Table.Td>
              <Table.Td>{paper.employeeName}</Table.Td>
              <Table.Td>{t(`papers.state.${paper.state}`)}</Table.Td>
              <Table.Td>{dateTime(paper.createdAt)}</Table.Td>
              <Table.Td>{size(paper.size)}</Table.Td>
              <Table.Td>
                <Group gap={4} wrap="nowrap">
                  {(
                    [
                      ['open', onOpen],
                      ['print', onPrint],
                      ['export', onExport],
                    ] as const
                  ).map(([action, run]) => (
                    <Button
                      key={action}
                      size="compact-sm"
                      variant="subtle"
                      aria-label={`${t(`papers.${action}`)}: ${kind}, ${paper.employeeName}`}
                      onClick={() => run(paper)}
                    >
                      {t(`papers.${action}`)}
                    </Button>
                  ))}
                </Group>
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </DataTable>
  );
};
