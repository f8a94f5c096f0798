import { createPrivateKey, createPublicKey } from 'node:crypto';
import { toHex } from '@shared/kernel/bytes.ts';
import { sha256 } from './hash.ts';

/** SHA-256 of the SubjectPublicKeyInfo (DER) that belongs to a private key in PKCS #8: what PDFs are recognised by. */
export const documentKeyHash = (pkcs8: Uint8Array): string => {
  const privateKey = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  return toHex(sha256(createPublicKey(privateKey).export({ format: 'der', type: 'spki' })));
};
