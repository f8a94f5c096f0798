import { createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import type { CertificateFault } from '@shared/domain/documents/certificate-faults.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { type BerValue, berOctets, berOid, berPart, berParts, berTags, readBer } from './ber.ts';
import type { CmsSigner } from './cms-signature.ts';
import { isValidAt } from './document-certificate.ts';
import { type P12Passphrase, p12MacFits, p12Open, p12Passphrase, UnknownSealing } from './p12-sealing.ts';

/** Larger files are not read: a key with its chain has some ten kilobytes (bytes). */
export const maxP12Bytes = 256 * 1024;

const oid = {
  data: '1.2.840.113549.1.7.1',
  encryptedData: '1.2.840.113549.1.7.6',
  keyBag: '1.2.840.113549.1.12.10.1.1',
  sealedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certificateBag: '1.2.840.113549.1.12.10.1.3',
  x509: '1.2.840.113549.1.9.22.1',
} as const;

/** Most bags and certificates that are looked at. */
const limits = { contents: 20, bags: 50, certificates: 10 } as const;
/** The least bits of an RSA key that still protect (NIST SP 800-131A). */
const leastRsaBits = 2048;
const curves = ['prime256v1', 'secp384r1', 'secp521r1'];

/** What lies in a file: keys (PKCS #8) and certificates in DER. */
interface Bags {
  readonly keys: Uint8Array[];
  readonly certificates: Uint8Array[];
  /** What was deciphered, to be wiped. */
  readonly opened: Uint8Array[];
}

const openedBy = (bags: Bags, passphrase: P12Passphrase, algorithm: BerValue, data: Uint8Array): Uint8Array => {
  const plain = p12Open(passphrase, algorithm, data);
  bags.opened.push(plain);
  return plain;
};

const readBag = (bags: Bags, passphrase: P12Passphrase, bag: BerValue): void => {
  const type = berOid(berPart(bag, 0));
  const value = berPart(berPart(bag, 1, 0xa0), 0);
  if (type === oid.keyBag) {
    const wrapped = berPart(bag, 1, 0xa0).content;
    bags.keys.push(wrapped);
  } else if (type === oid.sealedKeyBag)
    bags.keys.push(openedBy(bags, passphrase, berPart(value, 0), berOctets(berPart(value, 1))));
  else if (type === oid.certificateBag && berOid(berPart(value, 0)) === oid.x509)
    bags.certificates.push(berOctets(berPart(berPart(value, 1, 0xa0), 0)));
};

/** The bags of one part of a file, which may be sealed as a whole. */
const contentsOf = (bags: Bags, passphrase: P12Passphrase, info: BerValue): Uint8Array | null => {
  const type = berOid(berPart(info, 0));
  const inner = berPart(berPart(info, 1, 0xa0), 0);
  if (type === oid.data) return berOctets(inner);
  if (type !== oid.encryptedData) return null;
  const sealed = berPart(inner, 1, berTags.sequence);
  return openedBy(bags, passphrase, berPart(sealed, 1), berOctets(berPart(sealed, 2)));
};

const fillBags = (bags: Bags, passphrase: P12Passphrase, safe: Uint8Array): void => {
  for (const info of berParts(readBer(safe)).slice(0, limits.contents)) {
    const content = contentsOf(bags, passphrase, info);
    if (content === null) continue;
    for (const bag of berParts(readBer(content)).slice(0, limits.bags)) readBag(bags, passphrase, bag);
  }
};

/** Whether key material is fit: of RSA with enough bits, or of a curve of NIST. */
const keyFault = (key: KeyObject): CertificateFault | null => {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
  if (type === 'rsa') return (details?.modulusLength ?? 0) < leastRsaBits ? 'certificateKeyWeak' : null;
  return type === 'ec' && curves.includes(details?.namedCurve ?? '') ? null : 'certificateKeyUnfit';
};

const distinct = (keys: readonly Uint8Array[]): readonly KeyObject[] => {
  const read = keys.map((key) =>
    createPrivateKey({ key: Buffer.from(key.buffer, key.byteOffset, key.length), format: 'der', type: 'pkcs8' }),
  );
  const publicOf = (key: KeyObject): string =>
    createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('hex');
  return [...new Map(read.map((key) => [publicOf(key), key])).values()];
};

const signerOf = ({ keys, certificates }: Bags, now: number): Result<CmsSigner, AppError<CertificateFault>> => {
  const [key, ...others] = distinct(keys);
  if (key === undefined) return fail('certificateWithoutKey');
  if (others.length > 0) return fail('certificateKeysSeveral');
  const own = certificates.find((der) => new X509Certificate(der).checkPrivateKey(key));
  if (own === undefined) return fail('certificateNotInFile');
  const fault = keyFault(key);
  if (fault !== null) return fail(fault);
  if (!isValidAt(own, now))
    return fail(Date.parse(new X509Certificate(own).validTo) < now ? 'certificateExpired' : 'certificateNotYetValid');
  const chain = certificates.filter((der) => der !== own).slice(0, limits.certificates);
  return ok({ key, certificate: Uint8Array.from(own), chain: chain.map((der) => Uint8Array.from(der)) });
};

/** The two ways in which programs spell an empty passphrase; any other has one. */
const spellings = (text: string): readonly P12Passphrase[] => {
  const usual = p12Passphrase(text);
  return text === '' ? [usual, { ...usual, wide: Buffer.alloc(0) }] : [usual];
};

interface Parts {
  readonly safe: Uint8Array;
  readonly macData: BerValue | null;
}

const partsOf = (file: Uint8Array): Parts => {
  const [version, info, macData] = berParts(readBer(file));
  if (version?.tag !== berTags.integer || info === undefined || berOid(berPart(info, 0)) !== oid.data)
    throw new TypeError('no PKCS #12');
  return { safe: berOctets(berPart(berPart(info, 1, 0xa0), 0)), macData: macData ?? null };
};

/** Opens a file with one spelling of the passphrase; null: it is not that of the file. */
const openWith = (
  { safe, macData }: Parts,
  passphrase: P12Passphrase,
  now: number,
): Result<CmsSigner, AppError<CertificateFault>> | null => {
  if (macData !== null && !p12MacFits(passphrase, macData, safe)) return null;
  const bags: Bags = { keys: [], certificates: [], opened: [] };
  try {
    fillBags(bags, passphrase, safe);
    return signerOf(bags, now);
  } catch (error) {
    // Without a MAC nothing but the padding tells a wrong passphrase.
    if (macData === null && !(error instanceof UnknownSealing)) return null;
    throw error;
  } finally {
    for (const plain of bags.opened) plain.fill(0);
  }
};

/**
 * Key and certificate out of a file of a certificate (PKCS #12, RFC 7292): sealed by PBES2 (AES, 3DES) as programs
 * write it now, or by 3DES and RC2 as they did. The key must be the only one, fit its certificate, be RSA of at least
 * 2048 bits or on a curve of NIST, and the certificate valid `now`. Who issued it and whether it still holds is not
 * checked. What is deciphered on the way is overwritten; the key lives as long as what is given. Never throws.
 */
export const readP12 = (
  file: Uint8Array,
  passphrase: string,
  now: number,
): Result<CmsSigner, AppError<CertificateFault>> => {
  if (file.length > maxP12Bytes) return fail('certificateFileTooLarge');
  const spelled = spellings(passphrase);
  try {
    const parts = partsOf(file);
    for (const spelling of spelled) {
      const opened = openWith(parts, spelling, now);
      if (opened !== null) return opened;
    }
    return fail('certificatePassphraseWrong');
  } catch (error) {
    return fail(error instanceof UnknownSealing ? 'certificateFileUnknown' : 'certificateFileInvalid');
  } finally {
    for (const { wide, narrow } of spelled) for (const bytes of [wide, narrow]) bytes.fill(0);
  }
};
