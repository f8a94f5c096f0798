import { isWithinLimits } from '../../../electron/backend/rpc/input-limits.ts';
import type { AnyMethod } from '../../../shared/contract/method.ts';
import { type Aiming, createAiming } from './aim.ts';
import { aimFor } from './aims/all-aims.ts';
import { breakInput } from './break-input.ts';
import type { Dice } from './dice.ts';
import { garbage } from './odd-values.ts';
import type { Plan } from './plans.ts';
import type { InputKind } from './quota.ts';
import type { Stage } from './stages.ts';

/** An input, and what is known of it. */
export interface Input {
  readonly value: unknown;
  readonly kind: InputKind;
  /** A key is derived from a passphrase for it. */
  readonly slow: boolean;
}

/** Tries to make one input of a kind. Most need one or two; where every good input is slow, all are in vain. */
const maxTries = 20;

/** Of a hundred well-formed inputs, those that are aimed at what the vault holds, where a method has such. */
const aimed = 80;

/** Makes inputs for one method: of the kind that is asked for, by asking the gate's own checks. */
export class Inputs {
  readonly #definition: AnyMethod;
  readonly #plan: Plan;
  readonly #dice: Dice;
  readonly #slowPerBatch: number;
  readonly #aim: ((at: Aiming) => unknown) | undefined;
  /** Slow inputs that a batch may still have: aimed ones, and others. */
  #aimedSlowLeft = 0;
  #slowLeft = 0;

  constructor(
    method: string,
    definition: AnyMethod,
    plan: Plan,
    dice: Dice,
    slowPerBatch: number,
    aim = aimFor(method),
  ) {
    this.#definition = definition;
    this.#plan = plan;
    this.#dice = dice;
    this.#slowPerBatch = slowPerBatch;
    this.#aim = aim;
  }

  /** From here on as many slow inputs again as a batch may have. */
  beginBatch(): void {
    this.#aimedSlowLeft = this.#aim === undefined ? 0 : this.#slowPerBatch;
    this.#slowLeft = this.#aim === undefined ? this.#slowPerBatch : this.#slowPerBatch - 1;
  }

  /** An input of the kind; a malformed one where all that is well-formed would be too slow. */
  async next(stage: Stage, kind: InputKind): Promise<Input> {
    if (kind === 'malformed') return this.#malformed(stage);
    return (await this.#aimed(stage)) ?? this.#wellFormed(stage) ?? this.#malformed(stage);
  }

  /** An input that means something in the vault as it is; null where the method or the turn has none. */
  async #aimed({ state, call, setting, world, words, watch, mark }: Stage): Promise<Input | null> {
    const isOff = state === 'locked' && this.#definition.needs.session === 'unlocked';
    if (this.#aim === undefined || isOff || !this.#dice.percent(aimed)) return null;
    world.person.confirms = true;
    const value = await this.#aim(createAiming(setting, world, { call, words, dice: this.#dice }));
    if (watch.changed()) mark();
    if (!this.#isTaken(value)) throw new Error(`an aimed input is malformed: ${JSON.stringify(value)}`);
    const slow = this.#plan.slow?.(value as never, world) ?? false;
    if (slow && this.#aimedSlowLeft <= 0) return null;
    if (slow) this.#aimedSlowLeft -= 1;
    return { value, kind: 'wellFormed', slow };
  }

  #wellFormed(stage: Stage): Input | null {
    for (let tries = 0; tries < maxTries; tries += 1) {
      const value = this.#nearlyGood(stage, 15);
      if (!this.#isTaken(value)) continue;
      const slow = this.#plan.slow?.(value as never, stage.world) ?? false;
      if (slow && this.#slowLeft <= 0) continue;
      if (slow) this.#slowLeft -= 1;
      return { value, kind: 'wellFormed', slow };
    }
    return null;
  }

  #malformed(stage: Stage): Input {
    for (;;) {
      const value = this.#dice.percent(30) ? garbage(this.#dice) : this.#nearlyGood(stage, 90);
      if (!this.#isTaken(value)) return { value, kind: 'malformed', slow: false };
    }
  }

  /** As the schema wants it, at times with one thing wrong, which it may or may not mind. */
  #nearlyGood({ generator }: Stage, broken: number): unknown {
    const value = generator.generate(this.#definition.input, this.#dice);
    return this.#dice.percent(broken) ? breakInput(value, this.#dice) : value;
  }

  /** Whether the gate lets it through to the handler. */
  #isTaken(value: unknown): boolean {
    return isWithinLimits(value) && this.#definition.input.safeParse(value).success;
  }
}
