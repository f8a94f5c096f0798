import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Output, useCommand, useQueryCall } from '../../lib/query.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { RecoveryAnswers } from '../../ui/RecoveryAnswers.tsx';
import { RecoveryGroups } from '../../ui/RecoveryGroups.tsx';
import { Section } from '../../ui/Section.tsx';

type NewSheet = Output<'keys.makeSheet'>;

/** A recovery code that was just made: printed or written down, then shown to be at hand. */
const Shown = ({ sheet, onDone }: { readonly sheet: NewSheet; readonly onDone: (inForce: boolean) => void }) => {
  const { t } = useTranslation();
  const print = useCommand('keys.printSheet');
  const confirm = useCommand('keys.confirmSheet');
  const [answers, setAnswers] = useState<readonly [string, string]>(['', '']);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if ((await confirm.run({ answers: [...answers] })).ok) onDone(true);
  };
  const failure = print.error ?? confirm.error;
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        <Text>{t('vault.step.sheet.intro')}</Text>
        <RecoveryGroups groups={sheet.recoveryGroups} />
        <Group>
          <Button
            variant="default"
            leftSection={<IconPrinter size={17} aria-hidden />}
            loading={print.busy}
            onClick={() => void print.run({})}
          >
            {t('vault.printSheet')}
          </Button>
        </Group>
        <Text>{t('vault.step.confirm.intro')}</Text>
        <RecoveryAnswers asked={sheet.askedGroups} answers={answers} disabled={confirm.busy} onChange={setAnswers} />
        {failure !== null && <ErrorNotice error={failure} />}
        <Group>
          <Button type="submit" loading={confirm.busy} disabled={answers.some((answer) => answer.trim() === '')}>
            {t('keys.useSheet')}
          </Button>
          <Button variant="default" disabled={confirm.busy} onClick={() => onDone(false)}>
            {t('keys.keepSheet')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

/** Makes another recovery sheet; until it is shown to be at hand, the one before stays good. */
export const RecoverySheetSection = () => {
  const { t } = useTranslation();
  const isMissing = useQueryCall('keys.status', {}).data?.sheetConfirmed === false;
  const make = useCommand('keys.makeSheet');
  const [sheet, setSheet] = useState<NewSheet | null>(null);
  const [done, setDone] = useState(false);
  const run = async (): Promise<void> => {
    setDone(false);
    const made = await make.run({});
    if (made.ok) setSheet(made.value);
  };
  return (
    <Section title={t('keys.sheet')} intro={t('keys.sheetIntro')}>
      {isMissing && (
        <Alert variant="light" color="amber" mb="sm" title={t('keys.sheetMissing')}>
          {t('keys.sheetMissingText')}
        </Alert>
      )}
      {make.error !== null && <ErrorNotice error={make.error} />}
      {sheet === null ? (
        <Group>
          <Button variant="default" loading={make.busy} onClick={() => void run()}>
            {t('keys.makeSheet')}
          </Button>
          <Text role="status" size="sm" c="dimmed">
            {done ? t('keys.sheetDone') : ''}
          </Text>
        </Group>
      ) : (
        <Shown
          sheet={sheet}
          onDone={(inForce) => {
            setSheet(null);
            setDone(inForce);
          }}
        />
      )}
    </Section>
  );
};
