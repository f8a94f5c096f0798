import type { ContentOf } from '../../case/body.ts';
import type { DocumentContext } from '../context.ts';
import { knownContent } from '../known-content.ts';
import type { Block } from '../model.ts';
import { paperDate } from '../paper-date.ts';
import {
  addressedTo,
  choices,
  field,
  identityPair,
  inlineIdentity,
  officialSignature,
  paperReference,
} from '../parts.ts';
import { decisionPart } from './decision.ts';
import type { Form, FormPart } from './form.ts';
import { memoHead } from './memo.ts';

type Decided = Partial<ContentOf<'counsellingDecided'>>;

const subject = 'Penetapan Pelaksanaan Konseling Kinerja';
const outcomes = {
  yes: 'ditetapkan untuk menerima konseling kinerja',
  no: 'tidak ditetapkan untuk konseling kinerja',
} as const;

/** A sentence as the rest of one: a small letter first, no full stop. */
const asClause = (text: string): string => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`.replace(/[.;]$/, '');

const basisOf = (context: DocumentContext): string | null => {
  const report = knownContent('reportSubmitted', context.related.reportSubmitted);
  return paperReference(report.number, paperDate(report.date));
};

const asDecision = (context: DocumentContext, content: Decided): FormPart => {
  const basis = basisOf(context);
  const of = context.form === 'signed' ? '' : ' Nomor ........ tanggal ........';
  const about = inlineIdentity(context.employee);
  const outcome = content.decision === undefined ? null : outcomes[content.decision];
  return decisionPart(context, {
    number: content.number,
    date: content.date,
    day: paperDate(content.date),
    about: subject,
    considering: [
      `bahwa telah diterima laporan permasalahan perilaku kerja${basis === null ? of : ` ${basis}`};`,
      content.reason ? `bahwa ${asClause(content.reason)};` : null,
      'bahwa berdasarkan pertimbangan tersebut perlu ditetapkan pelaksanaan konseling kinerja;',
    ].filter((text) => text !== null),
    decided: [
      about === null || outcome === null ? null : `Pegawai ${about} ${outcome}.`,
      content.decision === 'no'
        ? null
        : 'Konseling kinerja dilaksanakan secara individual, dengan menjaga kerahasiaan dan tanggung jawab.',
      'Keputusan ini disampaikan kepada Pegawai yang bersangkutan, yang dapat mengajukan keberatan menurut peraturan perundang-undangan.',
    ],
  });
};

const confidentiality: Block = {
  block: 'text',
  text: 'Penetapan ini menjadi dasar penugasan konselor serta penetapan jadwal dan tempat. Konseling dilaksanakan secara individual, dengan menjaga kerahasiaan dan tanggung jawab.',
};

const asMemo = (context: DocumentContext, content: Decided): FormPart => ({
  ...memoHead(context, {
    number: content.number,
    to: addressedTo(context.assessor, 'assessor'),
    subject,
    date: paperDate(content.date),
  }),
  identity: identityPair(context),
  sections: [
    {
      heading: '',
      blocks: [
        field(context, 'Dasar: laporan permasalahan perilaku kerja', basisOf(context)),
        choices('Pegawai tersebut', outcomes, [content.decision]),
        field(context, 'Alasan', content.reason, 4),
        ...(content.decision === 'no' ? [] : [confidentiality]),
      ],
    },
  ],
  signatures: [{ ...officialSignature(context, { date: null, role: 'personnelHead' }), placeAndDate: '' }],
});

/**
 * Penetapan: whether the employee is counselled, on which report it rests, and why where not (law: decide). A nota
 * dinas, or a keputusan where the office has set that.
 */
export const counsellingDecision: Form = (context) => {
  const content = knownContent('counsellingDecided', context.act?.content);
  return context.deciding.counselling === 'decision' ? asDecision(context, content) : asMemo(context, content);
};
