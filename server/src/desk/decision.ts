import type { ChatId, DeskId, StaffId } from '@haven/shared/ids';
import type { ErrorCode } from '@haven/shared/protocol/errors';
import { type Result, ok } from '@haven/shared/result';
import type { Instant, Milliseconds } from '@haven/shared/units';
import type { Command, CommandKind } from './commands';
import { mayConsult } from './consult-transitions';
import type { DeskFact } from './facts';
import { homeward } from './homeward';
import type { ChatRecord, DeskRecord, StaffRecord } from './records';
import type { Scene } from './scene';
import { mayMove } from './transitions';

/** Facts that the records do not imply; the others follow from what was written (see changes.ts). */
export type Notice = Extract<
  DeskFact,
  {
    kind:
      | 'chat-gone'
      | 'colleague-joined'
      | 'consult-over'
      | 'contact'
      | 'offer-withdrawn'
      | 'transfer-failed'
      | 'standby-alert';
  }
>;

/** What a rule decided. Deadlines, places in the sorted sets and most facts follow from the records. */
export type Decision = {
  /** null: forgotten. */
  readonly chats: ReadonlyMap<ChatId, ChatRecord | null>;
  readonly staff: ReadonlyMap<StaffId, StaffRecord | null>;
  readonly desks: ReadonlyMap<DeskId, DeskRecord>;
  readonly notices: readonly Notice[];
  /** How long a chat took that was served to its end. */
  readonly served: Milliseconds | null;
  /** There is nothing (more) to match for the command's chat or counsellor. */
  readonly matched: boolean;
};

/** The scene together with what the rule has decided so far. Versions are the store's business. */
export type Desk = Omit<Scene, 'chat' | 'staff' | 'deskRecord'> & {
  chat(chat: ChatId): ChatRecord | null;
  staff(staffId: StaffId): StaffRecord | null;
  deskRecord(desk: DeskId): DeskRecord | null;
  putChat(chat: ChatRecord): void;
  putStaff(staff: StaffRecord): void;
  putDesk(record: DeskRecord): void;
  forgetChat(chat: ChatId): void;
  forgetStaff(staffId: StaffId): void;
  notify(notice: Notice): void;
  countServed(time: Milliseconds): void;
  settleMatch(): void;
};

export type Verdict = Result<null, ErrorCode>;
export const DONE: Verdict = ok(null);

export type Rule<K extends CommandKind> = (desk: Desk, command: Command<K>, now: number) => Verdict;

export function openDesk(
  scene: Scene,
  kind: CommandKind,
  now: Instant,
): { desk: Desk; decision: () => Decision } {
  const chats = new Map<ChatId, ChatRecord | null>();
  const staff = new Map<StaffId, StaffRecord | null>();
  const desks = new Map<DeskId, DeskRecord>();
  const notices: Notice[] = [];
  let served: Milliseconds | null = null;
  let matched = false;

  const chatNow = (chat: ChatId) => chats.get(chat) ?? (chats.has(chat) ? null : scene.chat(chat));
  const staffNow = (id: StaffId) => staff.get(id) ?? (staff.has(id) ? null : scene.staff(id));
  const writeChat = (chat: ChatId, next: ChatRecord | null) => {
    const before = chatNow(chat);
    const from = before?.phase ?? 'none';
    const to = next?.phase ?? 'none';
    if (!mayMove(from, kind, to)) throw new Error(`${kind} may not take a chat from ${from} to ${to}`);
    const was = before?.consult?.state ?? 'none';
    const is = next?.consult?.state ?? 'none';
    if (!mayConsult(was, kind, is)) throw new Error(`${kind} may not take a consult from ${was} to ${is}`);
    chats.set(chat, next);
  };

  const desk: Desk = {
    plan: scene.plan,
    free: (pool, from) => scene.free(pool, from),
    waiting: (lines, from) => scene.waiting(lines, from),
    queueLength: (id) => scene.queueLength(id),
    arrival: () => scene.arrival(),
    load: () => scene.load(),
    unprovenLately: () => scene.unprovenLately(),
    memorySince: () => scene.memorySince(),
    chat: chatNow,
    staff: staffNow,
    deskRecord: (id) => desks.get(id) ?? scene.deskRecord(id),
    putChat: (chat) => writeChat(chat.chat, chat),
    putStaff: (next) => void staff.set(next.staffId, homeward(next, now)),
    putDesk: (record) => void desks.set(record.desk, record),
    forgetChat: (chat) => writeChat(chat, null),
    forgetStaff: (id) => void staff.set(id, null),
    notify: (notice) => void notices.push(notice),
    countServed: (time) => {
      served = time;
    },
    settleMatch: () => {
      matched = true;
    },
  };
  return { desk, decision: () => ({ chats, staff, desks, notices, served, matched }) };
}
