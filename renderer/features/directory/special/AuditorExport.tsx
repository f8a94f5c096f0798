import { Alert, Button, Checkbox, Group, Radio, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Section } from '../../../ui/Section.tsx';

type Form = 'protected' | 'bare';

/**
 * Exports what opens packages for this vault, so that an auditor can open them without the app. The passphrase of the
 * file is chosen in the window of confirmation.
 */
export const AuditorExport = () => {
  const { t } = useTranslation();
  const [form, setForm] = useState<Form>('protected');
  const [understood, setUnderstood] = useState(false);
  const [saved, setSaved] = useState(false);
  const exporting = useCommand('identity.exportReceiving');
  const ready = form === 'protected' || understood;
  const choose = (next: Form): void => {
    setForm(next);
    setUnderstood(false);
    setSaved(false);
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!ready) return;
    setSaved(false);
    const answer = await exporting.run({ protection: form === 'bare' ? 'none' : 'passphrase' });
    if (!answer.ok || !answer.value.saved) return;
    setUnderstood(false);
    setSaved(true);
  };
  return (
    <Section title={t('directory.auditor')} intro={t('directory.auditorIntro')}>
      <form onSubmit={(event) => void submit(event)} noValidate aria-label={t('directory.auditor')}>
        <Stack gap="sm">
          <Radio.Group label={t('directory.auditorForm')} value={form} onChange={(next) => choose(next as Form)}>
            <Stack gap={6} mt={6}>
              <Radio value="protected" label={t('directory.auditorProtected')} />
              <Radio value="bare" label={t('directory.auditorBare')} />
            </Stack>
          </Radio.Group>
          {form === 'bare' && (
            <Alert color="amber" variant="light" title={t('directory.auditorBareTitle')}>
              <Text mb="xs">{t('directory.auditorBareText')}</Text>
              <Checkbox
                label={t('directory.auditorUnderstood')}
                checked={understood}
                onChange={(event) => setUnderstood(event.currentTarget.checked)}
              />
            </Alert>
          )}
          {exporting.error !== null && <ErrorNotice error={exporting.error} />}
          <Group>
            <Button type="submit" variant="default" loading={exporting.busy} disabled={!ready}>
              {t('directory.auditorExport')}
            </Button>
            <Text role="status" size="sm">
              {saved && t('directory.auditorSaved')}
            </Text>
          </Group>
        </Stack>
      </form>
    </Section>
  );
};
