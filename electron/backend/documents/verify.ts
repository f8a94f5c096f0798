import type { DocumentCheck } from '@shared/contract/documents.ts';
import { keyFingerprint } from '../case/act-crypto.ts';
import { checkSignedPdf, type SignedPdfCheck } from './brought-back.ts';

/** Larger files are not read: no paper of a case comes near (bytes). */
export const maxDocumentBytes = 100 * 1024 * 1024;

/** What speaks against a document, in the order of weight. */
const faults = (check: SignedPdfCheck): readonly string[] => {
  const last = check.signatures.at(-1);
  return [
    ...(check.signatureLost ? ['signatureDamaged'] : []),
    ...check.signatures.flatMap((signature) => (signature.fault === null ? [] : [signature.fault])),
    ...(last !== undefined && !last.coversWholeFile ? ['addedAfterSignature'] : []),
    ...check.signatures.flatMap((signature) =>
      signature.certificate !== null && !signature.withinValidity ? ['outsideValidity'] : [],
    ),
    ...(check.act.state === 'damaged' ? [check.act.code] : []),
  ];
};

/** What a reader should know though it speaks against nothing, and what was not checked. */
const remarks = (check: SignedPdfCheck): readonly string[] => {
  if (check.signatures.length === 0) return [];
  const author = check.act.state === 'valid' ? check.act.act.body?.author.name : undefined;
  const first = check.signatures[0];
  return [
    ...(check.signatures.length > 1 ? ['laterRevision'] : []),
    ...(check.signatures.some((signature) => signature.selfIssued) ? ['selfIssued'] : []),
    ...(author !== undefined && first !== undefined && first.signer !== author ? ['signerNameDiffers'] : []),
    'chainNotChecked',
    'revocationNotChecked',
    'timeNotProven',
    ...(check.act.state === 'valid' ? ['pageNotCompared'] : []),
  ];
};

const verdictOf = (check: SignedPdfCheck, against: readonly string[]): DocumentCheck['verdict'] => {
  if (check.signatures.length === 0 && against.length === 0) return check.isPdf ? 'unsigned' : 'unreadable';
  return against.length > 0 ? 'invalid' : 'valid';
};

/**
 * Verdict on a document. `valid`: every signature fits its bytes, the last one covers the whole file, stated times
 * lie within the certificates, and an embedded act fits its header, body, salt and signature. `findings` are codes
 * (texts under `finding` of the i18n namespace documents): first what speaks against it, then what was not checked. Never throws.
 */
export const verifyDocument = (bytes: Uint8Array, now: number): DocumentCheck => {
  if (bytes.length > maxDocumentBytes)
    return { verdict: 'unreadable', signatures: [], act: null, findings: ['tooLarge'] };
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
    findings: [...new Set([...none, ...against, ...remarks(check)])],
  };
};
