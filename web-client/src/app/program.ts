import { type ReadonlySignal, signal } from '@preact/signals';
import type { Effect } from '../chat/effect';
import type { ChatEvent } from '../chat/event';
import type { ChatState } from '../chat/state';
import { step } from '../chat/step';

export type Program = {
  readonly state: ReadonlySignal<ChatState>;
  readonly send: (event: ChatEvent) => void;
};

/** Runs the state machine: one event at a time, in order, also when an effect causes the next one at once. */
export function createProgram(initial: ChatState, now: () => number, run: (effect: Effect) => void): Program {
  const state = signal(initial);
  const queue: ChatEvent[] = [];
  let busy = false;
  const send = (event: ChatEvent): void => {
    queue.push(event);
    if (busy) return;
    busy = true;
    try {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const result = step(state.peek(), next, now());
        state.value = result.state;
        for (const effect of result.effects) run(effect);
      }
    } finally {
      busy = false;
    }
  };
  return { state, send };
}
