import { followUpKinds } from './content/follow-up.ts';

export type FollowUpKind = (typeof followUpKinds)[number];

/** Names of the follow-ups that PermenPANRB 8/2021 lists (law: followUpList), as papers print them. */
export const followUpNames: Readonly<Record<FollowUpKind, string>> = {
  guidance: 'Bimbingan',
  training: 'Pelatihan',
  specialAssignment: 'Penugasan khusus',
  transferProposal: 'Usul mutasi',
  disciplineRecommendation: 'Rekomendasi proses hukuman disiplin',
};

/** Where the list comes from; the institution's own follow-ups carry no such label. */
export const followUpSource = 'PermenPANRB 8/2021';

/** True for a follow-up of the regulation's list, false for one of the institution's own. */
export const isListedFollowUp = (code: string): code is FollowUpKind => followUpKinds.some((kind) => kind === code);
