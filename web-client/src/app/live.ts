import type { Effect } from '../chat/effect';

/** The part that needs the network and the keys, loaded while the visitor reads the first screen. */
export type LiveEffect = Exclude<Effect, { type: 'keep' | 'forget' | 'attention' }>;

export type Live = {
  run(effect: LiveEffect): void;
  stopWorkers(): void;
  closeSocket(): void;
};
