import { List, Stack, Table, Text } from '@mantine/core';
import type { CaseView } from '@shared/contract/case.ts';
import { useFormat } from '../../../lib/format.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { useCaseTexts } from '../texts.ts';
import { actDay } from './act-day.ts';
import { CaseDeliveries } from './CaseDeliveries.tsx';
import { splitReceivers } from './receivers.ts';

/** What was sent to whom, who receives what of each act, and the reporting route of the assigned counsellor. */
export const DeliveriesTab = ({ view }: { readonly view: CaseView }) => {
  const { t, actName, roleName, roleNames } = useCaseTexts();
  const { date } = useFormat();
  return (
    <Stack gap="sm">
      <CaseDeliveries caseId={view.summary.caseId} />
      <Text size="sm" c="dimmed">
        {t('cases.deliveries.intro')}
      </Text>
      {view.resultReceivers.length > 0 && (
        <Text>{t('cases.deliveries.route', { roles: roleNames(view.resultReceivers) })}</Text>
      )}
      <DataTable verticalSpacing="xs" aria-label={t('cases.view.deliveries')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('cases.deliveries.act')}</Table.Th>
            <Table.Th scope="col">{t('cases.view.deliveries')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {view.acts.map((act) => (
            <Table.Tr key={act.hash}>
              <Table.Td valign="top">
                {actName(act.type)}
                <Text size="sm" c="dimmed">
                  {date(actDay(act))}
                </Text>
              </Table.Td>
              <Table.Td>
                {splitReceivers(act.deliveries).receivers.length === 0 && t('cases.deliveries.empty')}
                <List size="sm" listStyleType="none">
                  {splitReceivers(act.deliveries).receivers.map(({ role, form }) => (
                    <List.Item key={role}>
                      {roleName(role)}: {t(`cases.deliveries.form.${form}`)}
                    </List.Item>
                  ))}
                </List>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </DataTable>
    </Stack>
  );
};
