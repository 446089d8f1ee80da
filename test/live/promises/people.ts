import type { DeskCommand } from '@haven/server/desk/commands';
import type { SeatId, StaffId } from '@haven/shared/ids';
import type { Instant } from '@haven/shared/units';
import type { View } from './view';

type Seat = { readonly connection: string; readonly certifiedUntil: Instant | null };
type Person = { readonly seats: Map<SeatId, Seat>; capacity: number; goneSince: Instant | null };

/** Who is at her desk, at which tabs, and what she wants: by what people told the desk, not by what it made of that. */
export function createPeople() {
  const people = new Map<StaffId, Person>();

  function hear(command: DeskCommand, now: Instant): void {
    if (command.kind === 'staff-enter') {
      const { staffId, seat, connection, certifiedUntil, capacity } = command;
      const person = people.get(staffId) ?? { seats: new Map(), capacity: 0, goneSince: null };
      person.seats.set(seat, { connection, certifiedUntil });
      Object.assign(person, { goneSince: null, capacity: capacity ?? person.capacity });
      people.set(staffId, person);
    }
    const person = 'staffId' in command ? people.get(command.staffId) : undefined;
    if (!person) return;
    if (command.kind === 'set-capacity') person.capacity = command.capacity;
    if (command.kind !== 'seat-left' && command.kind !== 'seat-certified') return;
    const { seat, connection } = command;
    if (person.seats.get(seat)?.connection !== connection) return;
    if (command.kind === 'seat-certified') {
      person.seats.set(seat, { connection, certifiedUntil: command.certifiedUntil });
    } else {
      person.seats.delete(seat);
      if (person.seats.size === 0) person.goneSince = now;
    }
  }

  return {
    follow({ act: { command, result }, now }: View): void {
      if (result.ok) hear(command, now);
    },
    /** Since when her last tab is gone; null: she is here. */
    goneSince: (staffId: StaffId): Instant | null => people.get(staffId)?.goneSince ?? null,
    capacityOf: (staffId: StaffId): number => people.get(staffId)?.capacity ?? 0,
    /** Whether visitors would let her in at this tab. */
    mayAnswerAt: (staffId: StaffId, seat: SeatId, now: Instant): boolean =>
      now < (people.get(staffId)?.seats.get(seat)?.certifiedUntil ?? -Infinity),
    /** At any tab of hers. */
    mayAnswer: (staffId: StaffId, now: Instant): boolean =>
      [...(people.get(staffId)?.seats.values() ?? [])].some(
        ({ certifiedUntil }) => certifiedUntil !== null && now < certifiedUntil,
      ),
  };
}
export type People = ReturnType<typeof createPeople>;
