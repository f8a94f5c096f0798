import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import type { ReadingTools } from './reading.ts';

/** How a reading view writes texts, days and numbers in the language of the moment. */
export const useReading = (): ReadingTools => {
  const { t } = useTranslation();
  const { date, number } = useFormat();
  return { t, formatDay: date, formatNumber: number };
};
