/** Where the command reads and writes; replaced in tests. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** The passphrase: asked for without echo at a terminal, else the first line of standard input. Null: cancelled. */
  readonly readPassphrase: (prompt: string) => Promise<string | null>;
}

const enter = new Set(['\r', '\n', '\u0004']);
const erase = new Set(['\u007f', '\b']);

/** Reads a line from a terminal in raw mode, so that nothing typed is shown. Null when Ctrl+C is pressed. */
const readHidden = (input: NodeJS.ReadStream): Promise<string | null> =>
  new Promise((resolve) => {
    let typed: string[] = [];
    const end = (value: string | null): void => {
      input.off('data', take);
      input.setRawMode(false);
      input.pause();
      resolve(value);
    };
    const take = (chunk: string): void => {
      for (const character of chunk) {
        if (character === '\u0003' || enter.has(character)) {
          end(character === '\u0003' ? null : typed.join(''));
          return;
        }
        if (erase.has(character)) typed = typed.slice(0, -1);
        else typed.push(character);
      }
    };
    input.setRawMode(true);
    input.setEncoding('utf8');
    input.on('data', take);
    input.resume();
  });

const readLine = async (input: NodeJS.ReadStream): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of input) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8').split(/\r?\n/, 1)[0] ?? '';
};

/** The terminal of this process. */
export const processTerminal: Terminal = {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  readPassphrase: async (prompt) => {
    if (!process.stdin.isTTY) return readLine(process.stdin);
    process.stderr.write(prompt);
    const passphrase = await readHidden(process.stdin);
    process.stderr.write('\n');
    return passphrase;
  },
};
