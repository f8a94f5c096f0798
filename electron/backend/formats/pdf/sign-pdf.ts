import { actFileName, writeActContainer } from '../act/act-container.ts';
import { copyFileName } from '../act/act-copy.ts';
import type { WholeAct } from '../act/act-crypto.ts';
import { addSignature } from './add-signature.ts';
import { attachFiles } from './attach-file.ts';
import { type CmsSigner, cmsSignature, cmsSignatureBy, type DocumentIdentity } from './cms-signature.ts';

/** Room for the signature in bytes: a P-256 signature with its certificate needs about 1.3 kB. */
const signatureRoom = 6144;

/** A file that a signed paper carries. */
export interface EmbeddedFile {
  /** ASCII. */
  readonly name: string;
  readonly description: string;
  readonly bytes: Uint8Array;
}

interface SigningRequest {
  readonly pdf: Uint8Array;
  readonly title: string;
  readonly at: Date;
  readonly identity: DocumentIdentity;
}

/**
 * Signs a printed document: PAdES B-B (ETSI.CAdES.detached) over the whole file, with the act or record that the page
 * shows embedded (of a copy also the act that was copied), or with nothing inside. `title` is the title of its kind;
 * `at` is the moment of signing (not that of the act: it must lie within the certificate's validity). Throws when `pdf`
 * is not laid out as Chromium prints it.
 */
export const signPaper = async (
  request: SigningRequest & { readonly files: readonly EmbeddedFile[] },
): Promise<Uint8Array> => {
  const { pdf, title, at } = request;
  const files = request.files.map((file) => ({ ...file, mediaType: 'application/json' }));
  const described = attachFiles(pdf, files, { title, at });
  return signAgain(described, { at, identity: request.identity });
};

/**
 * Adds a signature to a PDF of ours over all that it holds: PAdES B-B without appearance. Throws TypeError when the PDF
 * is laid out otherwise.
 */
export const signAgain = (pdf: Uint8Array, { at, identity }: Pick<SigningRequest, 'at' | 'identity'>): Uint8Array =>
  addSignature(pdf, { at, room: signatureRoom, sign: (content) => cmsSignature(content, identity) });

/** The same by a certificate of another kind: RSA, or with those above it. */
export const signAgainBy = (pdf: Uint8Array, at: Date, signer: CmsSigner): Uint8Array => {
  const certificates = [signer.certificate, ...signer.chain].reduce((sum, { length }) => sum + length, 0);
  return addSignature(pdf, {
    at,
    room: signatureRoom + certificates,
    sign: (content) => cmsSignatureBy(content, signer),
  });
};

/**
 * `signPaper` with the one act that the page shows, null: that the page keeps to itself. `copied`: what proves the act
 * that a copy shows (`writeActCopy`).
 */
export const signDocument = ({
  act,
  copied = null,
  ...request
}: SigningRequest & {
  readonly act: WholeAct | null;
  readonly copied?: Uint8Array | null;
}): Promise<Uint8Array> => {
  const description = 'Langkah yang ditampilkan dokumen ini';
  const ofCopy = 'Langkah yang disalin, bagian yang ditampilkan';
  const files = [
    ...(act === null ? [] : [{ name: actFileName, description, bytes: writeActContainer(act) }]),
    ...(copied === null ? [] : [{ name: copyFileName, description: ofCopy, bytes: copied }]),
  ];
  return signPaper({ ...request, files });
};
