import type { EvaluationRecord, JudgedLine } from '../../competence/evaluation.ts';
import { learningKindTitles } from '../../competence/kind-titles.ts';
import { alsoSigned } from '../also-signed.ts';
import type { DocumentContext } from '../context.ts';
import { framePaper } from '../frame.ts';
import type { Block, DocumentModel, Section, SignatureBlock } from '../model.ts';
import { paperDate } from '../paper-date.ts';
import { field, identity, placeAndDate, table } from '../parts.ts';
import { planTitles } from './titles.ts';
import { jpOnPaper, rupiahOnPaper } from './words.ts';

type Outcome = EvaluationRecord['content']['results'][number]['outcome'];

/** What an evaluation shows while it is written: not each line has an outcome yet. */
export interface EvaluationPaper extends Pick<EvaluationRecord, 'plan' | 'official' | 'replaces'> {
  readonly content: {
    readonly date: string;
    readonly conclusion: string;
    readonly results: readonly {
      readonly itemId: string;
      readonly outcome: Outcome | null;
      readonly level: number | null;
      readonly remark: string;
    }[];
  };
}

const outcomes: Readonly<Record<Outcome, string>> = {
  met: 'Tercapai',
  partly: 'Sebagian',
  notMet: 'Tidak tercapai',
} satisfies Record<Outcome, string>;

const planned = ({ title, kind, activity, quarter, people, jp, cost }: JudgedLine): string =>
  [
    title,
    learningKindTitles[kind],
    activity,
    quarter === null ? '' : `triwulan ${quarter}`,
    people === 1 ? '' : `${people} orang`,
    `${jpOnPaper(jp)} JP`,
    cost === null ? '' : rupiahOnPaper(cost),
  ]
    .filter((part) => part !== '')
    .join('; ');

const results = (context: DocumentContext, { plan, content }: EvaluationPaper): Block =>
  table(
    context,
    'Hasil',
    [
      { label: 'No.', width: 6 },
      { label: 'Yang direncanakan', width: 44 },
      { label: 'Hasil', width: 14 },
      { label: 'Tingkat', width: 10 },
      { label: 'Keterangan', width: 26 },
    ],
    plan.lines.map((line, index) => {
      const result = content.results.find(({ itemId }) => itemId === line.itemId);
      const outcome = result?.outcome ?? null;
      return [
        String(index + 1),
        planned(line),
        outcome === null ? null : outcomes[outcome],
        result === undefined || result.level === null ? '–' : String(result.level),
        result?.remark || '–',
      ];
    }),
    1,
  );

/** Which evaluation this one takes the place of, and why. */
const replaced = (context: DocumentContext, { replaces }: EvaluationPaper): Section[] =>
  replaces === null
    ? []
    : [
        {
          heading: 'Menggantikan evaluasi terdahulu',
          blocks: [
            field(
              context,
              'Evaluasi',
              replaces.evaluation === 'unsigned' ? 'yang belum ditandatangani' : replaces.evaluation,
            ),
            field(context, 'Alasan', replaces.why, 2),
          ],
        },
      ];

const signature = (context: DocumentContext, { official, content }: EvaluationPaper): SignatureBlock => ({
  placeAndDate: placeAndDate(context, paperDate(content.date)),
  titles: official.office === '' ? ['Pejabat yang Berwenang'] : ['Pejabat yang Berwenang', official.office],
  means: context.form === 'signed' ? 'electronic' : 'ink',
  name: official.name || null,
  rank: null,
  nip: official.nip || null,
});

/** What an evaluation of a plan is for, as the source quotes the law. */
const purpose: Section = {
  heading: 'Kegunaan',
  blocks: [
    {
      block: 'text',
      text: 'Salah satu dasar dalam pengangkatan jabatan dan pengembangan karier (UU 5/2014, sebagaimana dikutip sumber terbuka).',
    },
  ],
};

/**
 * Everything that the paper of an evaluation shows: whose plan, what was planned, what came of it, and what it
 * replaces (law: developmentPlan). Pure; always Indonesian.
 */
export const evaluationModel = (context: DocumentContext, paper: EvaluationPaper): DocumentModel => {
  const { plan, content } = paper;
  const part = {
    meta: [
      { label: 'Tahun', value: String(plan.year) },
      ...(plan.owner === 'institution' ? [{ label: 'Rencana', value: plan.institution }] : []),
    ],
    identity: plan.owner === 'employee' ? [identity(context, 'Pegawai', plan.employee)] : [],
    sections: [
      ...replaced(context, paper),
      { heading: 'Hasil', blocks: [results(context, paper)] },
      ...(content.conclusion === '' && context.form === 'signed'
        ? []
        : [{ heading: 'Kesimpulan', blocks: [field(context, '', content.conclusion, 3)] }]),
      purpose,
    ],
    signatures: [signature(context, paper)],
  };
  const named = plan.owner === 'employee' ? [plan.employee] : [];
  const enclosed = named.length === 0 ? [] : alsoSigned(context, part, named);
  return framePaper('planEvaluation', planTitles.planEvaluation, context, {
    ...part,
    ...(plan.owner === 'institution' ? { classification: 'ordinary' as const } : {}),
    enclosed,
  });
};
