import { Alert, Button, NumberInput } from '@mantine/core';
import { type Settings, settingsLimits } from '@shared/contract/settings.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/navigation.ts';
import { useCommand, useQueryCall } from '../../lib/query.ts';
import { Section } from '../../ui/Section.tsx';
import { IdentitySection } from './IdentitySection.tsx';
import { IntegritySection } from './IntegritySection.tsx';
import { RecoverySheetSection } from './RecoverySheetSection.tsx';
import { RotationSection } from './RotationSection.tsx';
import { SaveBar } from './SaveBar.tsx';
import { useSettingsForm } from './use-settings-form.ts';

/** When the vault locks by itself, reminders, passphrase, recovery sheet and keys, the way to the audit trail. */
export const SecurityTab = ({ settings }: { readonly settings: Settings }) => {
  const { t } = useTranslation();
  const { value, change, submit, bar } = useSettingsForm(settings);
  // What is to be settled comes first.
  const broken = (useQueryCall('integrity.status', {}).data?.findings.length ?? 0) > 0;
  return (
    <>
      {broken && <IntegritySection />}
      <form onSubmit={(event) => void submit(event)}>
        <Section title={t('settings.security')}>
          <NumberInput
            label={t('settings.idle')}
            {...settingsLimits.idleMinutes}
            allowDecimal={false}
            clampBehavior="strict"
            value={value.idleMinutes}
            onChange={(minutes) => typeof minutes === 'number' && change({ idleMinutes: minutes })}
            mb="xs"
          />
          <NumberInput
            label={t('settings.reminder')}
            description={t('settings.reminderHint')}
            {...settingsLimits.reminderDays}
            allowDecimal={false}
            clampBehavior="strict"
            value={value.reminderDays}
            onChange={(days) => typeof days === 'number' && change({ reminderDays: days })}
            mb="xs"
          />
          <NumberInput
            label={t('settings.correctionTerm')}
            description={t('settings.correctionTermHint')}
            {...settingsLimits.correctionDays}
            allowDecimal={false}
            clampBehavior="strict"
            value={value.correctionDays}
            onChange={(days) => typeof days === 'number' && change({ correctionDays: days })}
          />
          <SaveBar {...bar} />
        </Section>
      </form>
      <ChangePassphrase />
      <RecoverySheetSection />
      <RotationSection />
      <IdentitySection />
      {!broken && <IntegritySection />}
      <Incident />
      <Trail />
    </>
  );
};

/** The way to what is done when others may have what is in the vault. */
const Incident = () => {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <Section title={t('retention.incident.title')} intro={t('retention.incident.whenToUse')}>
      <Button variant="default" onClick={() => go(placeOf('incident'))}>
        {t('retention.incident.open')}
      </Button>
    </Section>
  );
};

/** The way to the audit trail. */
const Trail = () => {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <Section title={t('auditTrail.title')} intro={t('auditTrail.settingsIntro')}>
      <Button variant="default" onClick={() => go(placeOf('audit'))}>
        {t('auditTrail.open')}
      </Button>
    </Section>
  );
};

/** Asks for another passphrase; both are typed in the window of confirmation alone. */
const ChangePassphrase = () => {
  const { t } = useTranslation();
  const [changed, setChanged] = useState(false);
  const command = useCommand('vault.changePassphrase');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setChanged(false);
    setChanged((await command.run({})).ok);
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Section title={t('settings.passphrase')}>
        <Alert variant="light" mb="sm">
          {t('settings.passphraseOld')}
        </Alert>
        <SaveBar
          busy={command.busy}
          saved={changed}
          error={command.error}
          savedText={t('settings.passphraseChanged')}
          label={t('settings.passphrase')}
        />
      </Section>
    </form>
  );
};
