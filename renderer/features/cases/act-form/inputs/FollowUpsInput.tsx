import { Button, Fieldset, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { maxLine, maxText } from '@shared/domain/fields.ts';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFollowUpNames } from '../../follow-up-names.ts';
import { emptyFollowUp } from '../prefill/follow-up.ts';
import { asList, type InputProps, removeAt, replaceAt } from './input-props.ts';

interface FollowUp {
  readonly kind: string;
  readonly reason: string;
  readonly personInCharge: string;
  readonly dueDate: string;
}

/** The follow-ups decided: each with its reason, who sees to it, and by when. */
export const FollowUpsInput = ({ label, help, value, onChange, issue }: InputProps) => {
  const { t } = useTranslation();
  const { options } = useFollowUpNames();
  const items = asList<FollowUp>(value);
  const set = (index: number, part: Partial<FollowUp>): void =>
    onChange(replaceAt(items, index, { ...(items[index] ?? emptyFollowUp), ...part }));
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {help}
      </Text>
      {items.map((item, index) => {
        const legend = t('cases.rows.followUp', { number: index + 1 });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity
          <Fieldset key={index} legend={legend} aria-label={legend}>
            <Stack gap="xs">
              <Select
                label={t('cases.rows.kind')}
                withAsterisk
                data={options}
                value={item.kind === '' ? null : item.kind}
                placeholder={t('cases.form.chooseEllipsis')}
                allowDeselect={false}
                onChange={(kind) => set(index, { kind: kind ?? '' })}
                error={issue(index, 'kind')}
              />
              <Textarea
                label={t('cases.rows.reason')}
                withAsterisk
                autosize
                minRows={2}
                maxRows={10}
                maxLength={maxText}
                value={item.reason}
                onChange={(event) => set(index, { reason: event.currentTarget.value })}
                error={issue(index, 'reason')}
              />
              <Group align="flex-start" grow>
                <TextInput
                  label={t('cases.rows.personInCharge')}
                  withAsterisk
                  maxLength={maxLine}
                  value={item.personInCharge}
                  onChange={(event) => set(index, { personInCharge: event.currentTarget.value })}
                  error={issue(index, 'personInCharge')}
                />
                <TextInput
                  type="date"
                  label={t('cases.rows.dueDate')}
                  value={item.dueDate}
                  onChange={(event) => set(index, { dueDate: event.currentTarget.value })}
                  error={issue(index, 'dueDate')}
                />
              </Group>
              {items.length > 1 && (
                <Group justify="flex-end">
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color="gray"
                    leftSection={<IconTrash size={15} aria-hidden />}
                    onClick={() => onChange(removeAt(items, index))}
                  >
                    {t('cases.rows.removeFollowUp', { number: index + 1 })}
                  </Button>
                </Group>
              )}
            </Stack>
          </Fieldset>
        );
      })}
      <Group>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => onChange([...items, emptyFollowUp])}
        >
          {t('cases.rows.addFollowUp')}
        </Button>
        {issue() !== undefined && (
          <Text size="sm" c="var(--mantine-color-error)" aria-label={label}>
            {issue()}
          </Text>
        )}
      </Group>
    </Stack>
  );
};
