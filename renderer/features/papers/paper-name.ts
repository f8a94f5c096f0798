import { planTitles } from '@shared/domain/documents/competence/titles.ts';
import { guidancePaperTitle } from '@shared/domain/documents/guidance/titles.ts';
import { useTranslation } from 'react-i18next';

/** Gives the name of a kept document: its form, or the act whose scan it is. */
export const usePaperName = (): ((kind: string) => string) => {
  const { t, i18n } = useTranslation();
  return (kind) => {
    if (kind === 'planEvaluation') return planTitles[kind];
    const known = i18n.exists(`documents.kind.${kind}`);
    return guidancePaperTitle(kind) ?? t(known ? `documents.kind.${kind}` : `acts.${kind}`);
  };
};
