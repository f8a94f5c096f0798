import type { DocumentCheck } from '@shared/contract/documents.ts';
import { keyFingerprint } from '../../crypto/key-fingerprint.ts';

import { summaryOf } from '../record/record-file.ts';
import { checkSignedPdf, type SignedPdfCheck } from './brought-back.ts';
import { cmsFaults } from './cms-check.ts';
import { certificateText } from './document-certificate.ts';
import { actFaults } from './embedded-act.ts';
import { embeddedRecordFaults } from './embedded-record.ts';

/** Larger files are not read: no paper of a case comes near (bytes). */
export const maxDocumentBytes = 100 * 1024 * 1024;

/** Every code that `findings` may hold. */
export const findingCodes = [
  'notPdf',
  'tooLarge',
  'noSignature',
  'signatureDamaged',
  ...cmsFaults,
  'addedAfterSignature',
  'outsideValidity',
  ...actFaults,
  ...embeddedRecordFaults,
  'laterRevision',
  'selfIssued',
  'signerNameDiffers',
  'chainNotChecked',
  'revocationNotChecked',
  'timeNotProven',
  'pageNotCompared',
] as const;
export type FindingCode = (typeof findingCodes)[number];

const when = (holds: boolean, code: FindingCode): readonly FindingCode[] => (holds ? [code] : []);

/** What speaks against a document, in the order of weight. */
const faults = ({ isPdf, signatures, signatureLost, act, record }: SignedPdfCheck): readonly FindingCode[] => [
  ...when(!isPdf && signatures.length > 0, 'notPdf'),
  ...when(signatureLost, 'signatureDamaged'),
  ...signatures.flatMap(({ fault }) => (fault === null ? [] : [fault])),
  ...when(signatures.at(-1)?.coversWholeFile === false, 'addedAfterSignature'),
  ...when(
    signatures.some(({ certificate, withinValidity }) => certificate !== null && !withinValidity),
    'outsideValidity',
  ),
  ...(act.state === 'damaged' ? [act.code] : []),
  ...(record.state === 'damaged' ? [record.code] : []),
];

/** What a reader should know though it speaks against nothing, and what was not checked. */
const remarks = ({ signatures, act, record }: SignedPdfCheck): readonly FindingCode[] => {
  const [first] = signatures;
  if (first === undefined) return [];
  const author = act.state === 'valid' ? act.act.body?.author.name : undefined;
  return [
    ...when(signatures.length > 1, 'laterRevision'),
    ...when(
      signatures.some(({ selfIssued }) => selfIssued),
      'selfIssued',
    ),
    ...when(author !== undefined && first.signer !== certificateText(author), 'signerNameDiffers'),
    'chainNotChecked',
    'revocationNotChecked',
    'timeNotProven',
    ...when(act.state === 'valid' || record.state === 'valid', 'pageNotCompared'),
  ];
};

const verdictOf = (check: SignedPdfCheck, against: readonly string[]): DocumentCheck['verdict'] => {
  if (check.signatures.length === 0 && against.length === 0) return check.isPdf ? 'unsigned' : 'unreadable';
  return against.length > 0 ? 'invalid' : 'valid';
};

/**
 * Verdict on a document. `valid`: every signature fits its bytes, the last one covers the whole file, stated times lie
 * within the certificates, an embedded act fits its header, body, salt and signature, and every signature of an
 * embedded record holds. `findings` are codes (texts under `finding` of the i18n namespace documents): first what
 * speaks against it, then what was not checked. Never throws.
 */
export const verifyDocument = (bytes: Uint8Array, now: number): DocumentCheck => {
  if (bytes.length > maxDocumentBytes)
    return { verdict: 'unreadable', signatures: [], act: null, record: null, findings: ['tooLarge'] };
  const check = checkSignedPdf(bytes, now);
  const against = faults(check);
  const verdict = verdictOf(check, against);
  const none = verdict === 'unreadable' ? ['notPdf'] : verdict === 'unsigned' ? ['noSignature'] : [];
  return {
    verdict,
    signatures: check.signatures.map(({ signer, issuer, selfIssued, intact, coversWholeFile, validFrom, validTo }) => ({
      signer,
      issuer,
      selfIssued,
      intact,
      coversWholeFile,
      validFrom,
      validTo,
    })),
    act:
      check.act.state === 'valid'
        ? {
            hash: check.act.act.hash,
            type: check.act.act.header.type,
            keyFingerprint: keyFingerprint(check.act.act.header.authorKey),
          }
        : null,
    record: check.record.state === 'valid' ? summaryOf(check.record.record) : null,
    findings: [...new Set([...none, ...against, ...remarks(check)])],
  };
};
