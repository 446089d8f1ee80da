import type { LinkState } from '../crypto/link';
import type { Content } from '../protocol/content';
import { type Cargo, Replica, type ReplicaDeps } from './replica';
import { ReliableLink, type ReliableLinkDeps } from './reliable-link';

/** A link, and the conversation kept in step over it. */
export interface ConversationLink {
  readonly link: ReliableLink<Cargo>;
  readonly replica: Replica;
}

type Deps = Pick<ReliableLinkDeps<Cargo>, 'sodium' | 'random' | 'now' | 'submit'> & Omit<ReplicaDeps, 'link'>;

/** `accept`: the handshake frame that goes before the first message, from the visitor's side. */
export const conversationLink = (
  state: LinkState,
  deps: Deps,
  onContent: (link: ReliableLink<Cargo>, content: Content) => void,
  up: boolean,
  accept: string | null = null,
): ConversationLink => {
  const { sodium, random, now, submit } = deps;
  const link: ReliableLink<Cargo> = new ReliableLink(
    state,
    {
      sodium,
      random,
      now,
      submit,
      onContent: (content) => onContent(link, content),
      onSealed: (cargo) => replica.sealed(cargo),
      onStored: (cargo) => replica.stored(cargo),
      onReceived: (cargo) => replica.received(cargo),
    },
    up,
    accept,
  );
  const { timeline, visible, preamble, owed, paid, delivers } = deps;
  const replica = new Replica({ link, timeline, visible, preamble, owed, paid, delivers });
  return { link, replica };
};
