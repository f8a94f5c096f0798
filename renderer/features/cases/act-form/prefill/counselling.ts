import { emptyPerson, toPersonInput } from '@shared/domain/identity/person.ts';
import { zoneHere } from '../../../../lib/format.ts';
import { actByHash, actsOf, contentOf, contentsOf, latestOf } from '../../case-facts.ts';
import type { DraftContent, PrefillContext } from './context.ts';

export const counsellorAssigned = ({ today, holder, holderRoles, t }: PrefillContext): DraftContent => ({
  number: '',
  date: today,
  counsellor: holderRoles.includes('counsellor') ? toPersonInput(holder) : emptyPerson,
  kind: '',
  qualification: '',
  appointmentNumber: '',
  appointmentDate: '',
  licence: '',
  duties: t('cases.prefill.duties'),
  firstDate: '',
  firstTime: '',
  firstZone: '',
  firstPlace: '',
});

export const assignmentAnswered = ({ today, t }: PrefillContext): DraftContent => ({
  date: today,
  answer: '',
  declaration: t('cases.prefill.declaration'),
});

export const assignmentEnded = ({ today }: PrefillContext): DraftContent => ({ date: today });

/** The appointment that an act is about: its schedule, or its latest rescheduling. */
const appointmentOf = ({ view, about }: PrefillContext) => {
  const act = actByHash(view, about);
  const moved = actsOf(view, 'sessionRescheduled')
    .filter((other) => other.about === about)
    .at(-1);
  return (
    contentOf(moved, 'sessionRescheduled') ?? contentOf(act, 'sessionRescheduled') ?? contentOf(act, 'sessionScheduled')
  );
};

/** First or next session: at the time and place of the last one, the first as the letter of assignment names it. */
export const sessionScheduled = ({ view, settings, today }: PrefillContext): DraftContent => {
  const earlier = latestOf(view, 'sessionScheduled');
  const letter = earlier === null ? latestOf(view, 'counsellorAssigned') : null;
  return {
    letterDate: today,
    number: '',
    date: letter?.firstDate ?? '',
    startTime: earlier?.startTime ?? (letter?.firstTime || '09:00'),
    zone: earlier?.zone || letter?.firstZone || zoneHere(),
    minutes: earlier?.minutes ?? 60,
    place: earlier?.place ?? letter?.firstPlace ?? '',
    contact: earlier?.contact ?? settings.institution.contact,
  };
};

export const sessionRescheduled = (context: PrefillContext): DraftContent => {
  const appointment = appointmentOf(context);
  if (appointment === null) return sessionScheduled(context);
  return { ...appointment, zone: appointment.zone || zoneHere(), letterDate: context.today, number: '', date: '' };
};

export const consentRecorded = ({ today }: PrefillContext): DraftContent => ({
  date: today,
  consent: '',
  form: 'written',
  toldAssesses: false,
});

export const sessionHeld = (context: PrefillContext): DraftContent => {
  const appointment = appointmentOf(context);
  return {
    date: appointment?.date ?? context.today,
    startTime: appointment?.startTime ?? '09:00',
    zone: appointment?.zone || zoneHere(),
    minutes: appointment?.minutes ?? 60,
    place: appointment?.place ?? '',
  };
};

export const sessionMissed = (context: PrefillContext): DraftContent => ({
  date: appointmentOf(context)?.date ?? context.today,
});

export const referralRecorded = ({ today }: PrefillContext): DraftContent => ({
  date: today,
  to: '',
  imminentDanger: false,
});

/**
 * The result record: from the report and the sessions that were held. Causes and agreement stay the counsellor's own.
 */
export const resultSigned = ({ today, view, settings }: PrefillContext): DraftContent => {
  const report = latestOf(view, 'reportSubmitted');
  const sessions = contentsOf(view, 'sessionHeld').map(({ date, place }) => ({ date, place }));
  return {
    number: '',
    date: today,
    reportNumber: report?.number ?? '',
    reportDate: report?.date ?? '',
    sessions,
    outcome: sessions.length > 0 ? 'completed' : 'ended',
    problem: report?.behaviour ?? '',
    causes: '',
    agreement: '',
    recommendation: '',
    classification: settings.defaultClassification,
  };
};

export const resultReceived = ({ today }: PrefillContext): DraftContent => ({ date: today });
