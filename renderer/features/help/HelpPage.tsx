import { Kbd, List, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/DataTable.tsx';
import { Page } from '../../ui/Page.tsx';
import { Section } from '../../ui/Section.tsx';

const steps = ['1', '2', '3', '4', '5', '6'] as const;
const keys = [
  { keys: ['Ctrl', 'K'], text: 'help.key.palette' },
  { keys: ['Ctrl', 'L'], text: 'help.key.lock' },
  { keys: ['Tab'], text: 'help.key.next' },
] as const;

/** What a newcomer asks. */
export const HelpPage = () => {
  const { t } = useTranslation();
  return (
    <Page title={t('help.title')} width="reading">
      <Section title={t('help.steps')}>
        <List type="ordered" spacing="xs">
          {steps.map((step) => (
            <List.Item key={step}>{t(`help.step.${step}`)}</List.Item>
          ))}
        </List>
      </Section>
      <Section title={t('help.keys')}>
        <DataTable>
          <Table.Tbody>
            {keys.map(({ keys: pressed, text }) => (
              <Table.Tr key={text}>
                <Table.Th scope="row">
                  {pressed.map((key) => (
                    <Kbd key={key} mr={4}>
                      {key}
                    </Kbd>
                  ))}
                </Table.Th>
                <Table.Td>{t(text)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </DataTable>
      </Section>
      {(['leaves', 'signature', 'limits', 'sources'] as const).map((topic) => (
        <Section key={topic} title={t(`help.${topic}`)}>
          <Text>{t(`help.${topic}Text`)}</Text>
        </Section>
      ))}
    </Page>
  );
};
