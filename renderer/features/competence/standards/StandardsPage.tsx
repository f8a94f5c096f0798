import { Button, Loader, Table, Text } from '@mantine/core';
import { placeOf } from '@shared/domain/place/places.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../../lib/navigation.ts';
import { useQueryCall } from '../../../lib/query.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { KeptStandard } from './kept-standard.ts';
import { StandardDialog } from './StandardDialog.tsx';

/** Standar kompetensi jabatan: what each position asks for. */
export const StandardsPage = () => {
  const { t } = useTranslation();
  const go = useGo();
  const standards = useQueryCall('competence.standards', {});
  const [edited, setEdited] = useState<KeptStandard | 'new' | null>(null);
  const { data } = standards;
  return (
    <Page
      title={t('competence.standards.title')}
      intro={t('competence.standards.intro')}
      crumbs={[{ label: t('competence.title'), onClick: () => go(placeOf('competence')) }]}
      actions={<Button onClick={() => setEdited('new')}>{t('competence.standards.add')}</Button>}
    >
      {standards.error && <ErrorNotice error={standards.error} />}
      {data === undefined && !standards.error && <Loader aria-label={t('common.loading')} />}
      {data?.length === 0 && <EmptyState text={t('competence.standards.empty')} />}
      {data?.map((standard) => (
        <Section
          key={standard.standardId}
          title={standard.position}
          intro={standard.citation}
          actions={
            <Button
              size="compact-md"
              variant="default"
              aria-label={t('competence.editNamed', { title: standard.position })}
              onClick={() => setEdited(standard)}
            >
              {t('competence.edit')}
            </Button>
          }
        >
          {standard.competences.length === 0 ? (
            <Text c="dimmed">{t('competence.standards.noCompetences')}</Text>
          ) : (
            <DataTable fz="sm" aria-label={standard.position}>
              <Table.Tbody>
                {standard.competences.map(({ name, type, level, description }) => (
                  <Table.Tr key={name}>
                    <Table.Th scope="row" fw={500}>
                      {name}
                      {description !== '' && (
                        <Text size="sm" c="dimmed" style={{ whiteSpace: 'pre-wrap' }}>
                          {description}
                        </Text>
                      )}
                    </Table.Th>
                    <Table.Td>{t(`competence.type.${type}`)}</Table.Td>
                    <Table.Td>{t('competence.standards.level', { level })}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </DataTable>
          )}
        </Section>
      ))}
      {edited !== null && (
        <StandardDialog standard={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </Page>
  );
};
