import { Buffer } from 'node:buffer';
import { plainAddPlaceholder } from '@signpdf/placeholder-plain';
import * as signpdf from '@signpdf/signpdf';
import { Signer, SUBFILTER_ETSI_CADES_DETACHED } from '@signpdf/utils';
import { actFileName, writeActContainer } from '../act/act-container.ts';
import { copyFileName } from '../act/act-copy.ts';
import type { WholeAct } from '../act/act-crypto.ts';
import { attachFiles, describePdf } from './attach-file.ts';
import { cmsSignature, type DocumentIdentity } from './cms-signature.ts';

/** Room for the signature in bytes: a P-256 signature with its certificate needs about 1.3 kB. */
const signatureRoom = 6144;

class DocumentSigner extends Signer {
  readonly #identity: DocumentIdentity;

  constructor(identity: DocumentIdentity) {
    super();
    this.#identity = identity;
  }

  override async sign(pdf: Buffer): Promise<Buffer> {
    return Buffer.from(cmsSignature(pdf, this.#identity));
  }
}

/** The one exported object of a CommonJS package, however it was loaded. */
const signPdfPackage = (): { sign(pdf: Buffer, signer: Signer): Promise<Buffer> } => {
  const loaded: { default?: unknown } = signpdf;
  const inner = loaded.default as { default?: unknown; sign?: unknown };
  return (typeof inner.sign === 'function' ? inner : inner.default) as ReturnType<typeof signPdfPackage>;
};

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
  const prepared = files.length === 0 ? describePdf(pdf, { title, at }) : attachFiles(pdf, files, { title, at });
  const placeholder = plainAddPlaceholder({
    pdfBuffer: prepared,
    // The package writes these as bytes of another encoding: whatever is not ASCII belongs into the certificate.
    reason: '',
    contactInfo: '',
    name: '',
    location: '',
    signingTime: at,
    signatureLength: signatureRoom,
    subFilter: SUBFILTER_ETSI_CADES_DETACHED,
    appName: 'Bilik',
  });
  return new Uint8Array(await signPdfPackage().sign(placeholder, new DocumentSigner(request.identity)));
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
