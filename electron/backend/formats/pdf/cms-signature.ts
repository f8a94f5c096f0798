import { createHash, type KeyObject, sign } from 'node:crypto';
import * as asn1js from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import { documentKeyOf } from './document-certificate.ts';

const oid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  rsaWithSha256: '1.2.840.113549.1.1.11',
} as const;

/** A key with its certificate, and those above that go with it. */
export interface CmsSigner {
  /** RSA, or a curve of NIST. */
  readonly key: KeyObject;
  /** Certificates in DER. */
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
}

/** Key and certificate that sign documents. */
export interface DocumentIdentity {
  /** P-256 private key, PKCS #8 in DER. */
  readonly keyPkcs8: Uint8Array;
  /** Its certificate in DER. */
  readonly certificate: Uint8Array;
}

const octets = (bytes: Uint8Array): asn1js.OctetString =>
  new asn1js.OctetString({ valueHex: Uint8Array.from(bytes).buffer });
const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

/** ESSCertIDv2 with the default hash SHA-256 (RFC 5035): ties the signature to this very certificate. */
const signingCertificate = (certificate: Uint8Array): asn1js.Sequence =>
  new asn1js.Sequence({
    value: [new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [octets(hash(certificate))] })] })],
  });

/** The three attributes of PAdES B-B, in the order of DER; the time stands in the PDF (key M), never here. */
const signedAttributes = (content: Uint8Array, certificate: Uint8Array): Attribute[] => {
  const attributes = [
    new Attribute({ type: oid.contentType, values: [new asn1js.ObjectIdentifier({ value: oid.data })] }),
    new Attribute({ type: oid.messageDigest, values: [octets(hash(content))] }),
    new Attribute({ type: oid.signingCertificateV2, values: [signingCertificate(certificate)] }),
  ];
  const der = (attribute: Attribute) => Buffer.from(attribute.toSchema().toBER(false));
  return attributes.sort((a, b) => Buffer.compare(der(a), der(b)));
};

const algorithmOf = ({ asymmetricKeyType }: KeyObject): AlgorithmIdentifier =>
  asymmetricKeyType === 'rsa'
    ? new AlgorithmIdentifier({ algorithmId: oid.rsaWithSha256, algorithmParams: new asn1js.Null() })
    : new AlgorithmIdentifier({ algorithmId: oid.ecdsaWithSha256 });

const signerOf = (content: Uint8Array, { key, certificate: der }: CmsSigner, certificate: Certificate): SignerInfo => {
  const attributes = signedAttributes(content, der);
  // What is signed is the SET OF the attributes (RFC 5652, 5.4), not their [0] inside the message.
  const signed = new asn1js.Set({ value: attributes.map((attribute) => attribute.toSchema()) }).toBER(false);
  return new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
    digestAlgorithm: new AlgorithmIdentifier({ algorithmId: oid.sha256 }),
    signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
    signatureAlgorithm: algorithmOf(key),
    signature: octets(sign('sha256', Buffer.from(signed), key)),
  });
};

const certificateOf = (der: Uint8Array): Certificate => Certificate.fromBER(Uint8Array.from(der));

/** Detached CAdES B-B signature (CMS in DER) of `content`. Throws when key or certificate is none. */
export const cmsSignatureBy = (content: Uint8Array, signer: CmsSigner): Uint8Array => {
  const certificate = certificateOf(signer.certificate);
  const signedData = new SignedData({
    version: 1,
    digestAlgorithms: [new AlgorithmIdentifier({ algorithmId: oid.sha256 })],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: oid.data }),
    certificates: [certificate, ...signer.chain.map(certificateOf)],
    signerInfos: [signerOf(content, signer, certificate)],
  });
  const info = new ContentInfo({ contentType: oid.signedData, content: signedData.toSchema(true) });
  return new Uint8Array(info.toSchema().toBER(false));
};

/** The same by a document key. */
export const cmsSignature = (content: Uint8Array, { keyPkcs8, certificate }: DocumentIdentity): Uint8Array =>
  cmsSignatureBy(content, { key: documentKeyOf(keyPkcs8), certificate, chain: [] });
