import type { Call } from './aim.ts';
import { createGenerator, type Generator } from './from-schema.ts';
import type { FuzzHost } from './host.ts';
import type { Setting } from './setting.ts';
import { createVocabulary, type LearningVocabulary } from './vocabulary.ts';
import { createWatch, type Watch } from './watch.ts';
import { openWorld, type World } from './world.ts';

export type State = 'open' | 'locked';

/** A world with all that a batch of calls needs. */
export interface Stage {
  /** True once something was written: the next batch gets a fresh copy. */
  used: boolean;
  readonly state: State;
  readonly setting: Setting;
  readonly world: World;
  readonly words: LearningVocabulary;
  readonly generator: Generator;
  readonly watch: Watch;
  /** Makes a good call, by which inputs come to mean something. */
  readonly call: Call;
  /** From here on what was written counts as there before; the stage is used. */
  readonly mark: () => void;
}

const openStage = async (setting: Setting, host: FuzzHost, state: State): Promise<Stage> => {
  const world = await openWorld(setting, host, state);
  host.setFolder(world.folder);
  return stageOf(setting, state, world);
};

/** What a batch of calls needs of a world. */
export const stageOf = (setting: Setting, state: State, world: World): Stage => {
  const words = createVocabulary(setting, world);
  const watch = createWatch(world.dirs);
  const call: Call = async (method, input) => {
    const response = await world.server.handle({ id: 1, method, input });
    if (response?.result.ok !== true) return undefined;
    words.learn(response.result.value);
    return response.result.value as never;
  };
  const stage: Stage = {
    used: false,
    state,
    setting,
    world,
    words,
    generator: createGenerator(words),
    watch,
    call,
    mark: () => {
      stage.used = true;
      watch.mark();
    },
  };
  return stage;
};

/** Stages that are used again for as long as nothing was written. */
export class Stages {
  readonly #open = new Map<State, Stage>();
  readonly #setting: Setting;
  readonly host: FuzzHost;

  constructor(setting: Setting, host: FuzzHost) {
    this.#setting = setting;
    this.host = host;
  }

  /** A stage as it was at first. */
  async take(state: State): Promise<Stage> {
    const kept = this.#open.get(state);
    if (kept !== undefined && !kept.used && isAsSet(kept)) return kept;
    kept?.world.close();
    const stage = await openStage(this.#setting, this.host, state);
    this.#open.set(state, stage);
    return stage;
  }

  close(): void {
    for (const { world } of this.#open.values()) world.close();
  }
}

/** Whether a vault is open is as it was when the stage was set. */
export const isAsSet = ({ state, world }: Stage): boolean => (world.vault() !== undefined) === (state === 'open');
