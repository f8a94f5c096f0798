import { Anchor, Button, Group, Radio, Stack, Text } from '@mantine/core';
import type { NoteFate } from '@shared/domain/retention/own-notes.ts';
import { IconNotebook } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { type Output, useCommand, useQueryCall } from '../../lib/query.ts';
import { AskedNotice } from '../../ui/AskedNotice.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { DateField } from '../../ui/form/DateField.tsx';

type Leaving = Output<'notes.leaving'>;
type Choice = NoteFate | 'eraseNow';
const choices = ['keep', 'keepUntil', 'eraseNow'] as const satisfies readonly Choice[];

/** The choice, and the button that carries it out; erasing is confirmed by the passphrase. */
const Decide = ({ decision, onDone }: Pick<Leaving, 'decision'> & { readonly onDone: () => void }) => {
  const { t } = useTranslation();
  const [choice, setChoice] = useState<Choice | null>(decision?.fate ?? null);
  const [until, setUntil] = useState(decision?.until ?? '');
  const decide = useCommand('notes.decide');
  const erase = useCommand('notes.eraseAll');
  const error = decide.error ?? erase.error;
  const submit = async (): Promise<void> => {
    if (choice === null) return;
    const done =
      choice === 'eraseNow'
        ? await erase.run({})
        : await decide.run({ fate: choice, until: choice === 'keepUntil' ? until : null });
    if (done.ok) onDone();
  };
  return (
    <Stack gap="sm" align="flex-start">
      <Radio.Group
        label={t('notes.leaving.fate')}
        value={choice}
        onChange={(next) => setChoice(choices.find((known) => known === next) ?? null)}
      >
        <Stack gap="xs" mt="xs">
          {choices.map((one) => (
            <Radio key={one} value={one} label={t(`notes.leaving.${one}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {choice === 'keepUntil' && (
        <DateField label={t('notes.leaving.until')} required value={until} onChange={setUntil} />
      )}
      {error !== null && <ErrorNotice error={error} />}
      <Button
        color={choice === 'eraseNow' ? 'red' : undefined}
        disabled={choice === null || (choice === 'keepUntil' && until === '')}
        loading={decide.busy || erase.busy}
        onClick={() => void submit()}
      >
        {t(choice === 'eraseNow' ? 'notes.leaving.eraseAll' : 'notes.leaving.decide')}
      </Button>
    </Stack>
  );
};

/** What a counsellor who has left decided about the own notes, with a way to change it. */
const Decided = ({
  decision,
  onChange,
}: {
  readonly decision: NonNullable<Leaving['decision']>;
  readonly onChange: () => void;
}) => {
  const { t } = useTranslation();
  const { date } = useFormat();
  const { fate, until } = decision;
  return (
    <Group gap="xs" mb="md">
      <Text size="sm" c="dimmed">
        {t(`notes.leaving.decided.${fate}`, { date: until === null ? '' : date(until) })}
      </Text>
      <Anchor component="button" type="button" size="sm" onClick={onChange}>
        {t('notes.leaving.change')}
      </Anchor>
    </Group>
  );
};

/** Asks a counsellor who has left what becomes of the own notes; nothing for everybody else. */
export const LeavingNotes = () => {
  const { t } = useTranslation();
  const [changing, setChanging] = useState(false);
  const leaving = useQueryCall('notes.leaving', {}).data;
  if (leaving === undefined || leaving.notes === 0) return null;
  const { question, decision, notes } = leaving;
  if (question === null && !changing)
    return decision === null ? null : <Decided decision={decision} onChange={() => setChanging(true)} />;
  return (
    <AskedNotice icon={IconNotebook} title={t(`notes.leaving.title.${question ?? 'whatBecomes'}`)}>
      <Text mb="sm">
        {t('notes.leaving.number', { number: notes })} {t('notes.leaving.text')}
      </Text>
      <Decide decision={decision} onDone={() => setChanging(false)} />
    </AskedNotice>
  );
};
