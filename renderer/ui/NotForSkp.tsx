import { useTranslation } from 'react-i18next';
import { RuleHint } from './RuleHint.tsx';

/** Says on each page of guidance that nothing of it serves the assessment of SKP (law: notForRating). */
export const NotForSkp = () => {
  const { t } = useTranslation();
  return <RuleHint>{t('guidance.notForSkp')}</RuleHint>;
};
