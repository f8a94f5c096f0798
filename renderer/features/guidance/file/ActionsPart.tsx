import { Button, Checkbox, Fieldset, Group, List, SimpleGrid, Stack, Text } from '@mantine/core';
import { partnerLines } from '@shared/domain/guidance/barriers.ts';
import type { GuidanceAction } from '@shared/domain/guidance/working-file.ts';
import { useTranslation } from 'react-i18next';
import { newId } from '../../../lib/new-id.ts';
import { Section } from '../../../ui/Section.tsx';
import { TextField } from '../form/TextField.tsx';
import type { PartProps } from './part-props.ts';

/** What was agreed between sessions: the coach keeps the person company in keeping it. */
export const ActionsPart = ({ file, change, issues }: PartProps) => {
  const { t } = useTranslation();
  const set = (actionId: string, edit: Partial<GuidanceAction>): void =>
    change((current) => ({
      ...current,
      actions: current.actions.map((action) => (action.actionId === actionId ? { ...action, ...edit } : action)),
    }));
  const add = (): void =>
    change((current) => ({
      ...current,
      actions: [...current.actions, { actionId: newId(), text: '', due: '', done: false, note: '' }],
    }));
  return (
    <>
      <Section
        title={t('guidance.tab.actions')}
        actions={
          <Button size="compact-md" variant="default" disabled={file.actions.length >= 300} onClick={add}>
            {t('guidance.action.add')}
          </Button>
        }
      >
        {file.actions.length === 0 && <Text c="dimmed">{t('guidance.action.empty')}</Text>}
        <Stack gap="md">
          {file.actions.map((action, index) => (
            <Fieldset key={action.actionId} legend={t('guidance.action.legend', { number: index + 1 })}>
              <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
                <TextField
                  label={t('guidance.action.text')}
                  path={`actions.${index}.text`}
                  value={action.text}
                  onChange={(text) => set(action.actionId, { text })}
                  issues={issues}
                />
                <TextField
                  label={t('guidance.action.note')}
                  path={`actions.${index}.note`}
                  value={action.note}
                  onChange={(note) => set(action.actionId, { note })}
                  issues={issues}
                />
              </SimpleGrid>
              <Group mt="sm" align="flex-end">
                <TextField
                  label={t('guidance.action.due')}
                  path={`actions.${index}.due`}
                  type="date"
                  value={action.due}
                  onChange={(due) => set(action.actionId, { due })}
                  issues={issues}
                />
                <Checkbox
                  mb={8}
                  label={t('guidance.action.done')}
                  checked={action.done}
                  onChange={(event) => set(action.actionId, { done: event.currentTarget.checked })}
                />
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="gray"
                  mb={8}
                  onClick={() =>
                    change((current) => ({
                      ...current,
                      actions: current.actions.filter(({ actionId }) => actionId !== action.actionId),
                    }))
                  }
                >
                  {t('guidance.action.remove', { number: index + 1 })}
                </Button>
              </Group>
            </Fieldset>
          ))}
        </Stack>
      </Section>
      <Section title={t('guidanceHelp.partnerTitle')}>
        <List size="sm" spacing={4}>
          {partnerLines.map((key) => (
            <List.Item key={key}>{t(key)}</List.Item>
          ))}
        </List>
      </Section>
    </>
  );
};
