import { ActionIcon, Button, Fieldset, Group, Stack, TextInput } from '@mantine/core';
import { maxLine } from '@shared/domain/fields.ts';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { asList, type InputProps, removeAt, replaceAt } from './input-props.ts';

interface Session {
  readonly date: string;
  readonly place: string;
}

/** Days and places on which counselling was held. */
export const SessionsInput = ({ label, value, onChange, issue }: InputProps) => {
  const { t } = useTranslation();
  const sessions = asList<Session>(value);
  const set = (index: number, part: Partial<Session>): void =>
    onChange(replaceAt(sessions, index, { ...(sessions[index] ?? { date: '', place: '' }), ...part }));
  return (
    <Fieldset legend={label} aria-label={label}>
      <Stack gap="xs">
        {sessions.map((session, index) => (
          <Group
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity
            key={index}
            role="group"
            aria-label={t('cases.rows.session', { number: index + 1 })}
            align="flex-end"
            gap="xs"
          >
            <TextInput
              type="date"
              label={t('cases.field.date')}
              value={session.date}
              onChange={(event) => set(index, { date: event.currentTarget.value })}
              error={issue(index, 'date')}
            />
            <TextInput
              flex={1}
              label={t('cases.field.place')}
              value={session.place}
              maxLength={maxLine}
              onChange={(event) => set(index, { place: event.currentTarget.value })}
              error={issue(index, 'place')}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t('cases.rows.removeSession', { number: index + 1 })}
              onClick={() => onChange(removeAt(sessions, index))}
            >
              <IconTrash size={17} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <Group>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => onChange([...sessions, { date: '', place: sessions.at(-1)?.place ?? '' }])}
          >
            {t('cases.rows.addSession')}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
};
