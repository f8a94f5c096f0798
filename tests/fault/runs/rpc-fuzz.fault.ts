import { fuzzRpc, type MethodLine } from '../fuzz/rpc.ts';
import { makeSetting } from '../fuzz/setting.ts';
import { faultRun } from './fault-run.ts';

const sum = (lines: readonly MethodLine[], key: 'tried' | 'failed' | 'wellFormed'): number =>
  lines.reduce((total, line) => total + line[key], 0);

const noteOf = ({ wellFormed, codes, notes }: MethodLine): string => {
  const answers = Object.entries(codes).sort(([, a], [, b]) => b - a);
  return [
    ...notes,
    `${wellFormed} past the schema; ${answers.map(([code, count]) => `${code} ${count}`).join(', ')}`,
  ].join(' | ');
};

faultRun('rpc.fuzz', async ({ long, seed, tell }) => {
  const done: MethodLine[] = [];
  const started = performance.now();
  const say = (line: MethodLine): void => {
    done.push(line);
    tell({ id: `rpc.fuzz.${line.method}`, tried: line.tried, failed: line.failed, note: noteOf(line) });
    const [tried, failed] = [sum(done, 'tried'), sum(done, 'failed')];
    const rate = Math.round((1000 * tried) / (performance.now() - started));
    const failing = done.filter((method) => method.failed > 0).map(({ method }) => method);
    const note = `${done.length} methods, ${sum(done, 'wellFormed')} inputs past the schema, ${rate} calls a second`;
    tell({ id: 'rpc.fuzz', tried, failed, note: failed === 0 ? note : `${note}; failed: ${failing.join(', ')}` });
  };
  await fuzzRpc(await makeSetting(), { runs: long ? 100_000 : 1000, seed, say });
});
