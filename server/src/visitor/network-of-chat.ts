import type { ChatId } from '@haven/shared/ids';
import type { Clock } from '@haven/shared/transport/socket-port';
import { seconds } from '@haven/shared/units';
import type { Network } from '../live/block-store';
import type { VisitorNamespace } from './serve-visitors';

/** What stands for the network of a chat's visitor; null: no connection, or no address that can be known. */
export type NetworkOfChat = (chat: ChatId) => Promise<Network | null>;

/** What nodes tell each other; nothing of it is kept. */
type BetweenNodes = {
  readonly on: (event: 'network-of' | 'network-is', hear: (...told: readonly unknown[]) => void) => void;
  readonly serverSideEmit: (event: 'network-of' | 'network-is', ...told: readonly unknown[]) => void;
};

/** The node that has the visitor answers at once; when none does, there is no connection to be blocked. */
const PATIENCE = seconds(2);

type Deps = {
  readonly namespace: VisitorNamespace;
  readonly isAlone: boolean;
  readonly newId: () => string;
  readonly clock: Clock;
};

/** The node that holds the visitor's connection knows it, and no other. */
export function createNetworkOfChat({ namespace, isAlone, newId, clock }: Deps): NetworkOfChat {
  const here = (chat: unknown): Network | null => {
    for (const { data } of namespace.sockets.values()) {
      if (data !== undefined && data.chat === chat) return data.network;
    }
    return null;
  };
  if (isAlone) return async (chat) => here(chat);

  const nodes = namespace as unknown as BetweenNodes;
  const asked = new Map<unknown, (network: Network) => void>();
  nodes.on('network-of', (question, chat) => {
    const network = here(chat);
    if (network !== null) nodes.serverSideEmit('network-is', question, network);
  });
  nodes.on('network-is', (question, network) => {
    if (typeof network === 'string') asked.get(question)?.(network);
  });
  return async (chat) => {
    const known = here(chat);
    if (known !== null) return known;
    const question = newId();
    const answer = await new Promise<Network | null>((resolve) => {
      asked.set(question, resolve);
      clock.after(PATIENCE, () => resolve(null));
      nodes.serverSideEmit('network-of', question, chat);
    });
    asked.delete(question);
    return answer;
  };
}
