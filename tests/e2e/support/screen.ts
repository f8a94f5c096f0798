import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A part of the screen, in pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What stands in an area. */
export interface Look {
  /** How many colours it has: letters have smooth edges, so a page with text has some hundred, an empty one a few. */
  readonly colours: number;
  /** The colour of most of it, as `#rrggbb`. */
  readonly ground: string;
}

/** A screen of its own. */
export interface Screen {
  /** For the environment of what is to be shown on it. */
  readonly env: Readonly<Record<string, string>>;
  /** What a person sees in an area now: read from the screen's own memory, where a window is not asked to draw. */
  readonly look: (area: Area) => Promise<Look>;
  readonly close: () => Promise<void>;
}

const displayOf = async (server: ReturnType<typeof spawn>): Promise<string> => {
  let text = '';
  for await (const part of server.stdio[3] as AsyncIterable<Buffer>) {
    text += part;
    if (text.includes('\n')) return `:${text.trim()}`;
  }
  throw new Error('Xvfb did not start');
};

/** Reads an XWD of X11: big-endian numbers in front, then colours of 12 bytes each, then rows of four bytes a pixel. */
const lookAt = (file: Buffer, area: Area): Look => {
  const [size = 0, bytesPerRow = 0, colours = 0] = [0, 48, 76].map((at) => file.readUInt32BE(at));
  const pixels = size + colours * 12;
  const counts = new Map<number, number>();
  for (let y = area.y; y < area.y + area.height; y += 1) {
    for (let x = area.x; x < area.x + area.width; x += 1) {
      const colour = file.readUInt32LE(pixels + y * bytesPerRow + x * 4) & 0xffffff;
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  }
  const [ground = 0] = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most));
  return { colours: counts.size, ground: `#${ground.toString(16).padStart(6, '0')}` };
};

/** Starts a screen whose ground is white. */
export const startScreen = async (): Promise<Screen> => {
  const folder = await mkdtemp(join(tmpdir(), 'bilik-screen-'));
  const shape = ['-screen', '0', '1366x768x24', '-wr', '-fbdir', folder];
  const server = spawn('Xvfb', ['-displayfd', '3', '-nolisten', 'tcp', ...shape], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await displayOf(server);
  return {
    env: { DISPLAY: display, WAYLAND_DISPLAY: '' },
    look: async (area) => lookAt(await readFile(join(folder, 'Xvfb_screen0')), area),
    close: async () => {
      server.kill('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
};
