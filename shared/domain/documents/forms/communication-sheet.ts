import { actFields } from '../../case/fields/act-fields.ts';
import type { Fields } from '../../form/field.ts';
import type { DocumentContext } from '../context.ts';
import { sectionsOf } from '../fields-on-paper.ts';
import { knownContent } from '../known-content.ts';
import { paperDate } from '../paper-date.ts';
import { authorSignature, identityPair, inkSignature, periodLine } from '../parts.ts';
import type { Form } from './form.ts';

const fields = actFields.problemCommunicated;
const { response, acknowledgement } = fields;
const byAssessor = 'menurut Pejabat Penilai Kinerja';

/**
 * The same, as the assessor alone says it in a vault: what the employee said is in the assessor's words, and that the
 * employee signed is shown by no scan, as version 0.3 took it.
 */
const toldByAssessor: Fields = {
  ...fields,
  response: { ...response, paper: { ...response.paper, part: `${response.paper.part} (${byAssessor})` } },
};
const signedByWord: Fields = {
  ...toldByAssessor,
  acknowledgement: {
    ...acknowledgement,
    paper: {
      ...acknowledgement.paper,
      options: {
        ...acknowledgement.paper.options,
        signed: `${acknowledgement.paper.options.signed}, ${byAssessor}`,
      },
    },
  },
};

const fieldsFor = ({ form, act }: DocumentContext): Fields => {
  if (form !== 'signed' || act === null || act.medium !== null) return fields;
  if (act.content.acknowledgement !== 'signed') return toldByAssessor;
  return act.attachments.length === 0 ? signedByWord : fields;
};

/** Lembar komunikasi: facts, effect, change expected, the employee's answer, acknowledgement or its refusal. */
export const communicationSheet: Form = (context) => {
  const content = knownContent('problemCommunicated', context.act?.content);
  return {
    meta: [periodLine(context)],
    identity: identityPair(context),
    sections: sectionsOf(context, fieldsFor(context), content),
    signatures: [
      ...(content.acknowledgement === 'refused' ? [] : [inkSignature('Mengetahui, Pegawai', context.employee)]),
      authorSignature(context, paperDate(content.date), 'assessor'),
    ],
  };
};
