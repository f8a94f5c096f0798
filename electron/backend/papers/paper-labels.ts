import type { Settings } from '@shared/contract/settings.ts';
import { conductTexts } from '@shared/domain/behaviour/core-values.ts';

/** Indonesian names of codes that papers print: conduct of every reference list, the institution's own follow-ups. */
export const paperLabels = ({ customFollowUps }: Settings): Readonly<Record<string, string>> => ({
  ...conductTexts,
  ...Object.fromEntries(customFollowUps.map(({ code, label }) => [code, label])),
});
