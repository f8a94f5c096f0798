import type { DocumentCheck } from '@shared/contract/documents.ts';
import { daysOf } from '@shared/domain/case/act-days.ts';
import { voiceOf } from '@shared/domain/case/voice.ts';
import {
  graverSigner,
  holderOf,
  type KnownSigner,
  type NamedSigner,
  namedSignerState,
  signerStateOf,
  signingHolder,
} from '@shared/domain/documents/signers.ts';
import { type ContentState, type PaperMaker, type SignerState, verdictOf } from '@shared/domain/documents/verdict.ts';
import { partiesOf as recordParties, requiredParties } from '@shared/domain/guidance/record.ts';
import type { PersonInput } from '@shared/domain/identity/person.ts';
import { spelledAlike } from '@shared/domain/identity/spelled-alike.ts';
import { keyFingerprint } from '../../crypto/key-fingerprint.ts';

import { evaluationSummary } from '../record/evaluation-file.ts';
import { summaryOf } from '../record/record-file.ts';
import { checkSignedPdf, type SignedPdfCheck } from './brought-back.ts';
import { cmsFaults } from './cms-check.ts';
import { certificateText } from './document-certificate.ts';
import { actFaults } from './embedded-act.ts';
import { copyFaults } from './embedded-copy.ts';
import { embeddedRecordFaults } from './embedded-record.ts';
import { pdfStart } from './pdf-start.ts';

/** Larger files are not read: no paper of a case comes near (bytes). */
export const maxDocumentBytes = 100 * 1024 * 1024;

/** Every code that `findings` may hold. */
export const findingCodes = [
  'notPdf',
  'tooLarge',
  'noSignature',
  'signatureDamaged',
  ...cmsFaults,
  'addedAgainstSigner',
  'addedAfterSignature',
  'outsideValidity',
  ...actFaults,
  ...embeddedRecordFaults,
  'evaluationInvalid',
  ...copyFaults,
  'copyUnproven',
  'signerKeyLost',
  'laterRevision',
  'originalUnderway',
  'selfIssued',
  'signerNameDiffers',
  'chainNotChecked',
  'revocationNotChecked',
  'timeNotProven',
  'pageNotCompared',
] as const;
export type FindingCode = (typeof findingCodes)[number];

const when = (holds: boolean, code: FindingCode): readonly FindingCode[] => (holds ? [code] : []);

/** What shows that a signature, its certificate or what the paper carries does not hold, in the order of weight. */
const faults = ({
  isPdf,
  signatures,
  signatureLost,
  additions,
  act,
  record,
  evaluation,
  copy,
}: SignedPdfCheck): readonly FindingCode[] => [
  ...when(!isPdf && signatures.length > 0, 'notPdf'),
  ...when(signatureLost, 'signatureDamaged'),
  ...signatures.flatMap(({ fault }) => (fault === null ? [] : [fault])),
  // By the standard the signature that forbids it holds no more, whatever was added.
  ...when(additions === 'forbidden', 'addedAgainstSigner'),
  ...when(
    signatures.some(({ certificate, withinValidity }) => certificate !== null && !withinValidity),
    'outsideValidity',
  ),
  ...(act.state === 'damaged' ? [act.code] : []),
  ...(record.state === 'damaged' ? [record.code] : []),
  ...(evaluation.state === 'damaged' ? [evaluation.code] : []),
  ...(copy.state === 'damaged' ? [copy.code] : []),
];

/** A copy for the employee without what proves its words: they are those of who released it. */
const isUnproven = ({ act, copy }: SignedPdfCheck): boolean =>
  act.state === 'valid' && act.act.header.type === 'copyReleased' && copy.state === 'none';

/** Copies of version 0.3 had no proof yet: that is said of them, and they stay what they were. */
const isOfOld = ({ act }: SignedPdfCheck): boolean => act.state === 'valid' && act.act.header.format === 'bilik/act/v1';

/**
 * Whom an original asks for signatures, in order: a record that carries the statement of who signed first goes round
 * among all. None for other papers.
 */
const signersAsked = ({ record }: SignedPdfCheck): readonly PersonInput[] => {
  if (record.state !== 'valid' || record.record.signatures.length !== 1) return [];
  const people = recordParties(record.record.record);
  const required = requiredParties(record.record.record);
  return required.length < 2 ? [] : required.flatMap((party) => people[party] ?? []);
};

/** What a reader should know though it speaks against nothing, and what was not checked. */
const remarks = (check: SignedPdfCheck): readonly FindingCode[] => {
  const { signatures, act, record, evaluation } = check;
  const [first] = signatures;
  if (first === undefined) return [];
  const author = act.state === 'valid' ? act.act.body?.author.name : undefined;
  return [
    ...when(isUnproven(check), 'copyUnproven'),
    ...when(signatures.length > 1, 'laterRevision'),
    ...when(signatures.length < signersAsked(check).length, 'originalUnderway'),
    ...when(
      signatures.some(({ selfIssued }) => selfIssued),
      'selfIssued',
    ),
    ...when(author !== undefined && first.signer !== certificateText(author), 'signerNameDiffers'),
    'chainNotChecked',
    'revocationNotChecked',
    'timeNotProven',
    ...when(
      [act, record, evaluation].some(({ state }) => state === 'valid'),
      'pageNotCompared',
    ),
  ];
};

/** The signing keys whose paper it is: of the act's author, or of all who signed the record or evaluation. */
const partiesOf = ({ act, record, evaluation }: SignedPdfCheck): readonly string[] => [
  ...(act.state === 'valid' ? [act.act.header.authorKey] : []),
  ...(record.state === 'valid' ? record.record.signatures.map(({ key }) => key) : []),
  ...(evaluation.state === 'valid' ? [evaluation.evaluation.signature.key] : []),
];

/** What a paper says of whose key signed what it shows: of a copied act, and of an evaluation. */
const namedSigners = ({ copy, evaluation }: SignedPdfCheck): NamedSigner[] => {
  const named: NamedSigner[] = [];
  if (copy.state === 'valid') {
    const { header, body } = copy.copy;
    named.push({ key: header.authorKey, name: body.author.name, fromPaper: header.origin === 'paper' });
  }
  if (evaluation.state === 'valid') {
    const { record, signature } = evaluation.evaluation;
    named.push({ key: signature.key, name: record.official.name, fromPaper: false });
  }
  return named;
};

/** Whose the signatures are; also whether who is named beside a key is its holder. */
const signerOf = (check: SignedPdfCheck, known: readonly KnownSigner[]): SignerState | null => {
  const byPersons = check.signatures.filter(({ timestamp }) => !timestamp).map(({ documentKey }) => documentKey);
  if (byPersons.length === 0) return null;
  const signer = signerStateOf(byPersons, partiesOf(check), known);
  const asked = signersAsked(check);
  const isOther = byPersons.some((key, at) => {
    const holder = at === 0 || asked.length === 0 ? undefined : holderOf(key, [], known);
    return holder !== undefined && !spelledAlike(holder.name, asked[at]?.name ?? '');
  });
  // On an original somebody signed who is not asked to, or out of turn.
  if (isOther) return 'other';
  return namedSigners(check)
    .map((named) => namedSignerState(named, known))
    .reduce(graverSigner, signer);
};

const additionStates = { none: 'whole', silent: 'extended', shown: 'changed', forbidden: 'damaged' } as const;

const contentOf = (
  { isPdf, signatures, additions }: SignedPdfCheck,
  against: readonly FindingCode[],
): ContentState | null => {
  if (against.length > 0) return 'damaged';
  if (signatures.length === 0) return isPdf ? 'unsigned' : null;
  return additionStates[additions];
};

/** The record of guidance, or the evaluation of a plan, that it carries. */
const recordOf = ({ record, evaluation }: SignedPdfCheck): DocumentCheck['record'] => {
  if (record.state === 'valid') return summaryOf(record.record);
  return evaluation.state === 'valid' ? evaluationSummary(evaluation.evaluation) : null;
};

const nothing = { content: null, signer: null, maker: 'outside', act: null, record: null, copy: null } as const;

/**
 * The check of a PDF as it was before a gateway put blanks in front of it: the places that a signature names are those
 * of the file that was signed. They show nothing.
 */
const checkBehindBlanks = (bytes: Uint8Array, now: number): SignedPdfCheck => {
  const start = pdfStart(bytes);
  if (start <= 0) return checkSignedPdf(bytes, now);
  const check = checkSignedPdf(bytes.subarray(start), now);
  return check.additions === 'none' ? { ...check, additions: 'silent' } : check;
};

/**
 * What a PDF is worth: its content and its signers, as `domain/documents/verdict.ts` says. Content is `damaged` unless
 * every signature fits its bytes, stated times lie within the certificates, and the act, record or copied act inside
 * holds.
 * `known`: those whose keys are vouched for. `findings` are codes (texts under `finding` of the i18n namespace
 * documents): first what speaks against it, then what was not checked. Never throws.
 */
export const verifyDocument = (bytes: Uint8Array, now: number, known: readonly KnownSigner[]): DocumentCheck => {
  if (bytes.length > maxDocumentBytes)
    return { ...nothing, verdict: verdictOf(nothing), signatures: [], findings: ['tooLarge'] };
  const check = checkBehindBlanks(bytes, now);
  const { act, record, evaluation, copy } = check;
  const against = faults(check);
  const content = contentOf(check, against);
  const parties = partiesOf(check);
  const maker: PaperMaker = [act, record, evaluation].every(({ state }) => state === 'none') ? 'outside' : 'bilik';
  const signer = signerOf(check, known);
  const holders = check.signatures.map(({ documentKey }) => holderOf(documentKey, parties, known));
  const none = content === null ? ['notPdf'] : content === 'unsigned' ? ['noSignature'] : [];
  return {
    verdict: verdictOf({ content, signer, maker, unproven: isUnproven(check) && !isOfOld(check) }),
    content,
    signer,
    maker,
    signatures: check.signatures.map(
      ({ signer: name, issuer, timestamp, selfIssued, intact, coversWholeFile, validFrom, validTo }, at) => ({
        signer: name,
        holder: holders[at]?.name ?? null,
        timestamp,
        issuer,
        selfIssued,
        intact,
        coversWholeFile,
        validFrom,
        validTo,
      }),
    ),
    act:
      act.state === 'valid'
        ? {
            hash: act.act.hash,
            type: act.act.header.type,
            keyFingerprint: keyFingerprint(act.act.header.authorKey),
            ...voiceOf(act.act.header, act.act.body),
            ...daysOf(act.act.header, act.act.body),
          }
        : null,
    record: recordOf(check),
    copy:
      copy.state === 'valid'
        ? {
            hash: copy.copy.hash,
            type: copy.copy.header.type,
            ...voiceOf(copy.copy.header, copy.copy.body),
            keyFingerprint: keyFingerprint(copy.copy.header.authorKey),
            holder: signingHolder(copy.copy.header.authorKey, known)?.name ?? null,
            leftOut: [...copy.copy.leftOut],
          }
        : null,
    findings: [
      ...new Set([
        ...none,
        ...against,
        ...when(content === 'changed', 'addedAfterSignature'),
        ...when(
          holders.some((holder) => holder?.lost === true),
          'signerKeyLost',
        ),
        ...remarks(check),
      ]),
    ],
  };
};
