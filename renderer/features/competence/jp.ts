import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';

/** JP as people read them: hundredths → "12,5". */
export const useJp = () => {
  const { t } = useTranslation();
  const { number } = useFormat();
  const jp = (hundredths: number): string => number(hundredths / 100);
  return {
    jp,
    /** "12,5 JP". */
    jpText: (hundredths: number): string => t('competence.jp', { jp: jp(hundredths) }),
    /** "12,5 dari 20 JP", or the JP alone where there is no target. */
    ofTarget: (hundredths: number, target: number | null): string =>
      target === null
        ? t('competence.jp', { jp: jp(hundredths) })
        : t('competence.ofTarget', { jp: jp(hundredths), target: jp(target) }),
  };
};

/** Share of a target in percent, at most 100; 0 where there is none. */
export const percentOf = (jp: number, target: number | null): number =>
  target === null || target === 0 ? 0 : Math.min(100, (100 * jp) / target);
