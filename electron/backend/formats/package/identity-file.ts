import { identityToRecipient } from 'age-encryption';

/** Larger files are no identity files (bytes). */
export const maxIdentityFileBytes = 256 * 1024;

const identityPattern = /^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/;

const isIdentity = async (line: string): Promise<boolean> => {
  if (!identityPattern.test(line)) return false;
  try {
    // Checks the checksum of the line, too.
    await identityToRecipient(line);
    return true;
  } catch {
    return false;
  }
};

/**
 * The X25519 identities of an age identity file (one to a line; empty lines and such as begin with "#" are skipped), as
 * `age-keygen` and a vault write it. Null when a line is something else, or there is no identity.
 */
export const parseIdentityFile = async (bytes: Uint8Array): Promise<readonly string[] | null> => {
  const lines = new TextDecoder().decode(bytes).split(/\r?\n/);
  const identities = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  for (const identity of identities) if (!(await isIdentity(identity))) return null;
  return identities.length === 0 ? null : identities;
};
