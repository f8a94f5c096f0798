import { Button, Group, Stack, Text, Textarea, type TextareaProps } from '@mantine/core';
import { maxText } from '@shared/domain/fields.ts';
import { IconSignature } from '@tabler/icons-react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../../../lib/draft.ts';
import type { Failure } from '../../../lib/failure-text.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { DateField } from '../../../ui/form/DateField.tsx';
import { SaveState } from '../../../ui/SaveState.tsx';

/** What an employee says of a copy, as far as it is typed. */
export interface OwnWords {
  readonly date: string;
  readonly response: string;
}

export interface OwnWordsFormProps {
  readonly title: string;
  /** The rule behind it. */
  readonly hint: ReactNode;
  readonly draft: Draft<OwnWords>;
  readonly dateLabel: string;
  /** The field of the words; null: none is asked for. */
  readonly words: Pick<TextareaProps, 'label' | 'description' | 'required' | 'minRows' | 'maxRows'> | null;
  readonly meaning?: string;
  readonly signLabel: string;
  readonly signing: { readonly busy: boolean; readonly error: Failure | null };
  /** Signs what was typed; true when it is signed. */
  readonly sign: (typed: OwnWords) => Promise<boolean>;
  readonly onSigned: () => void;
}

/** The employee says something of a copy by the own signature: on a day, in the own words. */
export const OwnWordsForm = (props: OwnWordsFormProps) => {
  const { title, hint, draft, dateLabel, words: field, meaning, signLabel, signing, sign, onSigned } = props;
  const { t } = useTranslation();
  const { date, response } = draft.value;
  const isIncomplete = date === '' || (field?.required === true && response.trim() === '');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isIncomplete) return;
    await draft.flush();
    if (!(await sign({ date, response }))) return;
    onSigned();
    await draft.discard();
  };
  if (!draft.ready) return null;
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label={title}>
      <Stack gap="sm">
        <DateField
          label={dateLabel}
          required
          value={date}
          onChange={(next) => draft.setValue({ date: next, response })}
          error={date === '' ? t('common.required') : undefined}
        />
        {field !== null && (
          <Textarea
            {...field}
            autosize
            maxLength={maxText}
            value={response}
            onChange={(event) => draft.setValue({ date, response: event.currentTarget.value })}
          />
        )}
        {hint}
        {meaning !== undefined && (
          <Text size="sm" c="dimmed">
            {meaning}
          </Text>
        )}
        {signing.error !== null && <ErrorNotice error={signing.error} />}
        <Group justify="space-between">
          <Button
            type="submit"
            leftSection={<IconSignature size={17} aria-hidden />}
            loading={signing.busy}
            disabled={isIncomplete}
          >
            {signLabel}
          </Button>
          <SaveState draft={draft} />
        </Group>
      </Stack>
    </form>
  );
};
