import { Button, Group, Loader, Modal, Stack } from '@mantine/core';
import type { WireError } from '@shared/contract/method.ts';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../lib/draft.ts';
import { ErrorNotice } from './ErrorNotice.tsx';
import { ReturnFocus } from './ReturnFocus.tsx';
import { SaveState } from './SaveState.tsx';

export interface FormDialogProps {
  readonly title: string;
  readonly size?: 'lg' | 'xl';
  /** What the form does, where that is more than to save. */
  readonly submitLabel?: string;
  readonly busy: boolean;
  /** Keeps what is typed when the form is closed; the fields show once it was looked up. */
  readonly draft: Pick<Draft<unknown>, 'ready' | 'draftId' | 'saving' | 'savedAt' | 'error' | 'unfit' | 'discard'>;
  /** Of the last try to save; what was typed stays. */
  readonly error: WireError | null;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * A form over the page that saves what is typed as a draft until it is stored or thrown away; focus returns to where it
 * was.
 */
export const FormDialog = (props: FormDialogProps) => {
  const { title, size = 'lg', submitLabel, busy, draft, error, onSubmit, onClose, children } = props;
  const { t } = useTranslation();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Modal opened onClose={onClose} size={size} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <ReturnFocus />
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {draft.ready ? children : <Loader aria-label={t('common.loading')} />}
          {error !== null && <ErrorNotice error={error} />}
          <Group justify="space-between">
            <Group gap="xs">
              <SaveState draft={draft} />
              {draft.draftId !== null && (
                <Button size="compact-sm" variant="subtle" color="gray" onClick={() => void draft.discard()}>
                  {t('common.discardDraft')}
                </Button>
              )}
            </Group>
            <Group>
              <Button variant="default" onClick={onClose}>
                {t(draft.draftId === null ? 'common.cancel' : 'common.later')}
              </Button>
              <Button type="submit" loading={busy} disabled={!draft.ready}>
                {submitLabel ?? t('common.save')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
