import { mentoringFormTitles } from '../../guidance/record-contents.ts';
import { mentoringPlanFields } from '../../guidance/record-fields.ts';
import type { Goal, LedFile, MentoringFile, ProcessPlan } from '../../guidance/working-file.ts';
import type { DocumentContext } from '../context.ts';
import { framePaper } from '../frame.ts';
import type { Block, DocumentModel, FieldBlock, Section } from '../model.ts';
import { paperDate } from '../paper-date.ts';
import { identity, inkSignature } from '../parts.ts';
import { groupSection } from './guidance-model.ts';
import { overviewTitle } from './titles.ts';

const goalStateNames: Readonly<Record<Goal['state'], string>> = {
  open: 'Berjalan',
  met: 'Tercapai',
  partly: 'Sebagian tercapai',
  notMet: 'Tidak tercapai',
};
const outcomeNames: Readonly<Record<LedFile['evaluation']['outcome'], string>> = {
  '': '',
  achieved: 'Tercapai',
  partly: 'Sebagian tercapai',
  notAchieved: 'Tidak tercapai',
};
const wayNames: Readonly<Record<LedFile['evaluation']['by'][number], string>> = {
  performanceEvaluation: 'evaluasi kinerja',
  interview: 'wawancara',
};

/** A label with what is written; nothing where nothing is, since what is not used is not printed. */
const said = (label: string, value: string | null): FieldBlock[] =>
  value === null || value.trim() === '' ? [] : [{ block: 'field', label, value, lines: 1 }];

const section = (heading: string, blocks: readonly Block[]): Section[] =>
  blocks.length === 0 ? [] : [{ heading, blocks }];

const goals = (file: LedFile): Block[] =>
  file.goals.length === 0
    ? []
    : [
        {
          block: 'table',
          label: '',
          columns: [
            { label: 'Tujuan', width: 36 },
            { label: 'Ukuran', width: 30 },
            { label: 'Batas waktu', width: 18 },
            { label: 'Keadaan', width: 16 },
          ],
          rows: file.goals.map(({ text, measure, due, state }) => [
            text || '–',
            measure || '–',
            paperDate(due) ?? '–',
            goalStateNames[state],
          ]),
        },
      ];

const processPlan = ({ schedule, method, material, evaluation }: ProcessPlan): Block[] => [
  ...said('Jadwal', schedule),
  ...said('Metode dan teknik', method),
  ...said('Materi yang akan dibahas', material),
  ...said('Cara evaluasi', evaluation),
];

/** The action plan, by the words of its own paper. */
const actionPlan = ({ plan }: MentoringFile): Block[] =>
  Object.entries(mentoringPlanFields).flatMap(([name, { paper }]) =>
    said(paper.part, plan[name as keyof typeof mentoringPlanFields]),
  );

const plan = (file: LedFile): Block[] =>
  file.kind === 'coaching'
    ? processPlan(file.plan)
    : [
        ...processPlan(file.processPlan),
        ...actionPlan(file),
        ...said('Bentuk mentoring', file.forms.map((form) => mentoringFormTitles[form]).join(', ')),
      ];

const evaluation = ({ evaluation: { date, by, outcome, next } }: LedFile): Block[] => [
  ...said('Tanggal', paperDate(date)),
  ...said('Melalui', by.map((way) => wayNames[way]).join(' dan ')),
  ...said('Hasil', outcomeNames[outcome]),
  ...said('Berikutnya', next),
];

const leads = { coaching: 'Coach', mentoring: 'Mentor' } as const;
const guided = { coaching: 'Pegawai (coachee)', mentoring: 'Pegawai (mentee)' } as const;

/** Said on the paper, so that whoever has it knows what it is and what it is not (law: notForRating). */
const boundary =
  'Dibuat atas keputusan coach atau mentor bagi Pimpinan yang bukan pihak. Pembicaraan dalam sesi tidak dimuat. Bukan ' +
  'bahan penilaian SKP.';

/**
 * Plan, measure and evaluation of one coaching or mentoring, for a leader who is no party (law: guidanceOverview).
 * Nothing else of the working papers is read here: no session, question, answer, step between sessions or lesson, not
 * how the need was found, nor what is said of the coach. Pure; always Indonesian.
 */
export const overviewModel = (context: DocumentContext, file: LedFile): DocumentModel => {
  const { kind, topic, period, leader, participants } = file;
  return framePaper('guidanceOverview', overviewTitle, context, {
    meta: [
      ...(period === '' ? [] : [{ label: 'Periode penilaian', value: period }]),
      { label: 'Pokok bahasan', value: topic },
      { label: 'Disampaikan kepada', value: null },
    ],
    identity: [identity(context, guided[kind], participants[0]), identity(context, leads[kind], leader)],
    sections: [
      ...groupSection(file),
      ...section('Tujuan dan ukuran', goals(file)),
      ...section('Rencana', plan(file)),
      ...section('Evaluasi', evaluation(file)),
      { heading: '', blocks: [{ block: 'text', text: boundary }] },
    ],
    attachments: [],
    signatures: [{ ...inkSignature(leads[kind], leader), placeAndDate: null }],
  });
};
