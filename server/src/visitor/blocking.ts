import type { Clock } from '@haven/shared/transport/socket-port';
import type { BlockStore, Network } from '../live/block-store';
import { createNetworkOfChat, type NetworkOfChat } from './network-of-chat';
import type { VisitorNamespace } from './serve-visitors';

type Deps = {
  readonly blocks: BlockStore;
  readonly namespace: VisitorNamespace;
  /** No other node has visitors. */
  readonly isAlone: boolean;
  readonly random: (length: number) => Uint8Array;
  readonly clock: Clock;
};

export type Blocking = {
  readonly blocks: BlockStore;
  readonly networkOfChat: NetworkOfChat;
  /** False as well where the live state cannot say: a fault keeps nobody out. */
  readonly isBlocked: (network: Network | null) => Promise<boolean>;
};

/** Both sides of a block: whose network it is, and who is turned away. */
export function createBlocking({ blocks, namespace, isAlone, random, clock }: Deps): Blocking {
  const newId = () => Buffer.from(random(8)).toString('base64url');
  return {
    blocks,
    networkOfChat: createNetworkOfChat({ namespace, isAlone, newId, clock }),
    isBlocked: async (network) => {
      const blocked = network === null ? null : await blocks.isBlocked(network);
      return blocked?.ok === true && blocked.value;
    },
  };
}
