import { followUpKinds } from '@shared/domain/case/content/follow-up.ts';
import { useTranslation } from 'react-i18next';
import { useQueryCall } from './query.ts';

/**
 * Names of follow-ups: those of PermenPANRB 8/2021 (law: followUpList), labelled as such, and the institution's own.
 */
export interface FollowUpNames {
  readonly nameOf: (code: string) => string;
  readonly options: { readonly value: string; readonly label: string }[];
}

/** Gives the names of follow-ups in the language of the moment. */
export const useFollowUpNames = (): FollowUpNames => {
  const { t } = useTranslation();
  const own = useQueryCall('settings.get', {}).data?.customFollowUps ?? [];
  const listed: readonly string[] = followUpKinds;
  const nameOf = (code: string): string => {
    if (listed.includes(code)) return t(`cases.option.followUp.${code}`);
    return own.find((entry) => entry.code === code)?.label ?? code;
  };
  return {
    nameOf,
    options: [
      ...listed.map((code) => ({ value: code, label: `${nameOf(code)} (${t('cases.rows.law8')})` })),
      ...own.map(({ code, label }) => ({ value: code, label })),
    ],
  };
};
