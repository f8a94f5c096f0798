import { contract } from '../../../shared/contract/index.ts';
import type { AnyMethod, MethodMap, Response } from '../../../shared/contract/method.ts';
import { createDice, type Dice } from './dice.ts';
import { createFuzzHost } from './host.ts';
import { type Input, Inputs } from './inputs.ts';
import { hangLimit, problemOf, showInput, vaultProblems } from './judge.ts';
import { type Plan, planFor } from './plans.ts';
import { inputKinds } from './quota.ts';
import { isBehindDoors, leastSucceeded, type Reach, reachLacks } from './reach.ts';
import { secretsOf, toldBy } from './secrets.ts';
import type { Setting } from './setting.ts';
import { isAsSet, type Stage, Stages, type State } from './stages.ts';

/** What came of one method. */
export interface MethodLine {
  readonly method: string;
  tried: number;
  failed: number;
  /** Inputs that the gate takes, and those that it refuses for their form. */
  wellFormed: number;
  malformed: number;
  /** Answers by code; `ok` for those that succeeded. */
  readonly codes: Record<string, number>;
  /** What got through in the state that the method is for; see `reachLacks`. */
  readonly reach: { -readonly [K in keyof Reach]: Reach[K] };
  /** Calls after which a vault's folder, or what the app keeps beside it, was written. */
  wrote: number;
  /** The first failures, in words. */
  readonly notes: string[];
  milliseconds: number;
}

/** What came of all. */
export interface RpcFuzz {
  readonly lines: readonly MethodLine[];
  /** Resident memory at its highest. */
  readonly peakBytes: number;
}

export interface RpcFuzzOptions {
  /** Inputs for each method. */
  readonly runs: number;
  readonly seed: string;
  /** Inputs of a batch of a thousand at most for which a key is derived from a passphrase; 3 when absent. */
  readonly slow?: number;
  /** All when absent. */
  readonly methods?: readonly string[];
  /** Told after each method. */
  readonly say?: (line: MethodLine) => void;
}

/** How long an answer may be awaited, in milliseconds. */
const answerLimit = 30_000;
/** After calls of this length the CPU time is looked at, in milliseconds. */
const longCall = 50;
/** Inputs tried on one copy of the vault. */
const batchSize = 1000;
const maxNotes = 5;
/** So often more than is needed a vault is put back at most for what succeeds but once in it. */
const spareRenewals = 4;

const methods: MethodMap = contract;

const inTime = async (answer: Promise<Response | null>): Promise<Response | null> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), answerLimit);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** Time of the processor, looked at now and then: asking costs more than most calls. */
class CpuClock {
  #last = process.cpuUsage();
  #calls = 0;

  /** CPU time in milliseconds of a call that took so many by the clock; at most a little too much. */
  of(elapsed: number): number {
    this.#calls += 1;
    if (elapsed < longCall && this.#calls < 10) return 0;
    const { user, system } = process.cpuUsage(this.#last);
    this.#last = process.cpuUsage();
    this.#calls = 0;
    return elapsed < hangLimit ? 0 : (user + system) / 1000;
  }
}

/** The most memory that the process had, as far as it was looked at. */
class Memory {
  peakBytes = 0;
  #calls = 0;

  look(): void {
    this.#calls += 1;
    if (this.#calls % 20 === 0) this.peakBytes = Math.max(this.peakBytes, process.memoryUsage.rss());
  }
}

type Amount = Required<Pick<RpcFuzzOptions, 'runs' | 'slow'>>;

/** All inputs of one method. */
class MethodFuzz {
  readonly line: MethodLine;
  readonly #stages: Stages;
  readonly #cpu = new CpuClock();
  readonly #memory: Memory;
  readonly #definition: AnyMethod;
  readonly #plan: Plan;
  readonly #dice: Dice;
  readonly #inputs: Inputs;
  readonly #slow: number;
  /** Calls that have to succeed. */
  readonly #least: number;
  #renewals = 0;
  #succeeded = false;

  constructor(stages: Stages, memory: Memory, method: string, dice: Dice, { runs, slow }: Amount) {
    const reach = { tried: 0, behind: 0, succeeded: 0, stretched: 0 };
    const counts = { tried: 0, failed: 0, wellFormed: 0, malformed: 0, wrote: 0, milliseconds: 0 };
    this.line = { method, ...counts, codes: {}, reach, notes: [] };
    this.#stages = stages;
    this.#memory = memory;
    this.#definition = methods[method]!;
    this.#plan = planFor(method);
    this.#dice = dice;
    this.#inputs = new Inputs(method, this.#definition, this.#plan, dice, slow);
    this.#slow = slow;
    this.#least = leastSucceeded(runs);
  }

  async run(count: number): Promise<MethodLine> {
    const started = process.cpuUsage();
    // While locked, most methods answer nothing else.
    const locked = this.#definition.needs.session === 'none' ? count >> 1 : Math.min(20, count);
    for (let left = locked; left > 0; left -= batchSize) await this.#batch('locked', Math.min(left, batchSize));
    for (let left = count - locked; left > 0; left -= batchSize) await this.#batch('open', Math.min(left, batchSize));
    this.line.milliseconds = Math.round(process.cpuUsage(started).user / 1000);
    for (const lack of this.#lacks()) this.#fail(`not tried: ${lack}`, undefined);
    return this.line;
  }

  #lacks(): string[] {
    const { slow, allSlow, except } = this.#plan;
    const stretches = allSlow ? 'always' : slow === undefined ? 'never' : 'some';
    return reachLacks(this.line.reach, { succeeded: this.#least, stretches, stretched: this.#slow, except });
  }

  async #batch(state: State, count: number): Promise<void> {
    this.#inputs.beginBatch();
    const { before, fresh = count, wellFormed } = this.#plan;
    let stage = await this.#stages.take(state);
    for (const [i, kind] of inputKinds(count, wellFormed, this.#dice).entries()) {
      if (!isAsSet(stage) || (i > 0 && i % fresh === 0) || this.#isUsedUp()) stage = await this.#renew(stage);
      if (before !== undefined && i % before.every === 0) await this.#prepare(stage, before);
      await this.#tryOut(stage, await this.#inputs.next(stage, kind));
    }
    this.#inspect(stage);
  }

  /** Whether what succeeds once only has just done so, and is to succeed more often. */
  #isUsedUp(): boolean {
    if (this.#plan.once !== true || !this.#succeeded || this.#renewals >= this.#least + spareRenewals) return false;
    this.#renewals += 1;
    return true;
  }

  /** Looks whether the vault is whole after all that was done to it. */
  #inspect({ used, world }: Stage): void {
    const vault = used ? world.vault() : undefined;
    for (const problem of vault ? vaultProblems(vault) : []) this.#fail(problem, undefined);
  }

  async #renew(stage: Stage): Promise<Stage> {
    this.#inspect(stage);
    return this.#stages.take(stage.state);
  }

  /** Makes what inputs may name: answers of other calls. */
  async #prepare(stage: Stage, { run }: NonNullable<Plan['before']>): Promise<void> {
    await run(stage.call, stage.words, this.#dice);
    stage.mark();
  }

  async #tryOut(stage: Stage, { value: input, kind, slow }: Input): Promise<void> {
    const { world, watch, words, state } = stage;
    const message = { id: 1, method: this.line.method, input };
    // What takes seconds is not given up at the window of confirmation.
    world.person.confirms = slow || !this.#dice.percent(10);
    world.logged.length = 0;
    const started = performance.now();
    const response = await inTime(world.server.handle(message));
    const cpuMilliseconds = this.#cpu.of(performance.now() - started);
    // What was asked to lock does so after its answer.
    if (this.line.method === 'vault.lock') await new Promise(setImmediate);
    this.#memory.look();
    const changed = watch.changed();
    const told = this.#told(stage, response);
    const seen = { definition: this.#definition, plan: this.#plan, state, kind, response, slow, changed, told };
    const problem = problemOf({ ...seen, cpuMilliseconds, logged: world.logged });
    this.line.tried += 1;
    const code = response === null ? 'none' : response.result.ok ? 'ok' : response.result.error.code;
    this.line.codes[code] = (this.line.codes[code] ?? 0) + 1;
    this.line[kind] += 1;
    this.#succeeded = code === 'ok';
    this.#count(state, code, slow);
    if (problem !== null) this.#fail(problem, input);
    if (response?.result.ok) words.learn(response.result.value);
    if (!changed) return;
    this.line.wrote += 1;
    stage.mark();
  }

  /** A secret of the open vault that an answer tells; one that was just locked is closed. */
  #told({ world }: Stage, response: Response | null): string | null {
    const vault = world.vault();
    return response === null || vault === undefined ? null : toldBy(response, secretsOf(vault));
  }

  #count(state: State, code: string, slow: boolean): void {
    const isFor = this.#definition.needs.session === 'none' ? 'locked' : 'open';
    if (state !== isFor) return;
    const { reach } = this.line;
    reach.tried += 1;
    if (isBehindDoors(code)) reach.behind += 1;
    if (code !== 'ok') return;
    reach.succeeded += 1;
    if (slow) reach.stretched += 1;
  }

  #fail(problem: string, input: unknown): void {
    this.line.failed += 1;
    if (this.line.notes.length < maxNotes) this.line.notes.push(`${problem} ← ${showInput(input)}`);
  }
}

/**
 * Calls every method of the contract with so many inputs, malformed and well-formed, through the real gate and the real
 * handlers on copies of a vault, open and locked. Each must be answered by the contract, soon, and what is refused must
 * leave the vault's folder as it was.
 */
export const fuzzRpc = async (
  setting: Setting,
  { runs, seed, methods: wanted = Object.keys(contract), say, slow = 3 }: RpcFuzzOptions,
): Promise<RpcFuzz> => {
  const dice = createDice(seed);
  const stages = new Stages(setting, await createFuzzHost(setting.files));
  const memory = new Memory();
  const lines: MethodLine[] = [];
  try {
    for (const method of wanted) {
      const own = dice.fork(method);
      stages.host.setDice(own.fork('host'));
      const line = await new MethodFuzz(stages, memory, method, own, { runs, slow }).run(runs);
      lines.push(line);
      say?.(line);
    }
  } finally {
    stages.close();
  }
  return { lines, peakBytes: memory.peakBytes };
};
