import type { DocumentContext } from '../context.ts';
import type { Form } from '../forms/form.ts';
import { knownContent } from '../known-content.ts';
import type { Block } from '../model.ts';
import { roleTitles } from '../official-titles.ts';
import { paperDate } from '../paper-date.ts';
import { choices, field, identity, inkSignature, paperReference, placeAndDate } from '../parts.ts';
import type { OfficeForm } from './office-form.ts';

const list = (items: readonly string[]): Block => ({ block: 'list', items });
const text = (said: string): Block => ({ block: 'text', text: said });

const assignmentOf = (context: DocumentContext) =>
  knownContent('counsellorAssigned', context.related.counsellorAssigned);

/** Number and day of the letter that assigns the counsellor; it cites the letter, never the problem. */
const assignmentLine = (context: DocumentContext): Block => {
  const { number, date } = assignmentOf(context);
  return field(context, 'Surat penugasan', paperReference(number, paperDate(date)));
};

/** Lembar hak Pegawai: one page to take along, the same for everybody, without a signature (law: consent). */
export const rightsSheet: Form = (context) => ({
  sections: [
    {
      heading: 'Sebelum konseling',
      blocks: [
        list([
          'Anda berhak mengetahui tujuan konseling, siapa konselornya, dan kepada siapa hasilnya dilaporkan.',
          'Anda boleh menyetujui atau menolak tanpa menyebutkan alasan. Yang dicatat hanya jawabannya.',
          'Anda boleh meminta konselor lain kepada unit kepegawaian bila konselor juga menilai kinerja Anda.',
          'Waktu dan tempat dapat dibicarakan. Undangan dan amplopnya tidak menyebut isi pertemuan.',
        ]),
      ],
    },
    {
      heading: 'Selama konseling',
      blocks: [
        list([
          'Konseling bersifat individual dan rahasia. Catatan pribadi konselor tidak diserahkan kepada siapa pun.',
          'Persetujuan boleh ditarik kembali kapan saja, tanpa alasan. Konseling lalu dihentikan.',
          'Kerahasiaan terbatas bila ada ancaman keselamatan atau bila peraturan perundang-undangan mewajibkan; batas itu dijelaskan lebih dahulu.',
          'Konseling bukan pemeriksaan disiplin.',
        ]),
      ],
    },
    {
      heading: 'Sesudah konseling',
      blocks: [
        list([
          'Yang dilaporkan hanya rekaman informasi hasil, seperlunya, tanpa rincian klinis.',
          'Anda boleh meminta salinannya, dan mengetahui apa yang tersimpan tentang Anda serta berapa lama.',
          'Anda boleh meminta perbaikan atas yang keliru. Bila ditolak, kata-kata Anda menyertai setiap salinan sesudahnya.',
          'Sebelum ditentukan tindak lanjut yang memberatkan, jawaban Anda diminta; cara mengajukan keberatan disebut pada penentuannya.',
        ]),
      ],
    },
    {
      heading: 'Kepada siapa bertanya',
      blocks: [field(context, 'Narahubung', context.institution.contact, 2)],
    },
  ],
  signatures: [],
});

/** Penarikan persetujuan: from which day, without a reason (law: consent). */
export const consentWithdrawal: Form = (context) => {
  const { date } = knownContent('consentRecorded', context.related.consentRecorded);
  return {
    identity: [
      identity(context, 'Pegawai', context.employee),
      identity(context, 'Konselor', assignmentOf(context).counsellor),
    ],
    sections: [
      {
        heading: 'Pernyataan',
        blocks: [
          text('Saya menarik kembali persetujuan untuk mengikuti konseling kinerja. Alasan tidak perlu disebutkan.'),
          field(context, 'Persetujuan tanggal', paperDate(date)),
          field(context, 'Berlaku sejak tanggal', null),
        ],
      },
      {
        heading: 'Yang dijelaskan kepada Pegawai',
        blocks: [
          list([
            'Konseling dihentikan sejak tanggal tersebut. Yang dilaporkan hanya bahwa konseling tidak dilanjutkan.',
            'Yang telah dicatat sebelumnya tetap tersimpan menurut jadwal retensi; salinannya dapat diminta.',
            'Penarikan ini bukan pelanggaran, dan bukan hasil pemeriksaan disiplin.',
          ]),
        ],
      },
    ],
    signatures: [{ ...inkSignature(roleTitles.employee, context.employee), placeAndDate: placeAndDate(context, null) }],
  };
};

/** Pernyataan bebas benturan kepentingan of a counsellor, before the task is accepted (law: independence). */
export const conflictDeclaration: Form = (context) => {
  const { counsellor } = assignmentOf(context);
  return {
    identity: [
      identity(context, 'Konselor', counsellor),
      identity(context, 'Pegawai yang mengikuti konseling kinerja', context.employee),
    ],
    sections: [
      { heading: 'Dasar', blocks: [assignmentLine(context)] },
      {
        heading: 'Pernyataan',
        blocks: [
          text('Sehubungan dengan penugasan tersebut, saya menyatakan bahwa saya:'),
          list([
            'bukan Pegawai yang bersangkutan dan bukan Pejabat Penilai Kinerjanya;',
            'tidak bekerja dalam unit kerja yang sama dengannya;',
            'tidak mempunyai hubungan keluarga atau kepentingan pribadi yang memengaruhi penugasan ini;',
            'akan segera memberitahukan bila keadaan itu berubah.',
          ]),
          field(context, 'Keadaan yang perlu diberitahukan (bila ada)', null, 4),
        ],
      },
    ],
    signatures: [{ ...inkSignature(roleTitles.counsellor, counsellor), placeAndDate: placeAndDate(context, null) }],
  };
};

const tasks: Readonly<Record<'counsellor' | 'coach' | 'mentor', string>> = {
  counsellor: 'Konselor',
  coach: 'Coach',
  mentor: 'Mentor',
};

/** Surat keterangan: that a task was done, by how many sessions and when; of no employee and of nothing said. */
export const serviceStatement: OfficeForm = (context, { sessions }) => {
  const { counsellor } = assignmentOf(context);
  const days = [...(sessions ?? [])].sort();
  const span = [paperDate(days[0]), paperDate(days.at(-1))].filter((day) => day !== null);
  return {
    number: null,
    identity: [identity(context, 'Yang melaksanakan tugas', counsellor)],
    sections: [
      {
        heading: 'Keterangan',
        blocks: [
          text('Dengan ini diterangkan bahwa yang tersebut di atas telah melaksanakan tugasnya.'),
          choices('Tugas', tasks, [context.form === 'blank' ? undefined : 'counsellor']),
          assignmentLine(context),
          field(context, 'Jumlah sesi', sessions === null ? null : String(sessions.length)),
          field(context, 'Kurun waktu', [...new Set(span)].join(' s.d. ')),
          text('Surat keterangan ini tidak memuat nama peserta dan tidak memuat apa yang dibicarakan.'),
        ],
      },
    ],
    signatures: [{ ...inkSignature('Yang menerangkan', null), placeAndDate: placeAndDate(context, null) }],
  };
};
