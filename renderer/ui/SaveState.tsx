import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../lib/draft.ts';
import { useErrorText } from '../lib/error-text.ts';
import { useFormat } from '../lib/format.ts';

export interface SaveStateProps {
  readonly draft: Pick<Draft<unknown>, 'saving' | 'savedAt' | 'error'> & Partial<Pick<Draft<unknown>, 'unfit'>>;
  /** True when it is only a draft until somebody signs or stores it: the words say so. */
  readonly isDraft?: boolean;
}

/** Tells quietly whether what is typed has been saved, and when. */
export const SaveState = ({ draft, isDraft = true }: SaveStateProps) => {
  const { t } = useTranslation();
  const { time } = useFormat();
  const errorText = useErrorText();
  const said = (): string => {
    if (draft.error !== null) return `${t('common.notSaved')} ${errorText(draft.error)}`;
    if (draft.saving) return t('common.saving');
    return draft.savedAt === null
      ? ''
      : t(isDraft ? 'common.draftSavedAt' : 'common.savedAt', { time: time(draft.savedAt) });
  };
  return (
    <Text size="sm" c={draft.error === null ? 'dimmed' : 'var(--mantine-color-error)'} role="status" mih="1.5em">
      {said()}
      {draft.unfit === true && ` ${t('common.unfitDraft')}`}
    </Text>
  );
};
