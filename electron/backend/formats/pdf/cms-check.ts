import { Buffer } from 'node:buffer';
import { constants, createHash, createPublicKey, verify } from 'node:crypto';
import * as asn1js from 'asn1js';
import {
  Certificate,
  ContentInfo,
  IssuerAndSerialNumber,
  RSASSAPSSParams,
  SignedData,
  type SignerInfo,
  TSTInfo,
} from 'pkijs';

const oid = {
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  rsaPss: '1.2.840.113549.1.1.10',
} as const;

const digestNames: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.5': 'md5',
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** Codes of what can be wrong with a signature value. */
export const cmsFaults = [
  'signatureUnreadable',
  'contentChanged',
  'signatureWrong',
  'certificateMissing',
  'certificateSwapped',
  'algorithmUnknown',
  'weakDigest',
] as const;
export type CmsFault = (typeof cmsFaults)[number];

/** What was found in one signature value. */
export interface CmsCheck {
  /** Null: digest, signature and certificate reference fit. */
  readonly fault: CmsFault | null;
  readonly certificate: Certificate | null;
  /** All certificates that came along, in DER. */
  readonly certificates: readonly Uint8Array[];
  /** Signed attribute signingTime in milliseconds (not in PAdES); null when absent. */
  readonly signingTime: number | null;
}

const bytesOf = (buffer: ArrayBuffer): Uint8Array<ArrayBuffer> => Uint8Array.from(new Uint8Array(buffer));

/** The CMS message in `contents`; whatever follows it must be the zeros that fill its room. Throws otherwise. */
const readSignedData = (contents: Uint8Array): SignedData => {
  const parsed = asn1js.fromBER(Uint8Array.from(contents).buffer);
  if (parsed.offset === -1 || contents.subarray(parsed.offset).some((byte) => byte !== 0)) throw new Error('not CMS');
  const info = new ContentInfo({ schema: parsed.result });
  if (info.contentType !== oid.signedData) throw new Error('not SignedData');
  return new SignedData({ schema: info.content });
};

const certificateOf = (data: SignedData, signer: SignerInfo): Certificate | null => {
  const certificates = (data.certificates ?? []).filter((entry) => entry instanceof Certificate);
  const sid = signer.sid;
  const fits = (certificate: Certificate): boolean => {
    if (sid instanceof IssuerAndSerialNumber) {
      return certificate.issuer.isEqual(sid.issuer) && certificate.serialNumber.isEqual(sid.serialNumber);
    }
    const identifier = certificate.extensions?.find((extension) => extension.extnID === '2.5.29.14')?.parsedValue;
    return (
      identifier !== undefined &&
      Buffer.from(identifier.valueBlock.valueHexView).equals(Buffer.from(sid.valueBlock.valueHexView))
    );
  };
  return certificates.find(fits) ?? null;
};

const attribute = (signer: SignerInfo, type: string): asn1js.BaseBlock | undefined =>
  signer.signedAttrs?.attributes.find((entry) => entry.type === type)?.values[0];

const octetsOf = (block: asn1js.BaseBlock | undefined): Buffer | null =>
  block instanceof asn1js.OctetString ? Buffer.from(block.valueBlock.valueHexView) : null;

const digest = (name: string, parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash(name);
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** Whether signingCertificateV2 (RFC 5035), where present, names this certificate. */
const namesCertificate = (signer: SignerInfo, certificate: Uint8Array): boolean => {
  const value = attribute(signer, oid.signingCertificateV2);
  if (value === undefined) return true;
  const id = ((value as asn1js.Sequence).valueBlock.value[0] as asn1js.Sequence).valueBlock.value[0] as asn1js.Sequence;
  const [first, second] = id.valueBlock.value;
  const algorithm =
    first instanceof asn1js.Sequence
      ? digestNames[(first.valueBlock.value[0] as asn1js.ObjectIdentifier).valueBlock.toString()]
      : 'sha256';
  const named = octetsOf(first instanceof asn1js.OctetString ? first : second);
  return algorithm !== undefined && named?.equals(digest(algorithm, [certificate])) === true;
};

/** Verifies the signature over `signed` with the certificate's key: ECDSA, RSA PKCS #1 v1.5 or RSA-PSS. */
const signatureHolds = (signer: SignerInfo, certificate: Certificate, hashName: string, signed: Buffer): boolean => {
  const spki = Buffer.from(certificate.subjectPublicKeyInfo.toSchema().toBER(false));
  const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  const signature = Buffer.from(signer.signature.valueBlock.valueHexView);
  if (signer.signatureAlgorithm.algorithmId !== oid.rsaPss) return verify(hashName, signed, key, signature);
  const pss = new RSASSAPSSParams({ schema: signer.signatureAlgorithm.algorithmParams });
  const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: pss.saltLength };
  return verify(digestNames[pss.hashAlgorithm.algorithmId] ?? hashName, signed, { key, ...padding }, signature);
};

/** The bytes that a signer's digest covers, and whether a timestamp inside names the document. */
const coveredContent = (
  data: SignedData,
  parts: readonly Uint8Array[],
): { parts: readonly Uint8Array[]; fits: boolean } => {
  const inner = data.encapContentInfo.eContent;
  if (inner === undefined) return { parts, fits: true };
  const octets = bytesOf(inner.getValue());
  const imprint = TSTInfo.fromBER(octets.buffer).messageImprint;
  const name = digestNames[imprint.hashAlgorithm.algorithmId] ?? '';
  const named = Buffer.from(imprint.hashedMessage.valueBlock.valueHexView);
  return { parts: [octets], fits: name !== '' && digest(name, parts).equals(named) };
};

const faultOf = (
  data: SignedData,
  signer: SignerInfo,
  certificate: Certificate | null,
  parts: readonly Uint8Array[],
): CmsFault | null => {
  const hashName = digestNames[signer.digestAlgorithm.algorithmId];
  if (hashName === undefined) return 'algorithmUnknown';
  const content = coveredContent(data, parts);
  const stated = octetsOf(attribute(signer, oid.messageDigest));
  if (!content.fits) return 'contentChanged';
  if (signer.signedAttrs !== undefined && (stated === null || !stated.equals(digest(hashName, content.parts)))) {
    return 'contentChanged';
  }
  const type = attribute(signer, oid.contentType);
  if (type instanceof asn1js.ObjectIdentifier && type.valueBlock.toString() !== data.encapContentInfo.eContentType) {
    return 'signatureWrong';
  }
  if (certificate === null) return 'certificateMissing';
  const signed =
    signer.signedAttrs === undefined ? Buffer.concat(content.parts) : Buffer.from(signer.signedAttrs.encodedValue);
  if (!signatureHolds(signer, certificate, hashName, signed)) {
    return signer.signedAttrs === undefined ? 'contentChanged' : 'signatureWrong';
  }
  if (!namesCertificate(signer, bytesOf(certificate.toSchema().toBER(false)))) return 'certificateSwapped';
  return hashName === 'md5' || hashName === 'sha1' ? 'weakDigest' : null;
};

/**
 * Checks a CMS signature value (also of an RFC 3161 timestamp) against the bytes it signs. Reads what other
 * programs write: RSA or ECDSA, with or without signed attributes. Never throws.
 */
export const checkCms = (contents: Uint8Array, parts: readonly Uint8Array[]): CmsCheck => {
  let certificate: Certificate | null = null;
  let certificates: readonly Uint8Array[] = [];
  try {
    const data = readSignedData(contents);
    const [signer] = data.signerInfos;
    if (signer === undefined || data.signerInfos.length !== 1) throw new Error('one signer expected');
    const all = (data.certificates ?? []).filter((entry): entry is Certificate => entry instanceof Certificate);
    certificates = all.map((entry) => bytesOf(entry.toSchema().toBER(false)));
    certificate = certificateOf(data, signer);
    const time = attribute(signer, oid.signingTime);
    const signingTime = time instanceof asn1js.UTCTime ? time.toDate().getTime() : null;
    return { fault: faultOf(data, signer, certificate, parts), certificate, certificates, signingTime };
  } catch {
    return { fault: 'signatureUnreadable', certificate, certificates, signingTime: null };
  }
};
