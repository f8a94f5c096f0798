import { Alert, Button, Checkbox, Group, PasswordInput, Radio, Stack, Text } from '@mantine/core';
import { maxPassphrase } from '@shared/contract/fields.ts';
import { passphraseRule } from '@shared/domain/identity/passphrase.ts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Section } from '../../../ui/Section.tsx';

type Form = 'protected' | 'bare';
const nothing = { passphrase: '', again: '' };

/** Exports what opens packages for this vault, so that an auditor can open them without the app. */
export const AuditorExport = () => {
  const { t } = useTranslation();
  const [form, setForm] = useState<Form>('protected');
  const [typed, setTyped] = useState(nothing);
  const [understood, setUnderstood] = useState(false);
  const [saved, setSaved] = useState(false);
  const exporting = useCommand('identity.exportReceiving');
  const differ = typed.again !== '' && typed.again !== typed.passphrase;
  const ready = form === 'bare' ? understood : typed.passphrase !== '' && typed.again === typed.passphrase;
  const choose = (next: Form): void => {
    setForm(next);
    setUnderstood(false);
    setSaved(false);
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!ready) return;
    setSaved(false);
    const passphrase = form === 'bare' ? null : typed.passphrase;
    const answer = await exporting.run({ passphrase });
    if (!answer.ok || !answer.value.saved) return;
    setTyped(nothing);
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
          {form === 'protected' ? (
            <Group grow align="flex-start" maw={640}>
              {(['passphrase', 'again'] as const).map((field) => (
                <PasswordInput
                  key={field}
                  label={t(`directory.auditorField.${field}`)}
                  description={
                    field === 'passphrase' && t('directory.auditorAdvice', { length: passphraseRule.minLength })
                  }
                  inputWrapperOrder={['label', 'input', 'description', 'error']}
                  autoComplete="off"
                  maxLength={maxPassphrase}
                  value={typed[field]}
                  onChange={(event) => setTyped({ ...typed, [field]: event.currentTarget.value })}
                  error={field === 'again' && differ && t('directory.auditorDiffer')}
                  visibilityToggleButtonProps={{ 'aria-label': t('common.showPassphrase'), tabIndex: 0 }}
                />
              ))}
            </Group>
          ) : (
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
