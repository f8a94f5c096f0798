import { Button, Table, Text } from '@mantine/core';
import { settingFields } from '@shared/domain/retention/fields.ts';
import { retentionKinds } from '@shared/domain/retention/schedule.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../lib/draft.ts';
import { type Output, useCommand } from '../../lib/query.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { FormFields } from '../../ui/form/FormFields.tsx';
import { noIssues } from '../../ui/form/issues.ts';
import { Section } from '../../ui/Section.tsx';

type Setting = Pick<Output<'case.retention'>, 'holding' | 'schedule'>;

const ScheduleDialog = ({ holding, schedule, onClose }: Setting & { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const draft = useDraft({ kind: 'retention', caseId: null, subjectKey: '', initial: { holding, schedule } });
  const save = useCommand('retention.set');
  const submit = async (): Promise<void> => {
    if (!(await save.run(draft.value)).ok) return;
    await draft.discard();
    onClose();
  };
  return (
    <FormDialog
      title={t('retention.schedule')}
      busy={save.busy}
      draft={draft}
      error={save.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <FormFields
        fields={settingFields}
        value={{ holding: draft.value.holding ?? '', ...draft.value.schedule }}
        onChange={(name, next) =>
          draft.setValue((known) =>
            name === 'holding'
              ? { ...known, holding: next as Setting['holding'] }
              : { ...known, schedule: { ...known.schedule, [name]: next } },
          )
        }
        issue={noIssues}
      />
    </FormDialog>
  );
};

/** What the vault holds and how long: one row for each way in which a file ends, and for all else. */
export const Schedule = ({ holding, schedule }: Setting) => {
  const { t } = useTranslation();
  const [edited, setEdited] = useState(false);
  return (
    <Section title={t('retention.schedule')} intro={t('retention.scheduleIntro')}>
      <Text mb="sm">{t(holding === null ? 'retention.holdingUnknown' : `retention.holds.${holding}`)}</Text>
      <DataTable aria-label={t('retention.schedule')}>
        <Table.Thead>
          <Table.Tr>
            {(['kind', 'active', 'inactive', 'disposition', 'citation'] as const).map((column) => (
              <Table.Th key={column} scope="col">
                {t(`retention.column.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {retentionKinds.map((kind) => {
            const rule = schedule[kind];
            return (
              <Table.Tr key={kind}>
                <Table.Th scope="row" fw={500}>
                  {t(`retention.kind.${kind}`)}
                </Table.Th>
                {rule === null ? (
                  <Table.Td colSpan={4}>{t('retention.notSet')}</Table.Td>
                ) : (
                  <>
                    <Table.Td>{t('retention.years', { count: rule.active })}</Table.Td>
                    <Table.Td>{t('retention.years', { count: rule.inactive })}</Table.Td>
                    <Table.Td>{t(`retention.disposition.${rule.disposition}`)}</Table.Td>
                    <Table.Td>{rule.citation || '–'}</Table.Td>
                  </>
                )}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </DataTable>
      <Button mt="sm" variant="default" onClick={() => setEdited(true)}>
        {t('retention.edit')}
      </Button>
      {edited && <ScheduleDialog holding={holding} schedule={schedule} onClose={() => setEdited(false)} />}
    </Section>
  );
};
