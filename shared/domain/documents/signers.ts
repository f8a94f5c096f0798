import type { Card } from '../identity/card.ts';
import type { Directory } from '../identity/directory.ts';
import { spelledAlike } from '../identity/spelled-alike.ts';
import type { SignerState } from './verdict.ts';

/** A person whose keys are vouched for, by a directory or by the person's card. */
export interface KnownSigner {
  readonly name: string;
  /** Ed25519 key that signs acts and records, hexadecimal. */
  readonly signingKey: string;
  /** SHA-256 of the SubjectPublicKeyInfo of the key that signs papers, hexadecimal. */
  readonly documentKey: string;
  /** Lost or in strange hands: whoever has it can sign at any stated time. */
  readonly lost: boolean;
}

/**
 * Keys of one person, the latest last, as known signers: papers of what a key signed are signed by the paper key of its
 * time or of a later one.
 */
export const signersOfPerson = (
  name: string,
  keys: readonly { readonly key: string; readonly documentKey: string; readonly lost: boolean }[],
): readonly KnownSigner[] =>
  keys.flatMap(({ key }, at) =>
    keys.slice(at).map(({ documentKey, lost }) => ({ name, signingKey: key, documentKey, lost })),
  );

/** Everyone whom a directory vouches for, with all keys that they ever had. */
export const signersOfDirectory = ({ entries }: Pick<Directory, 'entries'>): readonly KnownSigner[] =>
  entries.flatMap(({ person, keys }) =>
    signersOfPerson(
      person.name,
      keys.map(({ key, documentKey, revoked }) => ({
        key,
        documentKey,
        lost: revoked?.reason === 'lost' || revoked?.reason === 'compromised',
      })),
    ),
  );

/** The person who gave a card. */
export const signerOfCard = ({ person, key, documentKey }: Card): KnownSigner => ({
  name: person.name,
  signingKey: key,
  documentKey,
  lost: false,
});

/** Who is vouched for as holder of a paper key; where several are, one of the paper's parties before others. */
export const holderOf = (
  documentKey: string | null,
  parties: readonly string[],
  known: readonly KnownSigner[],
): KnownSigner | undefined => {
  const holders = known.filter((signer) => signer.documentKey === documentKey);
  return holders.find(({ signingKey }) => parties.includes(signingKey)) ?? holders[0];
};

/**
 * Whose the signatures of a paper are. `signatures`: the paper keys in the order of signing, null where a certificate
 * cannot be read; `parties`: the signing keys that the act or record inside names, none for a paper from outside.
 */
export const signerStateOf = (
  signatures: readonly (string | null)[],
  parties: readonly string[],
  known: readonly KnownSigner[],
): SignerState => {
  const holders = signatures.map((key) => holderOf(key, parties, known));
  const [first] = holders;
  const byParty = first !== undefined && parties.includes(first.signingKey);
  const allKnown = parties.every((party) => known.some(({ signingKey }) => signingKey === party));
  if (parties.length > 0 && !byParty) return first !== undefined || allKnown ? 'other' : 'unknown';
  const vouched = holders.length > 0 && holders.every((holder) => holder !== undefined && !holder.lost);
  if (vouched) return 'bound';
  return byParty && holders.every((holder) => holder?.lost !== true) ? 'partly' : 'unknown';
};

/** Who signed what a paper shows, as it says itself: the key, and whose that is. */
export interface NamedSigner {
  readonly key: string;
  readonly name: string;
  /** Entered from paper: then the key is of who entered it. */
  readonly fromPaper: boolean;
}

/** Who is vouched for as holder of the key that signed an act. */
export const signingHolder = (key: string, known: readonly KnownSigner[]): KnownSigner | undefined =>
  known.find(({ signingKey }) => signingKey === key);

/** Whose a copied act or an evaluation is: anybody can sign one in another's name by the own key. */
export const namedSignerState = ({ key, name, fromPaper }: NamedSigner, known: readonly KnownSigner[]): SignerState => {
  const holder = signingHolder(key, known);
  if (holder === undefined || holder.lost) return 'unknown';
  return fromPaper || spelledAlike(holder.name, name) ? 'bound' : 'other';
};

const byWeight: readonly SignerState[] = ['other', 'unknown', 'partly', 'bound'];

/** The graver of two. */
export const graverSigner = (one: SignerState, other: SignerState): SignerState =>
  byWeight.find((state) => state === one || state === other) ?? 'unknown';
