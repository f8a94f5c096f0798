import { Button, Fieldset, Group, NumberInput, SimpleGrid, Stack } from '@mantine/core';
import { maxMinutes } from '@shared/domain/fields.ts';
import { useTranslation } from 'react-i18next';
import { today } from '../../../lib/format.ts';
import type { Issues } from '../form/issues.ts';
import { TextField } from '../form/TextField.tsx';
import type { QuickState } from './quick-state.ts';

type Log = QuickState['log'];

export interface LogInputProps {
  readonly value: Log;
  readonly onChange: (log: Log) => void;
  readonly issues: Issues;
}

/** What was done in each session of a mentoring: date, activity, result, length. */
export const LogInput = ({ value, onChange, issues }: LogInputProps) => {
  const { t } = useTranslation();
  const set = (at: number, change: Partial<Log[number]>): void =>
    onChange(value.map((entry, index) => (index === at ? { ...entry, ...change } : entry)));
  return (
    <Stack gap="sm" mt="sm">
      {value.map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries have no name of their own
        <Fieldset key={index} legend={t('guidance.logEntry', { number: index + 1 })}>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <TextField
              label={t('guidance.field.date')}
              path={`log.${index}.date`}
              type="date"
              required
              value={entry.date}
              onChange={(date) => set(index, { date })}
              issues={issues}
            />
            <NumberInput
              label={t('guidance.field.minutes')}
              min={1}
              max={maxMinutes}
              allowDecimal={false}
              value={entry.minutes ?? ''}
              onChange={(minutes) => set(index, { minutes: typeof minutes === 'number' ? minutes : null })}
              error={issues[`log.${index}.minutes`]}
            />
            {(['activity', 'result'] as const).map((name) => (
              <TextField
                key={name}
                label={t(`guidance.field.${name}`)}
                path={`log.${index}.${name}`}
                required
                value={entry[name]}
                onChange={(text) => set(index, { [name]: text })}
                issues={issues}
              />
            ))}
          </SimpleGrid>
          {value.length > 1 && (
            <Button
              mt="xs"
              size="compact-sm"
              variant="subtle"
              color="gray"
              onClick={() => onChange(value.filter((_, at) => at !== index))}
            >
              {t('guidance.removeLog', { number: index + 1 })}
            </Button>
          )}
        </Fieldset>
      ))}
      <Group>
        <Button
          size="compact-md"
          variant="default"
          disabled={value.length >= 60}
          onClick={() => onChange([...value, { date: today(), activity: '', result: '', minutes: 60 }])}
        >
          {t('guidance.addLog')}
        </Button>
      </Group>
    </Stack>
  );
};
