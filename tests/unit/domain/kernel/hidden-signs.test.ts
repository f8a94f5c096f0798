import { expect, it } from 'vitest';
import { readableFileName, typedLine, typedText, withoutHiddenSigns } from '../../../../shared/kernel/hidden-signs.ts';

/** Pictures of several signs: people joined, colours of skin, a flag by its tags, a key, a heart in colour. */
const pictures = '👩‍💼 👩🏽 👩🏽‍💻 👨‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 1️⃣ ❤️';

it.each([
  ['gambar\u202egnp.exe', 'gambargnp.exe'],
  ['\ufeffSekar\u200b \u2066Ayu\u2069\u200d', 'Sekar Ayu'],
  ['Rékayasa, S.Kom.\u00ad', 'Rékayasa, S.Kom.'],
  ['Bu\u200cdi\u200d \u115fCon\u3164toh\u2800\uffa0', 'Budi Contoh'],
  ['Budi\u034f\u180e\u{e0042}\u{e007f}\ufe0f', 'Budi'],
  ['Budi\u0000\u001b\u007f\u009b\ufff9', 'Budi'],
  ['1987\ufe0f0101', '19870101'],
  ['👩\u200d', '👩'],
  [pictures, pictures],
  ['', ''],
])('%j is read as %j', (text, read) => {
  expect(withoutHiddenSigns(text)).toBe(read);
});

it.each([
  ['\u200b\u200d', ''],
  [' \ufeff\u3164 ', ''],
  ['\u200b Budi \u200b', 'Budi'],
])('a line of %j says %j', (text, said) => {
  expect(typedLine(text)).toBe(said);
});

it.each([
  // A word of Persian that a joiner keeps apart, one of Sinhala that a joiner joins, Arabic with its mark.
  ['می\u200cخواهم', 'می\u200cخواهم'],
  ['ශ්\u200dරී', 'ශ්\u200dරී'],
  ['\u200fمرحبا!\u200f', '\u200fمرحبا!\u200f'],
  [`Baris satu\n\tbaris dua ${pictures}`, `Baris satu\n\tbaris dua ${pictures}`],
  ['suara\u202eterbalik\u202c \u2066dan\u2069\u200b\ufeff \u001b[2J', 'suaraterbalik dan [2J'],
  ['\u200d\u200c \ufe0f', ''],
])('running text of %j is kept as %j', (text, kept) => {
  expect(typedText(text)).toBe(kept);
});

it.each([
  ['surat\u202efdp.exe', 'suratfdp.exe'],
  ['\u200b', '_'],
  ['surat\r\nlain.pdf', 'surat lain.pdf'],
])('a file called %j is shown as %j', (name, shown) => {
  expect(readableFileName(name)).toBe(shown);
});
