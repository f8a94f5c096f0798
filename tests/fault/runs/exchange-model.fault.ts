import { neverReached } from '../../property/exchange/support/made-histories.ts';
import { runExchangeModel } from '../../property/exchange/support/run-model.ts';
import { faultRun, numberOf } from './fault-run.ts';

faultRun('exchange.model', async ({ long, seed, tell }) => {
  const report = (line: string): void => {
    const [, tried, failed] = /(\d+) histories, (\d+) failed/.exec(line) ?? [];
    tell({ id: 'exchange.model', tried: Number(tried ?? 0), failed: Number(failed ?? 0), note: line.slice(0, 2000) });
  };
  const done = await runExchangeModel({
    runs: long ? 10_000 : 24,
    seed: numberOf(seed),
    batch: long ? 50 : 12,
    report,
  });
  const counts = Object.entries(done.counts).map(([what, count]) => `${what} ${count}`);
  // Chance comes to every type of act in a long run: what it never comes to is not tried.
  const never = long ? neverReached(done.counts).map((type) => `never reached: ${type}`) : [];
  const note = [...done.notes, ...never, counts.join(', ')].join(' | ');
  tell({ id: 'exchange.model', tried: done.tried, failed: done.failed + never.length, note });
});
