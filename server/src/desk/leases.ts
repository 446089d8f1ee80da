import type { ChatId, SeatId, StaffId } from '@haven/shared/ids';
import type { Command } from './commands';
import type { ChatRecord, ConnectionId, StaffRecord } from './records';

/** A connection that is lost when nobody says in time that it is alive. */
export type LeaseName = `visitor ${string}` | `seat ${string}`;

export const visitorLease = (chat: ChatId, connection: ConnectionId): LeaseName =>
  `visitor ${chat} ${connection}`;
export const seatLease = (staffId: StaffId, seat: SeatId, connection: ConnectionId): LeaseName =>
  `seat ${staffId} ${seat} ${connection}`;

export const chatLeases = ({ chat, visitor }: ChatRecord): readonly LeaseName[] =>
  visitor.state === 'connected' ? [visitorLease(chat, visitor.connection)] : [];

export const staffLeases = ({ staffId, seats }: StaffRecord): readonly LeaseName[] =>
  seats.map(({ seat, connection }) => seatLease(staffId, seat, connection));

type LeaseEnd = Command<'visitor-disconnected'> | Command<'seat-left'>;

/** What it means that this lease ran out. */
export function leaseEnd(name: LeaseName): LeaseEnd {
  const [kind = '', ...parts] = name.split(' ');
  if (kind === 'visitor') {
    const [chat = '', ...connection] = parts;
    return { kind: 'visitor-disconnected', chat: chat as ChatId, connection: connection.join(' ') };
  }
  const [staffId = '', seat = '', ...connection] = parts;
  return {
    kind: 'seat-left',
    staffId: staffId as StaffId,
    seat: seat as SeatId,
    connection: connection.join(' '),
  };
}
