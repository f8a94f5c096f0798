import type { RecordContentOf, RecordKind } from '../../guidance/record-contents.ts';
import type { DocumentContext } from '../context.ts';
import type { Block, Section } from '../model.ts';
import { paperDate } from '../paper-date.ts';
import { choices, field, table } from '../parts.ts';
import { mentoringFormTitles } from './titles.ts';

type Known<K extends RecordKind> = Partial<RecordContentOf<K>>;
type SectionsOf<K extends RecordKind> = (context: DocumentContext, content: Known<K>) => Section[];

const section = (heading: string, ...blocks: Block[]): Section => ({ heading, blocks });

/**
 * Progress to alternatives: what the employee writes before the session, and the first fields of the form
 * (law: preCoaching).
 */
const firstFields = (
  context: DocumentContext,
  { progress, problem, cause, alternatives }: Known<'preCoaching'> | Known<'coaching'>,
): Section[] => [
  section('Perkembangan pekerjaan', field(context, 'Perkembangan, termasuk strategi yang sudah dicoba', progress, 5)),
  section('Permasalahan atau hambatan', field(context, '', problem, 4)),
  section('Penyebab', field(context, '', cause, 4)),
  section('Alternatif solusi', field(context, 'Diisi bila Pegawai mengusulkan', alternatives, 4)),
];

const preCoaching: SectionsOf<'preCoaching'> = (context, content) => [
  section('Tanggal', field(context, '', paperDate(content.date))),
  ...firstFields(context, content),
];

const duration = (minutes: number | undefined): string | null => (minutes === undefined ? null : `${minutes} menit`);

const coaching: SectionsOf<'coaching'> = (context, content) => [
  ...firstFields(context, content),
  section(
    'Eksplorasi',
    field(context, 'Cara kerja', content.exploration?.method, 3),
    field(context, 'Proses kerja', content.exploration?.process, 3),
    field(context, 'Kualitas hasil kerja', content.exploration?.quality, 3),
  ),
  section('Pembahasan alternatif solusi', field(context, '', content.discussion, 4)),
  section(
    'Penyesuaian Ekspektasi (bila ada)',
    choices(
      'Ekspektasi disesuaikan oleh Pimpinan; coach dengan penugasan khusus hanya mengusulkan.',
      { adjusted: 'Disesuaikan oleh Pimpinan', proposed: 'Diusulkan kepada Pimpinan' },
      [content.adjustment?.state],
    ),
    field(context, 'Ekspektasi', content.adjustment?.expectation, 2),
    field(context, 'Ukuran keberhasilan', content.adjustment?.measure, 2),
    field(context, 'Target', content.adjustment?.target),
  ),
  section(
    'Waktu dan tempat',
    field(context, 'Tanggal', paperDate(content.date)),
    field(context, 'Lama', duration(content.minutes)),
    field(context, 'Tempat', content.place),
  ),
  section(
    'Rencana aksi',
    field(context, '', content.actionPlan, 4),
    field(context, 'Paling lambat', paperDate(content.dueDate)),
  ),
];

const sixFields = (
  context: DocumentContext,
  { purpose, skill, steps, period, change, measure }: Known<'mentoringPlan'> | Known<'mentoring'>,
): Section[] => [
  section('Tujuan', field(context, '', purpose, 3)),
  section('Keahlian atau keterampilan khusus', field(context, '', skill, 3)),
  section('Langkah-langkah', field(context, '', steps, 4)),
  section('Jangka waktu', field(context, '', period)),
  section('Perubahan yang dapat dirasakan Pimpinan', field(context, '', change, 3)),
  section('Ukuran keberhasilan', field(context, '', measure, 3)),
];

const mentoringPlan: SectionsOf<'mentoringPlan'> = (context, content) => [
  section('Tanggal', field(context, '', paperDate(content.date))),
  ...sixFields(context, content),
];

const mentoring: SectionsOf<'mentoring'> = (context, content) => [
  ...sixFields(context, content),
  section('Bentuk mentoring', choices('', mentoringFormTitles, content.forms ?? [])),
  section(
    'Catatan pelaksanaan',
    table(
      context,
      '',
      [
        { label: 'Tanggal', width: 20 },
        { label: 'Kegiatan', width: 36 },
        { label: 'Hasil', width: 32 },
        { label: 'Lama', width: 12 },
      ],
      (content.log ?? []).map(({ date, activity, result, minutes }) => [
        paperDate(date),
        activity,
        result,
        duration(minutes ?? undefined),
      ]),
      6,
    ),
  ),
];

const feedbackSummary: SectionsOf<'feedbackSummary'> = (context, content) => [
  section('Tujuan ringkasan ini', field(context, '', content.purpose, 2)),
  section('Umpan balik atas hasil kerja', field(context, '', content.summary, 8)),
  section(
    'Diperlihatkan kepada Pegawai',
    field(context, 'Tanggal', paperDate(content.shownOn)),
    field(context, 'Tempat', content.place),
    field(context, 'Tanggapan Pegawai', content.response, 4),
    choices(
      'Menandatangani berarti mengetahui isi ringkasan ini, bukan menyetujuinya. Penolakan dicatat dan tidak menghalangi apa pun.',
      {
        signed: 'Pegawai menandatangani sebagai tanda mengetahui',
        refused: 'Pegawai tidak bersedia menandatangani',
      },
      [content.acknowledgement],
    ),
  ),
];

/** Fields of each paper, in the order of the form (law: formFields). */
export const guidanceSections: { readonly [K in RecordKind]: SectionsOf<K> } = {
  preCoaching,
  coaching,
  mentoringPlan,
  mentoring,
  feedbackSummary,
};
