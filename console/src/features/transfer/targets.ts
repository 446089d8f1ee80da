import type { DeskId, StaffId } from '@haven/shared/ids';
import type { StaffChat } from '@haven/shared/protocol/chat';
import type { Desk, Language } from '@haven/shared/protocol/organisation';
import type { StaffPresence } from '@haven/shared/protocol/presence';

export type StaffTarget = {
  readonly kind: 'staff';
  readonly staff: StaffPresence;
  readonly free: number;
  readonly speaks: boolean;
  /** Whether asking makes sense now; the server decides. */
  readonly open: boolean;
};

export type DeskTarget = {
  readonly kind: 'desk';
  readonly desk: Desk;
  /** Colleagues there who are available and have a place. */
  readonly available: number;
  readonly open: boolean;
};

const free = (staff: StaffPresence): number => Math.max(0, staff.capacity - staff.chats);

const isOpen = (staff: StaffPresence): boolean =>
  (staff.presence === 'available' || staff.presence === 'busy') && free(staff) > 0;

const RANK = { available: 0, busy: 1, pause: 2, away: 3 } as const;

/** Colleagues who could be asked: those who can take it first, those who speak the visitor's language before others. */
export const staffTargets = (
  staff: Iterable<StaffPresence>,
  self: StaffId,
  language: Language,
): readonly StaffTarget[] =>
  [...staff]
    .filter(({ staffId, role }) => staffId !== self && role !== 'administrator')
    .map(
      (one): StaffTarget => ({
        kind: 'staff',
        staff: one,
        free: free(one),
        speaks: one.languages.includes(language),
        open: isOpen(one),
      }),
    )
    .sort(
      (a, b) =>
        Number(b.open) - Number(a.open) ||
        Number(b.speaks) - Number(a.speaks) ||
        RANK[a.staff.presence] - RANK[b.staff.presence] ||
        b.free - a.free ||
        a.staff.displayName.localeCompare(b.staff.displayName),
    );

/** Desks by how many could take the chat there; my own counts too, for a chat that is not of its region. */
export const deskTargets = (
  desks: readonly Desk[],
  staff: Iterable<StaffPresence>,
  self: StaffId,
): readonly DeskTarget[] => {
  const colleagues = [...staff].filter(({ staffId }) => staffId !== self);
  const availableAt = (desk: DeskId): number =>
    colleagues.filter((one) => one.desks.includes(desk) && one.presence === 'available' && free(one) > 0)
      .length;
  return desks
    .map((desk): DeskTarget => {
      const available = availableAt(desk.id);
      return { kind: 'desk', desk, available, open: available > 0 };
    })
    .sort((a, b) => Number(b.open) - Number(a.open));
};

/** Whether a hand-over of this chat can be asked for. */
export const mayTransfer = (chat: StaffChat): boolean => chat.phase === 'active' && chat.transfer === null;
