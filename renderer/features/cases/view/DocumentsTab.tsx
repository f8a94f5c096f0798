import { Button, Group, Stack, Table, Text } from '@mantine/core';
import type { CaseView } from '@shared/contract/case.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { IconEye, IconFilePlus } from '@tabler/icons-react';
import { useFormat } from '../../../lib/format.ts';
import { useGo } from '../../../lib/navigation.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useCaseTexts } from '../texts.ts';
import { actDay } from './act-day.ts';
import { DocumentButtons } from './DocumentButtons.tsx';
import { ReportNotice } from './ReportNotice.tsx';

/** Documents of the file: look at, print, export; and those still to be made from acts signed here. */
export const DocumentsTab = ({ view }: { readonly view: CaseView }) => {
  const { t, documentName, actName } = useCaseTexts();
  const { date, size } = useFormat();
  const go = useGo();
  const { caseId } = view.summary;
  const made = new Set(view.documents.map((document) => document.actHash));
  const makeable = view.acts.filter(
    (act) => act.documentKind !== null && act.own && act.origin === 'vault' && !made.has(act.hash),
  );
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('cases.documents.uncertified')}
      </Text>
      {view.documents.length === 0 && <EmptyState text={t('cases.documents.empty')} />}
      {view.documents.length > 0 && (
        <DataTable verticalSpacing="xs" aria-label={t('cases.view.documents')}>
          <Table.Tbody>
            {view.documents.map((document) => (
              <Table.Tr key={document.documentId}>
                <Table.Td>
                  <Text>{documentName(document.kind)}</Text>
                  <Text size="sm" c="dimmed">
                    {date(document.createdAt)} · {t(`cases.documents.state.${document.state}`)} · {size(document.size)}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <Group gap="xs" justify="flex-end">
                    {document.actHash !== null && (
                      <Button
                        size="xs"
                        leftSection={<IconEye size={15} aria-hidden />}
                        aria-label={t('cases.documents.openOne', {
                          kind: documentName(document.kind),
                          date: date(document.createdAt),
                        })}
                        onClick={() => go(placeOf('caseDocument', { caseId, hash: document.actHash ?? '' }))}
                      >
                        {t('common.open')}
                      </Button>
                    )}
                    <DocumentButtons document={document} />
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </DataTable>
      )}
      {makeable.length > 0 && (
        <Stack gap="xs">
          <Text fw={600}>{t('cases.documents.make')}</Text>
          <Group gap="xs">
            {makeable.map((act) => (
              <Button
                key={act.hash}
                variant="default"
                size="xs"
                h="auto"
                mih={30}
                py={4}
                styles={{ label: { whiteSpace: 'normal', textAlign: 'left' } }}
                maw="100%"
                leftSection={<IconFilePlus size={15} aria-hidden />}
                onClick={() => go(placeOf('caseDocument', { caseId, hash: act.hash }))}
              >
                {t('cases.timeline.actLabel', { act: actName(act.type), date: date(actDay(act)) })}
              </Button>
            ))}
          </Group>
        </Stack>
      )}
      <ReportNotice view={view} />
    </Stack>
  );
};
