import type { Settings } from '@shared/contract/settings.ts';

/** Indonesian names of codes that papers print: the institution's own follow-ups. */
export const paperLabels = ({ customFollowUps }: Settings): Readonly<Record<string, string>> =>
  Object.fromEntries(customFollowUps.map(({ code, label }) => [code, label]));
