import type { KeysState } from '@haven/shared/protocol/keys';
import { NIGHT } from './duty-desk';

/** What a console is told of the organisation's keys while there are none, but for what the story says. */
export const keysState = (more: Partial<KeysState> = {}): KeysState => ({
  demonstration: false,
  organisation: 'Veilige Haven',
  roots: [],
  log: { size: 0, hash: '' },
  issuers: [],
  devices: [],
  requests: [],
  lists: [],
  chain: null,
  fallen: false,
  now: NIGHT,
  ...more,
});
