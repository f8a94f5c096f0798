import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { type ClockReason, unusedDays } from '@shared/domain/audit/clock.ts';
import type { ClockAnswer } from '@shared/domain/audit/stated-time.ts';
import { isIsoDate, toIsoInstant, toLocalDay, toLocalTime } from '@shared/kernel/date.ts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClockAsked } from '../../lib/ask-clock.ts';
import { useFormat } from '../../lib/format.ts';
import { DateField } from '../form/DateField.tsx';
import { JudgedInput } from '../form/JudgedInput.tsx';
import { ReturnFocus } from '../ReturnFocus.tsx';

/** What is typed; the time is the one on the wall, here. */
export interface TypedTime {
  readonly day: string;
  readonly time: string;
}

/** The instant of a day and a time of day here; null while they are none. */
export const instantOf = ({ day, time }: TypedTime): string | null =>
  isIsoDate(day) && /^\d{2}:\d{2}$/.test(time) ? toIsoInstant(new Date(`${day}T${time}:00`).getTime()) : null;

/** The day and the time of day of an instant here. */
export const typedTimeOf = (milliseconds: number): TypedTime => ({
  day: toLocalDay(milliseconds),
  time: toLocalTime(milliseconds),
});

export interface ClockQuestionProps {
  readonly asked: ClockAsked;
  /** What stands in the fields at first. */
  readonly initial: TypedTime;
  readonly onAnswer: (answer: ClockAnswer | null) => void;
}

/** What speaks against the clock, in words. */
const Doubt = ({ asked: { details, unfit } }: Pick<ClockQuestionProps, 'asked'>) => {
  const { t } = useTranslation();
  const { dateTime } = useFormat();
  const moments = { reads: dateTime(details.reads), known: dateTime(details.known) };
  return (
    <>
      <Text>{t(details.isBehind ? 'clock.ask.behind' : 'clock.ask.leapt', moments)}</Text>
      {unfit && (
        <Text role="alert" c="var(--mantine-color-error)">
          {t('clock.ask.unfit', { known: moments.known, count: unusedDays })}
        </Text>
      )}
    </>
  );
};

/**
 * Asks before something is signed by a clock that is behind it, or leapt: the person states the right time, or says why
 * the clock is right.
 */
export const ClockQuestion = ({ asked, initial, onAnswer }: ClockQuestionProps) => {
  const { t } = useTranslation();
  const [reason, setReason] = useState<ClockReason>('computerWrong');
  const [typed, setTyped] = useState(initial);
  const [tried, setTried] = useState(false);
  const missing = (isThere: boolean): string | undefined => (tried && !isThere ? t('fieldIssue.required') : undefined);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // The form below has its own: what is pressed here sends that one off no more.
    event.stopPropagation();
    const at = instantOf(typed);
    if (reason !== 'computerWrong') onAnswer({ reason });
    else if (at === null) setTried(true);
    else onAnswer({ reason, at });
  };
  const leave = (): void => onAnswer(null);
  return (
    <Modal
      opened
      onClose={leave}
      size="lg"
      title={t('clock.ask.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ReturnFocus />
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Doubt asked={asked} />
          <Radio.Group label={t('clock.ask.choose')} value={reason} onChange={(next) => setReason(next as ClockReason)}>
            <Stack gap={6} mt={6}>
              {asked.details.reasons.map((it) => (
                <Radio key={it} value={it} label={t(`clock.ask.reason.${it}`)} />
              ))}
            </Stack>
          </Radio.Group>
          {reason === 'computerWrong' && (
            <>
              <DateField
                label={t('clock.ask.date')}
                required
                value={typed.day}
                onChange={(day) => setTyped((now) => ({ ...now, day }))}
                error={missing(isIsoDate(typed.day))}
              />
              <JudgedInput
                type="time"
                label={t('clock.ask.time')}
                required
                value={typed.time}
                w={190}
                maw="100%"
                onWrite={(value) => setTyped((now) => ({ ...now, time: value.slice(0, 5) }))}
                error={missing(typed.time !== '')}
              />
              <Text size="sm">{t('clock.ask.marked')}</Text>
            </>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={leave}>
              {t('common.cancel')}
            </Button>
            <Button type="submit">{t('clock.ask.goOn')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
