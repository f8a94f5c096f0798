import { guidancePaperTitle } from '@shared/domain/documents/guidance/titles.ts';
import { useTranslation } from 'react-i18next';

/** Gives the name of a kept document: its form, or the act whose scan it is. */
export const usePaperName = (): ((kind: string) => string) => {
  const { t, i18n } = useTranslation();
  return (kind) =>
    guidancePaperTitle(kind) ??
    (i18n.exists(`documents.kind.${kind}`) ? t(`documents.kind.${kind}`) : t(`acts.${kind}`));
};
