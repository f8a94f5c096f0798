import type { CaseView } from '@shared/contract/case.ts';
import { toPersonInput } from '@shared/domain/identity/person.ts';
import { latestOf, type Translate } from '../../case-facts.ts';
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

/** What the communication said: facts, change expected, answer of the employee. */
const communicationText = (view: CaseView | null, t: Translate): string => {
  const sheet = latestOf(view, 'problemCommunicated');
  if (sheet === null) return '';
  const answer = sheet.response === '' ? t('cases.prefill.noResponse') : sheet.response;
  return [
    sheet.facts,
    `${t('cases.field.expectedChange')}: ${sheet.expectedChange}`,
    `${t('cases.field.response')}: ${answer}`,
  ].join('\n');
};

/** Explanation of the last evaluation that found no change. */
const unchangedText = (view: CaseView | null): string => {
  const evaluation = latestOf(view, 'changeEvaluated');
  return evaluation?.outcome === 'unchanged' ? evaluation.explanation : '';
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
  if (returned !== null) return { ...returned, date: today };
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
    unchanged: unchangedText(view),
    conduct: identified?.conduct ?? [],
  };
};

export const reportReturned = ({ today }: PrefillContext): DraftContent => ({ date: today, missing: '' });

export const reportRegistered = ({ today }: PrefillContext): DraftContent => ({ number: '', date: today, remark: '' });

export const counsellingDecided = ({ today }: PrefillContext): DraftContent => ({
  date: today,
  decision: '',
  reason: '',
});
