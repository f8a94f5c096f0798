import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  randomBytes,
  sign,
  X509Certificate,
} from 'node:crypto';
import * as asn1js from 'asn1js';
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  Extension,
  PublicKeyInfo,
  RelativeDistinguishedNames,
  Time,
} from 'pkijs';

const oid = {
  commonName: '2.5.4.3',
  organisation: '2.5.4.10',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
} as const;
/** Years that a self-issued certificate is valid. */
const validYears = 10;

/** What a vault's document certificate says. */
export interface CertificateRequest {
  /** P-256 private key, PKCS #8 in DER. */
  readonly keyPkcs8: Uint8Array;
  /** Name of the person. */
  readonly commonName: string;
  /** Name of the institution; may be empty. */
  readonly organisation: string;
  readonly notBefore: Date;
}

/** A name as it fits into a certificate: at most 64 characters (X.520, upper bounds). */
export const certificateText = (text: string): string => [...text].slice(0, 64).join('');

/** Distinguished name with one attribute per RDN, the organisation first. */
const nameOf = (request: CertificateRequest): RelativeDistinguishedNames => {
  const rdn = (type: string, value: string) => {
    const text = new asn1js.Utf8String({ value: certificateText(value) });
    return new asn1js.Set({ value: [new AttributeTypeAndValue({ type, value: text }).toSchema()] });
  };
  const organisation = request.organisation === '' ? [] : [rdn(oid.organisation, request.organisation)];
  const name = new asn1js.Sequence({ value: [...organisation, rdn(oid.commonName, request.commonName)] });
  return RelativeDistinguishedNames.fromBER(name.toBER(false));
};

const extension = (extnID: string, critical: boolean, value: ArrayBuffer): Extension =>
  new Extension({ extnID, critical, extnValue: value });

const extensionsOf = (publicKeyDer: Uint8Array): Extension[] => [
  extension(oid.basicConstraints, true, new BasicConstraints({ cA: false }).toSchema().toBER(false)),
  // digitalSignature and nonRepudiation (contentCommitment)
  extension(
    oid.keyUsage,
    true,
    new asn1js.BitString({ valueHex: Uint8Array.of(0xc0).buffer, unusedBits: 6 }).toBER(false),
  ),
  extension(
    oid.subjectKeyIdentifier,
    false,
    new asn1js.OctetString({
      valueHex: Uint8Array.from(createHash('sha1').update(publicKeyDer.subarray(-65)).digest()).buffer,
    }).toBER(false),
  ),
];

const plusYears = (date: Date, years: number): Date => {
  const later = new Date(date);
  later.setUTCFullYear(later.getUTCFullYear() + years);
  return later;
};

/** Private key object of a document key. Throws when the bytes are no P-256 key in PKCS #8. */
export const documentKeyOf = (keyPkcs8: Uint8Array): KeyObject => {
  const key = createPrivateKey({ key: Buffer.from(keyPkcs8), format: 'der', type: 'pkcs8' });
  if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') throw new TypeError('a document key is on P-256');
  return key;
};

/** True when a moment lies within the time of a certificate (DER). */
export const isValidAt = (certificate: Uint8Array, at: number): boolean => {
  const { validFrom, validTo } = new X509Certificate(certificate);
  return Date.parse(validFrom) <= at && at <= Date.parse(validTo);
};

/** A time of a certificate: two figures for the years that they tell, four for others (RFC 5280, 4.1.2.5). */
const timeOf = (date: Date): Time => {
  const year = date.getUTCFullYear();
  return new Time({ type: year < 1950 || year >= 2050 ? 1 : 0, value: date });
};

/** A moment without the part of a second, which a certificate cannot hold (RFC 5280, 4.1.2.5.2). */
const wholeSecond = (date: Date): Date => new Date(Math.floor(date.getTime() / 1000) * 1000);

/**
 * X.509 certificate (DER) that a person issues to oneself for the vault's document key: uncertified in the sense of the
 * law (law: uncertified). Made once and kept while it is valid, since each call draws a new serial number. Names longer
 * than 64 characters are cut (X.520 upper bounds). Throws when the key is no P-256 key.
 */
export const createDocumentCertificate = (request: CertificateRequest): Uint8Array => {
  const key = documentKeyOf(request.keyPkcs8);
  const notBefore = wholeSecond(request.notBefore);
  const publicKeyDer = new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' }));
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  const algorithm = new AlgorithmIdentifier({ algorithmId: oid.ecdsaWithSha256 });
  const certificate = new Certificate({
    version: 2,
    serialNumber: new asn1js.Integer({ valueHex: Uint8Array.from(serial).buffer }),
    signature: algorithm,
    issuer: nameOf(request),
    subject: nameOf(request),
    notBefore: timeOf(notBefore),
    notAfter: timeOf(plusYears(notBefore, validYears)),
    subjectPublicKeyInfo: PublicKeyInfo.fromBER(publicKeyDer),
    signatureAlgorithm: algorithm,
    extensions: extensionsOf(publicKeyDer),
  });
  const tbs = new Uint8Array(certificate.encodeTBS().toBER(false));
  certificate.tbsView = tbs;
  certificate.signatureValue = new asn1js.BitString({ valueHex: Uint8Array.from(sign('sha256', tbs, key)).buffer });
  return new Uint8Array(certificate.toSchema(true).toBER(false));
};
