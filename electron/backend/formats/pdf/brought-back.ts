import { X509Certificate } from 'node:crypto';
import { toHex } from '@shared/kernel/bytes.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import type { Certificate, RelativeDistinguishedNames } from 'pkijs';
import { sha256 } from '../../crypto/hash.ts';
import { type CmsFault, checkCms } from './cms-check.ts';
import { type EmbeddedAct, embeddedAct } from './embedded-act.ts';
import { type EmbeddedCopy, embeddedCopy } from './embedded-copy.ts';
import { type EmbeddedEvaluation, embeddedEvaluation } from './embedded-evaluation.ts';
import { type EmbeddedRecord, embeddedRecord } from './embedded-record.ts';
import { type LaterAdditions, laterAdditions } from './later-additions.ts';
import { hasSignatureTraces, looksLikePdf, type PdfSignature, pdfSignatures } from './pdf-signatures.ts';

/** What a check of one signature of a PDF found. */
export interface SignatureCheck {
  /** Common name in the certificate, else its whole subject; empty when no certificate could be read. */
  readonly signer: string;
  readonly issuer: string;
  /** Issued by its own holder: not certified (law: uncertified). */
  readonly selfIssued: boolean;
  /** The signed bytes, the signature value and the certificate reference fit together. */
  readonly intact: boolean;
  readonly fault: CmsFault | null;
  /** False: the file was added to after this signature. */
  readonly coversWholeFile: boolean;
  /** First and last second of the certificate, ISO 8601 in UTC; empty when unknown. */
  readonly validFrom: string;
  readonly validTo: string;
  /** Time that the signer states, ISO 8601 in UTC; empty when none. */
  readonly statedAt: string;
  /** Whether the stated time (else: now) lies within the certificate's. */
  readonly withinValidity: boolean;
  /** A timestamp (RFC 3161) rather than a person's signature. */
  readonly timestamp: boolean;
  /** The signer's certificate in DER; null when none came along. */
  readonly certificate: Uint8Array | null;
  /** SHA-256 of the certificate's SubjectPublicKeyInfo, as directory and card name it; null when it cannot be read. */
  readonly documentKey: string | null;
}

/** What a check of a PDF found. Chain to a PSrE and revocation are never checked here. */
export interface SignedPdfCheck {
  readonly isPdf: boolean;
  /** Signatures in the order of their revisions. */
  readonly signatures: readonly SignatureCheck[];
  /** There are traces of a signature, but none that can be read. */
  readonly signatureLost: boolean;
  /** What came after the first signature. */
  readonly additions: LaterAdditions;
  readonly act: EmbeddedAct;
  readonly record: EmbeddedRecord;
  readonly evaluation: EmbeddedEvaluation;
  /** Of a copy for the employee: the act that was copied. */
  readonly copy: EmbeddedCopy;
}

const commonNameType = '2.5.4.3';

const textOf = (name: RelativeDistinguishedNames, type: string | null): string =>
  name.typesAndValues
    .filter((entry) => type === null || entry.type === type)
    .map((entry) => String(entry.value.valueBlock.value))
    .join(', ');

const nameText = (name: RelativeDistinguishedNames): string => textOf(name, commonNameType) || textOf(name, null);

const isSelfIssued = (certificate: Certificate, der: Uint8Array): boolean => {
  if (!certificate.subject.isEqual(certificate.issuer)) return false;
  try {
    const parsed = new X509Certificate(der);
    return parsed.verify(parsed.publicKey);
  } catch {
    return false;
  }
};

const unknownCertificate = {
  signer: '',
  issuer: '',
  selfIssued: false,
  validFrom: '',
  validTo: '',
  withinValidity: false,
  certificate: null,
  documentKey: null,
};

const documentKeyIn = (der: Uint8Array): string | null => {
  try {
    return toHex(sha256(new X509Certificate(der).publicKey.export({ format: 'der', type: 'spki' })));
  } catch {
    return null;
  }
};

const certificateFacts = (certificate: Certificate | null, at: number) => {
  if (certificate === null) return unknownCertificate;
  try {
    const der = new Uint8Array(certificate.toSchema().toBER(false));
    const [from, to] = [certificate.notBefore.value, certificate.notAfter.value];
    return {
      signer: nameText(certificate.subject),
      issuer: nameText(certificate.issuer),
      selfIssued: isSelfIssued(certificate, der),
      validFrom: toIsoInstant(from.getTime()),
      validTo: toIsoInstant(to.getTime()),
      // The PDF states whole seconds.
      withinValidity: at >= from.getTime() - 999 && at <= to.getTime(),
      certificate: der,
      documentKey: documentKeyIn(der),
    };
  } catch {
    return unknownCertificate;
  }
};

const checkOne = (signature: PdfSignature, now: number): SignatureCheck => {
  const cms = checkCms(signature.contents, signature.signedParts);
  const stated = cms.signingTime ?? signature.statedAt;
  return {
    ...certificateFacts(cms.certificate, stated ?? now),
    intact: cms.fault === null,
    fault: cms.fault,
    coversWholeFile: signature.coversWholeFile,
    statedAt: stated === null ? '' : toIsoInstant(stated),
    timestamp: signature.subFilter === 'ETSI.RFC3161',
  };
};

/**
 * Checks a PDF that was signed here or elsewhere (several signatures, `adbe.pkcs7.detached` and
 * `ETSI.CAdES.detached`, RSA and ECDSA, document timestamps). Takes any bytes and never throws. `now` (in
 * milliseconds) stands in where a signature states no time.
 */
export const checkSignedPdf = (bytes: Uint8Array, now: number): SignedPdfCheck => {
  const found = pdfSignatures(bytes);
  const end = found[0]?.end ?? bytes.length;
  const firstRevision = bytes.subarray(0, end);
  const act = embeddedAct(firstRevision);
  const signatures = found.map((signature) => checkOne(signature, now));
  return {
    isPdf: looksLikePdf(bytes),
    signatures,
    signatureLost: signatures.length === 0 && hasSignatureTraces(bytes),
    additions: laterAdditions(
      bytes,
      end,
      found.map(({ range }) => range),
    ),
    act,
    copy: embeddedCopy(firstRevision, act.state === 'valid' ? act.act : null),
    record: embeddedRecord(firstRevision),
    evaluation: embeddedEvaluation(firstRevision),
  };
};
