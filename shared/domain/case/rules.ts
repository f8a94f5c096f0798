/**
 * The rules behind acts and gates, with their source; the texts are in i18n under `rules.<key>`.
 * R6: PermenPANRB 6/2022. R8: PermenPANRB 8/2021. UU27/2022: law on personal data.
 * own: this project's proposal where the sources are silent.
 */
export const rules = {
  identify: 'R6',
  communicate: 'R6',
  evaluate: 'R6',
  report: 'R6',
  reportEvidence: 'R6',
  list: 'R6',
  decide: 'R6',
  assign: 'R6',
  schedule: 'R6',
  counsellorKinds: 'R6',
  result: 'R6',
  route: 'R6',
  followUp: 'R6',
  followUpList: 'R8',
  copy: 'UU27/2022',
  open: 'own',
  startFromPaper: 'own',
  relapse: 'own',
  returnReport: 'own',
  officerDecidesNothing: 'own',
  assessorIsHead: 'own',
  independence: 'own',
  trainingProof: 'own',
  answer: 'own',
  laterSessions: 'own',
  consent: 'own',
  missed: 'own',
  referral: 'own',
  ended: 'own',
  received: 'own',
  progress: 'own',
  status: 'own',
  close: 'own',
  departed: 'own',
  replaced: 'own',
  handover: 'own',
  correction: 'own',
  paper: 'own',
  order: 'own',
} as const satisfies Record<string, 'R6' | 'R8' | 'UU27/2022' | 'own'>;
export type RuleKey = keyof typeof rules;
export type RuleSource = (typeof rules)[RuleKey];
