import type { CaseView } from '@shared/contract/case.ts';
import { paperDate } from '@shared/domain/documents/paper-date.ts';
import { emptyPerson, toPersonInput } from '@shared/domain/identity/person.ts';
import { contentsOf, latestOf, type Translate } from '../../case-facts.ts';
import type { DraftContent, PrefillContext } from './context.ts';

/** Continuous feedback as the monitoring field tells it: one line each, dated, with its kind of source. */
export const feedbackLines = (view: CaseView | null, t: Translate): string =>
  contentsOf(view, 'feedbackRecorded')
    .map((feedback) =>
      t('cases.prefill.feedbackLine', {
        date: paperDate(feedback.date) ?? feedback.date,
        source: t(`cases.option.source.${feedback.source}`),
        content: feedback.content,
      }),
    )
    .join('\n');

export const caseOpened = ({ today, settings, holder, holderRoles }: PrefillContext): DraftContent => {
  const superior = settings.assessorSuperior;
  return {
    employee: emptyPerson,
    assessor: holderRoles.includes('assessor') ? toPersonInput(holder) : emptyPerson,
    assessorSuperior: superior === null ? null : toPersonInput(superior),
    institution: settings.institution.name,
    period: today.slice(0, 4),
    assessorIsHead: false,
    startsFrom: 'observation',
  };
};

export const feedbackRecorded = ({ today }: PrefillContext): DraftContent => ({
  date: today,
  source: '',
  sourceConsents: false,
  sourceName: '',
  content: '',
});

export const problemIdentified = ({ today, view, t }: PrefillContext): DraftContent => ({
  date: today,
  behaviour: '',
  monitoring: feedbackLines(view, t),
  comparisons: [],
  judgement: '',
  level: '',
  conduct: [],
});

export const problemCommunicated = ({ today, view }: PrefillContext): DraftContent => ({
  date: today,
  place: '',
  facts: latestOf(view, 'problemIdentified')?.behaviour ?? '',
  effect: '',
  expectedChange: '',
  expectedBy: '',
  response: '',
  acknowledgement: '',
});

export const responseGiven = ({ today }: PrefillContext): DraftContent => ({ date: today, response: '' });

export const changeEvaluated = ({ today }: PrefillContext): DraftContent => ({
  date: today,
  outcome: '',
  explanation: '',
  earlyReason: '',
});
