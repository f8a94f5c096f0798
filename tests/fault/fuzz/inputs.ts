import { isWithinLimits } from '../../../electron/backend/rpc/input-limits.ts';
import type { AnyMethod } from '../../../shared/contract/method.ts';
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

/** Makes inputs for one method: of the kind that is asked for, by asking the gate's own checks. */
export class Inputs {
  readonly #definition: AnyMethod;
  readonly #plan: Plan;
  readonly #dice: Dice;
  readonly #slowPerBatch: number;
  #slowLeft = 0;

  constructor(definition: AnyMethod, plan: Plan, dice: Dice, slowPerBatch: number) {
    this.#definition = definition;
    this.#plan = plan;
    this.#dice = dice;
    this.#slowPerBatch = slowPerBatch;
  }

  /** From here on as many slow inputs again as a batch may have. */
  beginBatch(): void {
    this.#slowLeft = this.#slowPerBatch;
  }

  /** An input of the kind; a malformed one where all that is well-formed would be too slow. */
  next(stage: Stage, kind: InputKind): Input {
    return (kind === 'wellFormed' ? this.#wellFormed(stage) : null) ?? this.#malformed(stage);
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
