import type { CaseView } from '@shared/contract/case.ts';
import { toPersonInput } from '@shared/domain/identity/person.ts';
import { actsOf, contentsOf, latestOf, type Translate } from '../../case-facts.ts';
import type { DraftContent, PrefillContext } from './context.ts';
import { feedbackLines } from './observation.ts';

/** Monitoring of the identification, followed by the feedback unless it is told there already. */
const monitoringAndFeedback = (view: CaseView | null, t: Translate): string => {
  const monitoring = latestOf(view, 'problemIdentified')?.monitoring ?? '';
  const added = feedbackLines(view, t)
    .split('\n')
    .filter((line) => line !== '' && !monitoring.includes(line));
  return [monitoring, ...added].filter((part) => part !== '').join('\n');
};

/** What the communication said: facts, change expected. The answer of the employee has a place of its own. */
const communicationText = (view: CaseView | null, t: Translate): string => {
  const sheet = latestOf(view, 'problemCommunicated');
  if (sheet === null) return '';
  const silent = `${t('cases.field.response')}: ${t('cases.prefill.noResponse')}`;
  return [
    sheet.facts,
    `${t('cases.field.expectedChange')}: ${sheet.expectedChange}`,
    ...(sheet.response === '' && actsOf(view, 'responseGiven').length === 0 ? [silent] : []),
  ].join('\n');
};

/** What the employee answered, on the sheet and in acts of its own, word for word (law: responseReported). */
const responseText = (view: CaseView | null): string =>
  [
    latestOf(view, 'problemCommunicated')?.response ?? '',
    ...contentsOf(view, 'responseGiven').map(({ response }) => response),
  ]
    .filter((said, at, all) => said !== '' && all.indexOf(said) === at)
    .join('\n\n');

/** Explanation of the last evaluation that found no change, and why it came early. */
const unchangedTexts = (view: CaseView | null): { readonly unchanged: string; readonly earlyReason: string } => {
  const evaluation = latestOf(view, 'changeEvaluated');
  if (evaluation?.outcome !== 'unchanged') return { unchanged: '', earlyReason: '' };
  return { unchanged: evaluation.explanation, earlyReason: evaluation.earlyReason };
};

/**
 * To whom the report goes: the head of the personnel unit; where the assessor is that head, the authorised official.
 */
const reportAddressee = ({ view, settings }: PrefillContext) => {
  const head = latestOf(view, 'assessorReplaced') ?? latestOf(view, 'caseOpened');
  const addressee = head?.assessorIsHead ? settings.authorisedOfficial : settings.personnelHead;
  return addressee === null ? null : toPersonInput(addressee);
};

/** The report: from an earlier one that was returned, or from identification, communication and feedback. */
export const reportSubmitted = (context: PrefillContext): DraftContent => {
  const { today, view, t } = context;
  const returned = latestOf(view, 'reportSubmitted');
  const response = responseText(view);
  if (returned !== null) return { ...returned, response: returned.response || response, date: today };
  const identified = latestOf(view, 'problemIdentified');
  return {
    number: '',
    date: today,
    addressee: reportAddressee(context),
    behaviour: identified?.behaviour ?? '',
    monitoring: monitoringAndFeedback(view, t),
    comparisons: identified?.comparisons ?? [],
    judgement: identified?.judgement ?? '',
    level: identified?.level ?? '',
    communicationDate: latestOf(view, 'problemCommunicated')?.date ?? '',
    communicationContent: communicationText(view, t),
    response,
    ...unchangedTexts(view),
    conduct: identified?.conduct ?? [],
  };
};

export const reportReturned = ({ today }: PrefillContext): DraftContent => ({
  date: today,
  number: '',
  missing: '',
});

export const reportRegistered = ({ today }: PrefillContext): DraftContent => ({ number: '', date: today, remark: '' });

export const counsellingDecided = ({ today }: PrefillContext): DraftContent => ({
  date: today,
  number: '',
  decision: '',
  reason: '',
});
