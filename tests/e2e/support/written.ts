import { chmod, readFile, writeFile } from 'node:fs/promises';
import { constants, inflateRawSync } from 'node:zlib';
import { formsOf } from '../../fixtures/scan.ts';

// What a program and all that it starts write into files, as the kernel is asked for it (Linux: strace(1)).

/** Calls that put bytes into a file, or say that bytes of memory are one. */
const calls = 'write,pwrite64,writev,pwritev,pwritev2,sendfile,splice,copy_file_range,mmap';

/** A program that runs another one under strace; the calls of all its processes go to `log`. */
export const tracing = async (script: string, program: string, log: string): Promise<string> => {
  const options = `-f -qq --seccomp-bpf -y -xx -s 16777216 -e trace=${calls} -e signal=none`;
  await writeFile(script, `#!/bin/sh\nexec strace ${options} -o "${log}" "${program}" "$@"\n`);
  await chmod(script, 0o755);
  return script;
};

/** What was written, by the path of the file. */
export interface Written {
  readonly files: ReadonlyMap<string, Buffer>;
  /** Files that lie in memory, of which a change is no call. */
  readonly mapped: ReadonlySet<string>;
}

const unescaped = (text: string): Buffer => Buffer.from(text.replaceAll('\\x', ''), 'hex');

/** Paths that are no file on a disk: pipes, sockets, memory, devices, what the kernel shows. */
const isFile = (path: string): boolean => /^\/(?!memfd:|dev\/(?!shm\/)|proc\/|sys\/)/.test(path);

/** Reads what strace wrote down. */
export const readWritten = async (log: string): Promise<Written> => {
  const parts = new Map<string, Buffer[]>();
  const mapped = new Set<string>();
  for (const line of (await readFile(log, 'latin1')).split('\n')) {
    const call = /^\d+\s+(\w+)\((.*)/.exec(line);
    if (call === null) continue;
    const [, name, rest = ''] = call;
    const fd = name === 'mmap' ? /PROT_WRITE[^,]*, MAP_SHARED[^,]*, \d+<([^>]*)>/ : /^\d+<([^>]*)>/;
    const path = unescaped(fd.exec(rest)?.[1] ?? '').toString();
    if (!isFile(path)) continue;
    if (name === 'mmap') mapped.add(path);
    else {
      const bytes = [...rest.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map((match) => unescaped(match[1] ?? ''));
      parts.set(path, [...(parts.get(path) ?? []), ...bytes]);
    }
  }
  return { files: new Map([...parts].map(([path, list]) => [path, Buffer.concat(list)])), mapped };
};

/** Beginnings of what deflate has packed: gzip (RFC 1952) and zlib (RFC 1950), and how long they are. */
const packed = [
  { begin: Buffer.from('1f8b08', 'hex'), header: 10 },
  ...['7801', '785e', '789c', '78da'].map((begin) => ({ begin: Buffer.from(begin, 'hex'), header: 2 })),
];

/** What lies packed within bytes, as far as it can be unpacked. */
const unpacked = (bytes: Buffer): Buffer[] =>
  packed.flatMap(({ begin, header }) => {
    const found: Buffer[] = [];
    for (let at = bytes.indexOf(begin); at >= 0; at = bytes.indexOf(begin, at + 1)) {
      try {
        const rest = bytes.subarray(at + header);
        found.push(inflateRawSync(rest, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 1 << 26 }));
      } catch {
        // These bytes only look like a beginning.
      }
    }
    return found;
  });

/** Which texts were written into which file, in any form, packed too. */
export const textsIn = ({ files }: Written, texts: readonly string[]): string[] => {
  const sought = texts.map((text) => ({ text, forms: formsOf(text) }));
  return [...files].flatMap(([path, bytes]) => {
    const all = [bytes, ...unpacked(bytes)];
    return sought
      .filter(({ forms }) => forms.some((form) => all.some((part) => part.includes(form))))
      .map(({ text }) => `${path}: ${text}`);
  });
};
