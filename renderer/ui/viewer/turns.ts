import type { Loss } from './losses.ts';

/** Does one thing after another with a worker; answers what it left out meanwhile as well. */
export type Turns = <T>(work: () => Promise<T>) => Promise<{ readonly value: T; readonly losses: ReadonlySet<Loss> }>;

/** What is heard of a worker: `{ loss }` of ours among the messages of PDF.js, before what it drew. */
type Port = Pick<EventTarget, 'addEventListener'>;

interface Told {
  readonly loss?: Loss;
  /** Of a message that is a part of a stream, of which kind. */
  readonly stream?: number;
}

/** A stream of drawing that ends by an error (`StreamKind.ERROR` of PDF.js): what came before is drawn as if whole. */
const broken = 5;

const lossIn = (message: Event): Loss | null => {
  const { data } = message as MessageEvent<Told | null>;
  return data?.stream === broken ? 'part' : (data?.loss ?? null);
};

/** Turns with a worker: since it draws one page at a time, what it leaves out is missing on that page. */
export const createTurns = (port: Port): Turns => {
  let heard = new Set<Loss>();
  let last: Promise<unknown> = Promise.resolve();
  port.addEventListener('message', (message) => {
    const loss = lossIn(message);
    if (loss !== null) heard.add(loss);
  });
  return (work) => {
    const done = last.then(async () => {
      heard = new Set();
      const value = await work();
      return { value, losses: heard };
    });
    last = done.catch(() => undefined);
    return done;
  };
};
