import type { StaffId } from '@haven/shared/ids';
import type { StaffChat, VisitorView } from '@haven/shared/protocol/chat';
import type { ErrorCode } from '@haven/shared/protocol/errors';
import type { Result } from '@haven/shared/result';
import type { Instant } from '@haven/shared/units';
import type { ChatSight } from '../desk/facts';
import type { ChatRecord } from '../desk/records';
import { snapshotOf } from '../desk/snapshot';
import { staffChat, visitorView } from '../desk/views';
import { type Capability, issueCapability, openCapability } from './capability';
import type { Keyring } from './keyring';

/** What is shown of a chat, with the capability to come back to it. */
export type Capabilities = {
  forVisitor(sight: ChatSight): { view: VisitorView; capability: string };
  forStaff(record: ChatRecord, viewer: StaffId): StaffChat;
  open(token: string): Promise<Result<Capability, ErrorCode>>;
};

/** `learn` asks the other nodes for secrets of theirs; it is asked when a token names a key that is not known here. */
export function createCapabilities(
  keyring: Keyring,
  now: () => Instant,
  learn: () => Promise<void>,
): Capabilities {
  return {
    forVisitor: (sight) => ({
      view: visitorView(sight),
      capability: issueCapability(keyring, 'visitor', snapshotOf(sight.record), now()),
    }),
    forStaff: (record, viewer) =>
      staffChat(record, viewer, issueCapability(keyring, viewer, snapshotOf(record), now())),
    open: async (token) => {
      if (!keyring.knows(token)) await learn();
      return openCapability(keyring, token, now());
    },
  };
}
