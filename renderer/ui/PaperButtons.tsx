import { Button, type ButtonProps, Group } from '@mantine/core';
import type { WireError } from '@shared/contract/method.ts';
import type { Result } from '@shared/kernel/result.ts';
import { IconFileExport, IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Command, type Input, useCommand } from '../lib/query.ts';
import { ErrorNotice } from './ErrorNotice.tsx';
import { useNotice } from './notice.ts';

export interface PaperButtonsProps {
  /** What is printed; null: nothing is. */
  readonly print: Input<'documents.print'>['source'] | null;
  /** The export, which the person confirms in a window of its own. */
  readonly saving: Pick<Command<'documents.export'>, 'busy' | 'error'>;
  readonly onSave: () => Promise<Result<{ readonly saved: boolean }, WireError>>;
  /** Names of the buttons where several stand on a page. */
  readonly names?: { readonly print: string; readonly save: string };
  readonly size?: 'xs' | 'sm';
  /** What stands beside the buttons. */
  readonly children?: ReactNode;
}

/** Print and export of something that is shown; what went wrong is told below. */
export const PaperButtons = ({ print, saving, onSave, names, size = 'sm', children }: PaperButtonsProps) => {
  const { t } = useTranslation();
  const printing = useCommand('documents.print');
  const notice = useNotice();
  const save = async (): Promise<void> => {
    const answer = await onSave();
    if (answer.ok && answer.value.saved) notice(t('common.exported'));
  };
  const failure = printing.error ?? saving.error;
  const leading: Pick<ButtonProps, 'variant'> = size === 'xs' ? { variant: 'default' } : {};
  return (
    <>
      <Group gap="xs" mb={size === 'xs' ? 0 : 'xs'}>
        {print !== null && (
          <Button
            size={size}
            {...leading}
            leftSection={<IconPrinter size={16} aria-hidden />}
            aria-label={names?.print}
            loading={printing.busy}
            onClick={() => void printing.run({ source: print })}
          >
            {t('common.print')}
          </Button>
        )}
        <Button
          size={size}
          variant="default"
          leftSection={<IconFileExport size={16} aria-hidden />}
          aria-label={names?.save}
          loading={saving.busy}
          onClick={() => void save()}
        >
          {t('common.export')}
        </Button>
        {children}
      </Group>
      {failure !== null && <ErrorNotice error={failure} />}
    </>
  );
};
