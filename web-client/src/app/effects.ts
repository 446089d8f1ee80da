import type { Effect } from '../chat/effect';
import { forget, keep, type TabStorage } from '../exit/kept-entry';
import { chime } from './chime';
import type { Host } from './host';
import type { Live } from './live';

export type EffectsDeps = {
  readonly storage: TabStorage;
  readonly host: Host | null;
  /** Whether the chat is folded away on the page around it. */
  readonly folded: () => boolean;
  readonly live: Promise<Live>;
};

/** Does what the state machine asks for. What needs the network waits, in order, until that part has been loaded. */
export function createEffects({ storage, host, folded, live }: EffectsDeps): (effect: Effect) => void {
  return (effect) => {
    switch (effect.type) {
      case 'keep':
        return keep(storage, effect.entry);
      case 'forget':
        return forget(storage);
      case 'attention':
        if (effect.sound) chime();
        if (folded()) host?.tell('attention');
        return;
      default:
        void live.then((part) => part.run(effect));
    }
  };
}
