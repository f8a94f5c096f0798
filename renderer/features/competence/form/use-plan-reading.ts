import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.ts';
import type { ReadingTools } from '../../../ui/form/reading.ts';
import { useReading } from '../../../ui/form/use-reading.ts';

/** Whole rupiah in words; a dash where nobody said. */
export const useRupiah = (): ((cost: number | null) => string) => {
  const { t } = useTranslation();
  const { number } = useFormat();
  return (cost) => (cost === null ? '–' : t('competence.institution.rupiah', { number: number(cost) }));
};

/** Reads plans: what things cost, and how many take part, too. */
export const usePlanReading = (): ReadingTools => {
  const plain = useReading();
  const rupiah = useRupiah();
  return {
    ...plain,
    own: {
      cost: (value) => (typeof value === 'number' ? rupiah(value) : ''),
      people: (value) => (typeof value === 'number' ? plain.formatNumber(value) : ''),
    },
  };
};
