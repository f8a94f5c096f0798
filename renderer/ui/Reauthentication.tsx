import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import type { MethodName } from '@shared/contract/index.ts';
import { createContext, type FormEvent, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../lib/error-text.ts';
import type { Failure } from '../lib/failure-text.ts';
import { useRpc } from '../lib/rpc-context.ts';
import { ReturnFocus } from './ReturnFocus.tsx';

type Ask = (method: MethodName, reason?: string) => Promise<string | null>;
const ReauthenticationContext = createContext<Ask>(async () => null);

/**
 * Asks for the passphrase again: `const token = await reauthenticate('documents.export', reason)`; null when cancelled.
 * The token serves one call of that method within 60 seconds. `reason` says what it is for.
 */
export const useReauthentication = (): Ask => useContext(ReauthenticationContext);

interface Open {
  readonly method: MethodName;
  readonly reason: string | undefined;
  readonly settle: (token: string | null) => void;
}

/** Holds the dialog; one around the whole window. */
export const ReauthenticationProvider = ({ children }: { readonly children: ReactNode }) => {
  const [open, setOpen] = useState<Open | null>(null);
  const ask = useCallback<Ask>((method, reason) => new Promise((settle) => setOpen({ method, reason, settle })), []);
  const close = (token: string | null): void => {
    open?.settle(token);
    setOpen(null);
  };
  return (
    <ReauthenticationContext.Provider value={ask}>
      {children}
      {open !== null && <ReauthDialog method={open.method} reason={open.reason} onClose={close} />}
    </ReauthenticationContext.Provider>
  );
};

interface ReauthDialogProps {
  readonly method: MethodName;
  readonly reason: string | undefined;
  readonly onClose: (token: string | null) => void;
}

const ReauthDialog = ({ method, reason, onClose }: ReauthDialogProps) => {
  const { t } = useTranslation();
  const rpc = useRpc();
  const errorText = useErrorText();
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Failure | null>(null);
  const field = useRef<HTMLInputElement>(null);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (passphrase === '') return;
    setBusy(true);
    const answer = await rpc.call('session.reauthenticate', { passphrase, method });
    setBusy(false);
    setPassphrase('');
    if (answer.ok) return onClose(answer.value.token);
    setError(answer.error);
    field.current?.focus();
  };

  return (
    <Modal
      opened
      onClose={() => onClose(null)}
      title={t('common.reauthTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ReturnFocus />
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <Text>{reason ?? t('common.reauthReason')}</Text>
          <PasswordInput
            ref={field}
            data-autofocus
            label={t('common.passphrase')}
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
            error={error !== null && errorText(error)}
            visibilityToggleButtonProps={{ 'aria-label': t('common.showPassphrase'), tabIndex: 0 }}
            autoComplete="off"
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => onClose(null)}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('common.continue')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
