import { PasswordInput, Text } from '@mantine/core';
import { maxPassphrase } from '@shared/contract/fields.ts';
import { type KeyboardEvent, type ReactNode, type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';

export interface PassphraseFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A passphrase to type: may be shown, tells when Caps Lock is on, never remembered by the page. */
export const PassphraseField = ({
  label,
  value,
  onChange,
  inputRef,
  autoFocus = false,
  ...rest
}: PassphraseFieldProps) => {
  const { t } = useTranslation();
  const [capsLock, setCapsLock] = useState(false);
  const look = (event: KeyboardEvent): void => setCapsLock(event.getModifierState('CapsLock'));
  return (
    <div>
      <PasswordInput
        ref={inputRef}
        label={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyUp={look}
        onKeyDown={look}
        onBlur={() => setCapsLock(false)}
        visibilityToggleButtonProps={{ 'aria-label': t('common.showPassphrase'), tabIndex: 0 }}
        autoComplete="off"
        spellCheck={false}
        maxLength={maxPassphrase}
        data-autofocus={autoFocus || undefined}
        autoFocus={autoFocus}
        {...rest}
      />
      <Text size="sm" role="status" mt={2}>
        {capsLock && t('vault.capsLock')}
      </Text>
    </div>
  );
};
