import type { OutboxCase, Peer } from '@shared/contract/exchange.ts';
import type { PublicPerson } from '@shared/domain/identity/public-person.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from './format.ts';

/** Names of what travels, and of whom it travels to, in the language of the moment. */
export const useExchangeTexts = () => {
  const { t } = useTranslation();
  const { size } = useFormat();
  const roleNames = (roles: readonly string[]): string => roles.map((role) => t(`roles.${role}`)).join(', ');
  return {
    t,
    actName: (type: string): string => t(`acts.${type}`),
    roleNames,
    /** Position and unit, as far as known. */
    office: ({ position, unit }: PublicPerson): string => [position, unit].filter((part) => part !== '').join(' · '),
    peerName: ({ person }: Pick<Peer, 'person'>): string => person?.name ?? t('exchange.unknownPerson'),
    /** Whose case it is; an employee's vault holds copies alone, of no case of its own. */
    caseName: ({ employeeName, mistaken }: Pick<OutboxCase, 'employeeName' | 'mistaken'>): string => {
      if (mistaken) return t('exchange.mistakenTitle');
      return employeeName === '' ? t('exchange.copyTitle') : employeeName;
    },
    /** "3 langkah · 2 lampiran · 1,2 MB". */
    amount: (acts: number, files: number, bytes: number): string =>
      [
        t('exchange.actCount', { count: acts }),
        ...(files > 0 ? [t('exchange.fileCount', { count: files })] : []),
        ...(bytes > 0 ? [size(bytes)] : []),
      ].join(' · '),
  };
};
