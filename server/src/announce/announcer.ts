import type { StaffId } from '@haven/shared/ids';
import type {
  StaffPushMap,
  StaffRequestMap,
  VisitorPushMap,
  VisitorRequestMap,
} from '@haven/shared/protocol/event-maps';
import type { Namespace } from 'socket.io';
import type { Joining } from '../audit/audit';
import type { DeskFact, StandbyAlert } from '../desk/facts';
import type { Contact } from '../desk/records';
import type { FrameStore } from '../live/frame-store';
import { linksOf, mayHaveLinks } from '../relay/links';
import type { CountDay } from '../supervision/count-day';
import type { Capabilities } from '../tokens/capabilities';

/** Rooms of the namespace /staff. That of a visitor in /visitor is the chat's id. */
export const CONSOLES = 'consoles';
export const roomOf = (staffId: StaffId): string => `staff:${staffId}`;

type Deps = {
  readonly visitors: Namespace<VisitorRequestMap, VisitorPushMap>;
  readonly staff: Namespace<StaffRequestMap, StaffPushMap>;
  readonly frames: Pick<FrameStore, 'setLinks' | 'forget'>;
  readonly capabilities: Capabilities;
  /** Settles when the standby has been told, or could not be. */
  readonly onStandbyAlert: (alert: StandbyAlert) => Promise<void>;
  readonly count: CountDay['facts'];
  readonly onContact: (contact: Contact) => void;
  readonly onJoined: (joining: Joining) => void;
  readonly onFault: (event: string, thrown: unknown) => void;
};

export type Announce = (facts: readonly DeskFact[]) => Promise<void>;

/** Tells everybody concerned, on whichever node, what the desk decided. Links are set before anybody hears of them. */
export function createAnnouncer(deps: Deps): Announce {
  return async (facts) => {
    try {
      await Promise.all(facts.map((fact) => settleFrames(deps, fact)));
      deps.count(facts);
      tellConsoles(deps, facts);
      for (const fact of facts) tell(deps, fact);
    } catch (thrown) {
      deps.onFault('announce', thrown);
    }
  };
}

/** Should the store be out of reach, the next fact about the chat carries the same. */
async function settleFrames({ frames }: Deps, fact: DeskFact): Promise<void> {
  if (fact.kind === 'chat' && mayHaveLinks(fact.sight.record)) {
    await frames.setLinks(linksOf(fact.sight.record));
  } else if (fact.kind === 'chat-forgotten') {
    await frames.forget(fact.chat);
  }
}

/** What every console shows, in one push each however many facts there are. */
function tellConsoles({ staff }: Deps, facts: readonly DeskFact[]): void {
  const upsert = facts.flatMap((fact) => (fact.kind === 'queue-upsert' ? fact.item : []));
  const remove = facts.flatMap((fact) =>
    fact.kind === 'queue-remove' ? { chat: fact.chat, version: fact.version } : [],
  );
  const people = facts.flatMap((fact) => (fact.kind === 'staff' ? fact.staff : []));
  if (upsert.length + remove.length > 0) staff.to(CONSOLES).emit('queue:changed', { upsert, remove });
  if (people.length > 0) staff.to(CONSOLES).emit('staff:changed', { upsert: people });
}

function tell(
  { visitors, staff, capabilities, onContact, onJoined, onStandbyAlert, onFault }: Deps,
  fact: DeskFact,
): void {
  switch (fact.kind) {
    case 'chat': {
      const { sight, audience } = fact;
      // A chat that staff registered again may be an old state of it: its visitor is asked first, by the resuming.
      if (sight.record.visitor.state === 'connected') {
        visitors.to(sight.record.chat).emit('view', capabilities.forVisitor(sight));
      }
      for (const staffId of audience) {
        staff.to(roomOf(staffId)).emit('chat:changed', capabilities.forStaff(sight.record, staffId));
      }
      break;
    }
    case 'chat-gone':
      staff.to(roomOf(fact.to)).emit('chat:gone', { chat: fact.chat, reason: fact.reason });
      break;
    case 'offer':
      staff.to(roomOf(fact.to)).emit('offer:made', fact.offer);
      break;
    case 'offer-withdrawn':
      staff.to(roomOf(fact.to)).emit('offer:withdrawn', { chat: fact.chat, reason: fact.reason });
      break;
    case 'transfer-failed':
      staff
        .to(roomOf(fact.to))
        .emit('transfer:failed', { chat: fact.chat, reason: fact.reason, desk: fact.desk });
      break;
    case 'desk':
      staff.to(CONSOLES).emit('desk:changed', fact.desk);
      break;
    case 'standby-alert': {
      const { desk, waiting, longest } = fact.alert;
      staff.to(CONSOLES).emit('standby:alert', { desk, waiting, longest });
      onStandbyAlert(fact.alert).catch((thrown: unknown) => onFault('standby-alert', thrown));
      break;
    }
    case 'contact':
      onContact(fact.contact);
      break;
    case 'colleague-joined':
      onJoined(fact);
      break;
    case 'consult-over':
      staff.to(roomOf(fact.to)).emit('consult:over', { chat: fact.chat, reason: fact.reason });
      break;
    case 'queue-upsert':
    case 'queue-remove':
    case 'staff':
    case 'counted':
    case 'chat-forgotten':
      break;
    default:
      fact satisfies never;
  }
}
