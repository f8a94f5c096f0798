import { Button, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import { type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../lib/failure-text.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { ReturnFocus } from '../../../ui/ReturnFocus.tsx';
import { SaveState } from '../../../ui/SaveState.tsx';
import { RoleSpansInput } from '../RoleSpansInput.tsx';
import { spansFit, type TypedSpan } from '../role-spans.ts';
import type { useSpansDraft } from '../use-spans-draft.ts';

export interface SpansDialogProps {
  readonly title: string;
  readonly text: string;
  readonly typed: ReturnType<typeof useSpansDraft>;
  /** What the button says that does it. */
  readonly action: string;
  /** More than that the spans can be certified must hold for it. */
  readonly isReady: (spans: readonly TypedSpan[]) => boolean;
  /** Does it; true once it is done. */
  readonly onDo: (spans: readonly TypedSpan[]) => Promise<boolean>;
  readonly busy: boolean;
  readonly error: Failure | null;
  /** True when the button that opened the dialog goes with what is done here. */
  readonly goesWithIt?: boolean;
  readonly onClose: () => void;
}

/**
 * Asks for roles with their times. What is typed stays for the next time when the dialog is closed, and goes when it is
 * done or given up by the button.
 */
export const SpansDialog = (props: SpansDialogProps) => {
  const { title, text, typed, action, isReady, onDo, busy, error, goesWithIt = false, onClose } = props;
  const { draft, spans, setSpans } = typed;
  const { t } = useTranslation();
  const isGone: RefObject<boolean> = useRef(false);
  const giveUp = async (): Promise<void> => {
    await draft.discard();
    onClose();
  };
  const run = async (): Promise<void> => {
    if (!(await onDo(spans))) return;
    isGone.current = goesWithIt;
    await giveUp();
  };
  return (
    <Modal opened onClose={onClose} size="xl" title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <ReturnFocus isGone={isGone} />
      <Stack gap="sm">
        <Text>{text}</Text>
        {draft.ready ? (
          <RoleSpansInput value={spans} onChange={setSpans} />
        ) : (
          <Loader aria-label={t('common.loading')} />
        )}
        {error !== null && <ErrorNotice error={error} />}
        <Group justify="flex-end">
          <SaveState draft={draft} />
          <Button variant="default" onClick={() => void giveUp()}>
            {t('common.cancel')}
          </Button>
          <Button
            loading={busy}
            disabled={!draft.ready || !spansFit(spans) || !isReady(spans)}
            onClick={() => void run()}
          >
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
