import { type InstitutionPlan, type PlannedSums, totalsOf } from '../../competence/institution-plan.ts';
import { learningKindTitles } from '../../competence/kind-titles.ts';
import type { DocumentContext } from '../context.ts';
import { framePaper } from '../frame.ts';
import type { Block, DocumentModel, Section } from '../model.ts';
import { paperDate } from '../paper-date.ts';
import { field, inkSignature, placeAndDate, table } from '../parts.ts';
import { planTitles } from './titles.ts';
import { jpOnPaper, rupiahOnPaper } from './words.ts';

/** What the paper of an institution's plan shows. */
export interface InstitutionPaper {
  readonly year: number;
  readonly plan: InstitutionPlan;
  readonly sums: PlannedSums;
}

const costOf = (cost: number | null): string => (cost === null ? '–' : rupiahOnPaper(cost));

const employees = (context: DocumentContext, { kinds, ...sums }: PlannedSums): Block[] => [
  table(
    context,
    'Rencana Pegawai',
    [
      { label: 'No.', width: 6 },
      { label: 'Jenis', width: 34 },
      { label: 'Pegawai', width: 12 },
      { label: 'Butir', width: 10 },
      { label: 'JP', width: 14 },
      { label: 'Biaya', width: 24 },
    ],
    kinds.map(({ kind, people, items, jp, cost }, index) => [
      String(index + 1),
      learningKindTitles[kind],
      String(people),
      String(items),
      jpOnPaper(jp),
      costOf(cost),
    ]),
    1,
  ),
  field(
    context,
    'Jumlah',
    `${sums.people} Pegawai, ${sums.items} butir, ${jpOnPaper(sums.jp)} JP, ${rupiahOnPaper(sums.cost)}`,
  ),
];

const ownLines = (context: DocumentContext, { lines }: InstitutionPlan): Block[] => [
  table(
    context,
    'Kegiatan instansi',
    [
      { label: 'No.', width: 6 },
      { label: 'Kegiatan', width: 28 },
      { label: 'Jenis', width: 20 },
      { label: 'Triwulan', width: 10 },
      { label: 'Peserta', width: 10 },
      { label: 'JP tiap orang', width: 10 },
      { label: 'Biaya', width: 16 },
    ],
    lines.map(({ activity, kind, quarter, people, plannedJp, cost }, index) => [
      String(index + 1),
      activity,
      learningKindTitles[kind],
      String(quarter),
      String(people),
      jpOnPaper(plannedJp),
      costOf(cost),
    ]),
    3,
  ),
];

const money = (context: DocumentContext, { plan, sums }: InstitutionPaper): Block[] => {
  const { jp, cost, withoutCost } = totalsOf(plan, sums);
  const open = withoutCost === 0 ? '' : `; ${withoutCost} butir belum menyebut biaya`;
  return [
    field(context, 'Jumlah seluruhnya', `${jpOnPaper(jp)} JP, ${rupiahOnPaper(cost)}${open}`),
    field(context, 'Sumber anggaran', plan.budgetSource),
  ];
};

const sections = (context: DocumentContext, paper: InstitutionPaper): Section[] => [
  { heading: 'Rencana Pegawai menurut jenis', blocks: employees(context, paper.sums) },
  ...(paper.plan.lines.length === 0
    ? []
    : [{ heading: 'Kegiatan instansi', blocks: ownLines(context, paper.plan) } satisfies Section]),
  { heading: 'Biaya dan sumber anggaran', blocks: money(context, paper) },
  ...(paper.plan.remark === ''
    ? []
    : [{ heading: 'Keterangan', blocks: [{ block: 'text', text: paper.plan.remark }] } satisfies Section]),
];

/**
 * Everything that the paper of an institution's plan shows (law: institutionPlan): people as counts alone, with room
 * for number, date and the official's signature. Pure; always Indonesian.
 */
export const institutionModel = (context: DocumentContext, paper: InstitutionPaper): DocumentModel => {
  const { year, plan } = paper;
  const title = `${planTitles.institutionPlan} ${year}`;
  return framePaper('institutionPlan', title, context, {
    classification: 'ordinary',
    number: plan.number || null,
    meta: [{ label: 'Tahun', value: String(year) }],
    sections: sections(context, paper),
    signatures: [
      {
        ...inkSignature(plan.office || 'Pejabat yang Berwenang', null),
        placeAndDate: placeAndDate(context, paperDate(plan.date)),
        name: plan.official || null,
        nip: plan.nip || null,
      },
    ],
  });
};
