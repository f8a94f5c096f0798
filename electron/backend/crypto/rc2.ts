/**
 * RC2 (RFC 2268), deciphering alone and in CBC. Files of certificates that old programs wrote are sealed by it, and
 * neither OpenSSL 3 nor Electron's BoringSSL has it any more. It protects nothing: never seal anything by it.
 */

/** PITABLE: a permutation out of the digits of pi (RFC 2268, 2). */
const table = Uint8Array.from(
  Buffer.from(
    'd978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2' +
      '179a59f587b34f1361456d8d09817d32bd8f40eb86b77b0bf09521225c6b4e82' +
      '54d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb626' +
      '6fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed7' +
      '08e8eade8052eef784aa72ac354d6a2a961ad2715a1549744b9fd05e0418a4ec' +
      'c2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731' +
      '2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a9' +
      '0d38341bab33ffb0bb480c5fb9b1cd2ec5f3db47e5a59c770aa62068fe7fc1ad',
    'hex',
  ),
);
const at = (bytes: ArrayLike<number>, index: number): number => bytes[index] ?? 0;

/** The 64 words that a key comes to (RFC 2268, 2); `bits` is its effective length. */
const expand = (key: Uint8Array, bits: number): Uint16Array => {
  const bytes = new Uint8Array(128);
  bytes.set(key);
  for (let i = key.length; i < 128; i += 1) bytes[i] = at(table, (at(bytes, i - 1) + at(bytes, i - key.length)) & 255);
  const effective = Math.ceil(bits / 8);
  const mask = 255 >> (8 * effective - bits);
  bytes[128 - effective] = at(table, at(bytes, 128 - effective) & mask);
  for (let i = 127 - effective; i >= 0; i -= 1) bytes[i] = at(table, at(bytes, i + 1) ^ at(bytes, i + effective));
  const words = Uint16Array.from({ length: 64 }, (_, i) => at(bytes, 2 * i) | (at(bytes, 2 * i + 1) << 8));
  bytes.fill(0);
  return words;
};

const shifts = [1, 2, 3, 5] as const;

/** One step backwards for each of the four words, the last first (RFC 2268, 4). */
const unmix = (words: Uint16Array, keys: Uint16Array, round: number): void => {
  for (let i = 3; i >= 0; i -= 1) {
    const [a, b, c] = [at(words, (i + 3) & 3), at(words, (i + 2) & 3), at(words, (i + 1) & 3)];
    const shift = shifts[i] ?? 1;
    const turned = (at(words, i) >>> shift) | (at(words, i) << (16 - shift));
    words[i] = turned - at(keys, 4 * round + i) - (a & b) - (~a & c);
  }
};

const unmash = (words: Uint16Array, keys: Uint16Array): void => {
  for (let i = 3; i >= 0; i -= 1) words[i] = at(words, i) - at(keys, at(words, (i + 3) & 3) & 63);
};

const decipherBlock = (block: Uint8Array, keys: Uint16Array): Uint8Array => {
  const words = Uint16Array.from({ length: 4 }, (_, i) => at(block, 2 * i) | (at(block, 2 * i + 1) << 8));
  for (let round = 15; round >= 0; round -= 1) {
    unmix(words, keys, round);
    if (round === 11 || round === 5) unmash(words, keys);
  }
  return Uint8Array.from({ length: 8 }, (_, i) => (at(words, i >> 1) >> (8 * (i & 1))) & 255);
};

/**
 * Deciphers RC2 in CBC mode, the padding of whole bytes left in place. `bits` is the key's effective length. Throws
 * TypeError when key, start or data are none.
 */
export const rc2Decipher = (key: Uint8Array, bits: number, iv: Uint8Array, data: Uint8Array): Uint8Array => {
  if (key.length < 1 || key.length > 128 || bits < 1 || bits > 1024 || iv.length !== 8 || data.length % 8 !== 0)
    throw new TypeError('no RC2');
  const keys = expand(key, bits);
  const plain = new Uint8Array(data.length);
  for (let from = 0; from < data.length; from += 8) {
    const before = from === 0 ? iv : data.subarray(from - 8, from);
    plain.set(
      decipherBlock(data.subarray(from, from + 8), keys).map((byte, i) => byte ^ at(before, i)),
      from,
    );
  }
  keys.fill(0);
  return plain;
};
