import type { ActView } from '@shared/contract/case.ts';
import { type ActType, actTypes } from '@shared/domain/case/act-type.ts';
import { contentSchemas } from '@shared/domain/case/body.ts';
import { fieldsOf } from '@shared/domain/case/fields/act-fields.ts';
import { askedOf } from '@shared/domain/form/fields.ts';
import { describe, expect, it } from 'vitest';
import { schemaIssues } from '../../../renderer/features/cases/act-form/issues.ts';
import { prefill } from '../../../renderer/features/cases/act-form/prefill/prefill.ts';
import { assessor, authorisedOfficial, institution, personnelHead } from '../../fixtures/people/cast.ts';
import { actView, communicated, feedback, identified, prefillContext, unchanged } from './made-view.ts';

const history = [
  actView('feedbackRecorded', feedback),
  actView('problemIdentified', identified),
  actView('problemCommunicated', communicated),
  actView('changeEvaluated', unchanged),
];

describe('the form of an act', () => {
  it.each(actTypes)('%s starts with every field named that a person is asked for', (type) => {
    const asked = Object.keys(askedOf(fieldsOf(type))).sort();
    expect(Object.keys(prefill(type, prefillContext(history))).sort()).toEqual(asked);
  });

  // What the program puts in, such as what the employee disputes, is shown by no field: nobody could complete it.
  it.each(actTypes)('%s lacks nothing that a person is not asked for', (type) => {
    const asked = Object.keys(askedOf(fieldsOf(type)));
    const lacking = schemaIssues(type, prefill(type, prefillContext(history))).map(({ path }) => path[0]);
    expect(lacking.filter((name) => !asked.includes(String(name)))).toEqual([]);
  });

  it('asks for every field of a content, save what the program puts in', () => {
    const names = actTypes.flatMap((type) => Object.keys(contentSchemas[type].shape).map((name) => `${type}.${name}`));
    const asked = actTypes.flatMap((type) => Object.keys(askedOf(fieldsOf(type))).map((name) => `${type}.${name}`));
    expect(names.filter((name) => !asked.includes(name))).toEqual(['copyReleased.disputes']);
  });
});

describe('report', () => {
  it('is made from identification, feedback, communication and evaluation', () => {
    const report = prefill('reportSubmitted', prefillContext(history));
    expect(report).toMatchObject({
      behaviour: identified.behaviour,
      comparisons: identified.comparisons,
      judgement: 'hinders',
      communicationDate: '2026-10-12',
      unchanged: unchanged.explanation,
      addressee: personnelHead,
    });
    expect(report.monitoring).toContain(identified.monitoring);
    expect(report.monitoring).toContain(feedback.content);
    expect(report.communicationContent).toContain(communicated.facts);
    expect(report.communicationContent).toContain('cases.prefill.noResponse');
  });

  it('does not tell the feedback twice', () => {
    const told = prefill('problemIdentified', prefillContext(history)).monitoring;
    const acts = [
      actView('feedbackRecorded', feedback),
      actView('problemIdentified', { ...identified, monitoring: told }),
    ];
    expect(prefill('reportSubmitted', prefillContext(acts)).monitoring).toBe(told);
  });

  it('begins with all that the employee answered, on the sheet and in acts of its own, once', () => {
    const answers = ['Di lembar.', 'Sistem mati.', 'Sistem mati.'];
    const [onSheet = '', ...own] = answers;
    const acts = [
      actView('problemCommunicated', { ...communicated, response: onSheet }),
      ...own.map((response) => actView('responseGiven', { date: '2026-10-20', response })),
    ];
    const { response } = prefill('reportSubmitted', prefillContext([...history.slice(0, 2), ...acts]));
    expect(response).toBe('Di lembar.\n\nSistem mati.');
  });

  it('goes to the authorised official where the assessor is the personnel head', () => {
    const person = personnelHead;
    const opened = actView('caseOpened', {
      ...prefill('caseOpened', prefillContext([])),
      employee: person,
      assessor: person,
      assessorIsHead: true,
    });
    expect(prefill('reportSubmitted', prefillContext([opened])).addressee).toEqual(authorisedOfficial);
  });

  it('starts from the one that was returned', () => {
    const first = { ...prefill('reportSubmitted', prefillContext(history)), number: 'R-1', date: '2026-11-01' };
    const again = prefill('reportSubmitted', prefillContext([...history, actView('reportSubmitted', first)]));
    expect(again).toMatchObject({ number: 'R-1', date: '2026-11-24', behaviour: identified.behaviour });
  });

  it('takes nothing from acts without effect or damaged', () => {
    const acts = [
      actView('problemIdentified', identified, { withoutEffect: 'x' }),
      actView('problemIdentified', identified, { damage: 'y' }),
    ];
    expect(prefill('reportSubmitted', prefillContext(acts)).behaviour).toBe('');
  });
});

describe('sessions and result', () => {
  const scheduled = {
    number: 'U-1',
    date: '2026-11-26',
    startTime: '09:30',
    minutes: 90,
    place: 'Ruang A',
    contact: 'Ratna',
  };
  const plan = actView('sessionScheduled', scheduled);
  const held = actView('sessionHeld', { date: '2026-11-26', startTime: '09:30', minutes: 90, place: 'Ruang A' });

  it('a session held is as it was scheduled, or last rescheduled', () => {
    const about = plan.hash;
    expect(prefill('sessionHeld', prefillContext([plan], { about }))).toMatchObject({
      date: '2026-11-26',
      minutes: 90,
    });
    const moved = actView('sessionRescheduled', { ...scheduled, date: '2026-11-28' }, { about });
    expect(prefill('sessionHeld', prefillContext([plan, moved], { about })).date).toBe('2026-11-28');
  });

  it('the first session is as the letter of assignment names it, later ones as the last', () => {
    const letter = actView('counsellorAssigned', {
      ...prefill('counsellorAssigned', prefillContext([])),
      kind: 'independent',
      counsellor: personnelHead,
      firstDate: '2026-11-25',
      firstTime: '13:00',
      firstZone: 'WIT',
      firstPlace: 'Ruang B',
    });
    expect(prefill('sessionScheduled', prefillContext([letter]))).toMatchObject({
      date: '2026-11-25',
      startTime: '13:00',
      zone: 'WIT',
      place: 'Ruang B',
    });
    expect(prefill('sessionScheduled', prefillContext([letter, plan]))).toMatchObject({
      date: '',
      startTime: '09:30',
      zone: 'WIB',
      place: 'Ruang A',
    });
  });

  it('the result names report and sessions, and is "ended" where none was held', () => {
    const report = actView('reportSubmitted', {
      ...prefill('reportSubmitted', prefillContext(history)),
      number: 'R-7',
      date: '2026-11-02',
    });
    expect(prefill('resultSigned', prefillContext([...history, report, plan, held]))).toMatchObject({
      reportNumber: 'R-7',
      reportDate: '2026-11-02',
      sessions: [{ date: '2026-11-26', place: 'Ruang A' }],
      outcome: 'completed',
      classification: 'secret',
      causes: '',
    });
    expect(prefill('resultSigned', prefillContext([report])).outcome).toBe('ended');
  });
});

describe('a copy for the employee', () => {
  const report = prefill('reportSubmitted', prefillContext(history));
  const decision = prefill('followUpDecided', prefillContext(history));
  const letter = prefill('counsellorAssigned', prefillContext([]));
  const leftOutOf = (type: ActType, content: Record<string, unknown>, more: Partial<ActView> = {}) => {
    const body = { author: assessor, authorOffice: '', content, attachments: [], paper: null, institution };
    const act = actView(type, content, { body, ...more });
    return prefill('copyReleased', prefillContext([act], { about: act.hash })).leftOut;
  };

  it('leaves out at first whom else the act names, and nothing where it names nobody', () => {
    expect(leftOutOf('reportSubmitted', report)).toEqual(['content/addressee']);
    expect(leftOutOf('followUpDecided', decision)).toEqual(['content/deciders']);
    expect(leftOutOf('reportSubmitted', { ...report, addressee: null })).toEqual([]);
    expect(leftOutOf('problemCommunicated', communicated)).toEqual([]);
  });

  it('tells by the assignment who counsels, and keeps whole what is proven whole alone', () => {
    expect(leftOutOf('counsellorAssigned', letter)).toEqual([]);
    expect(leftOutOf('reportSubmitted', report, { byParts: false })).toEqual([]);
    expect(leftOutOf('reportSubmitted', report, { body: null })).toEqual([]);
  });
});

describe('end of a file', () => {
  it('a correction starts from the corrected content in force', () => {
    const act = actView('feedbackRecorded', feedback);
    expect(prefill('actCorrected', prefillContext([act], { about: act.hash })).content).toEqual(feedback);
  });
});
