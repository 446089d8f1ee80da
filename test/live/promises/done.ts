import type { Command, CommandKind } from '@haven/server/desk/commands';
import type { ChatRecord } from '@haven/server/desk/records';
import type { ChatId } from '@haven/shared/ids';
import { counsellorOf, holdersOf, isInQueue, isServed, type Promised, ringOf, type View } from './view';

type Check<K extends CommandKind> = (command: Command<K>, view: View) => boolean | undefined;

const chatIn = ({ chats }: View, chat: ChatId) => chats.get(chat);
const isOver = ({ chat }: { readonly chat: ChatId }, view: View) => chatIn(view, chat)?.phase === 'ended';
const isIn = ({ members }: ChatRecord, who: string, role: string) =>
  members.some((member) => member.staffId === who && member.role === role);

/** It is hers as before, and nobody else is asked or in it. */
function isAlone({ chat: id }: { readonly chat: ChatId }, view: View): boolean {
  const [was, is] = [view.before.get(id), chatIn(view, id)];
  if (!was || is?.phase !== 'active') return false;
  return is.transfer === null && is.consult === null && counsellorOf(is) === counsellorOf(was);
}

/** The colleague who had accepted it has it, or has had it since an earlier time that she was told so. */
function isHandedOver({ chat: id }: Command<'transfer-complete'>, view: View): boolean {
  const [was, is] = [view.before.get(id), chatIn(view, id)];
  const heir = was?.transfer?.to ?? (was && counsellorOf(was));
  return is?.phase === 'active' && is.members.length === 1 && counsellorOf(is) === heir;
}

/** What is there once the desk has said yes to it. */
const CHECKS: { readonly [K in CommandKind]?: Check<K> } = {
  enter: ({ chat }, view) => chatIn(view, chat)?.phase !== undefined,
  prove: ({ chat }, view) => chatIn(view, chat)?.proven,
  'visitor-connected': ({ chat, connection }, view) => {
    const visitor = chatIn(view, chat)?.visitor;
    return visitor?.state === 'connected' && visitor.connection === connection;
  },
  leave: isOver,
  close: isOver,
  'block-chat': isOver,
  'link-open': ({ chat, staffId, epoch }, view) =>
    chatIn(view, chat)?.members.some((member) => member.staffId === staffId && member.epoch === epoch),
  claim: ({ chat: id, staffId }, view) => {
    const chat = chatIn(view, id);
    return chat && isServed(chat) && chat.members.some((member) => member.staffId === staffId);
  },
  decline: ({ chat: id, staffId }, view) => {
    const chat = chatIn(view, id);
    return chat && ringOf(chat)?.to !== staffId;
  },
  'transfer-ask': ({ chat: id, staffId, target }, view) => {
    const chat = chatIn(view, id);
    const { state, to } = chat?.transfer ?? {};
    const isRight = target.kind === 'desk' || to === target.staffId;
    return chat && state === 'ringing' && isRight && counsellorOf(chat) === staffId;
  },
  'transfer-cancel': isAlone,
  'transfer-refuse': isAlone,
  'transfer-complete': isHandedOver,
  'consult-ask': ({ chat, colleague }, view) => {
    const consult = chatIn(view, chat)?.consult;
    return consult?.state === 'ringing' && consult.to === colleague;
  },
  'consult-complete': ({ chat: id }, view) => {
    const chat = chatIn(view, id);
    return chat?.consult?.state === 'joined' && isIn(chat, chat.consult.to, 'joined');
  },
  'consult-end': isAlone,
  'finish-wrap-up': ({ chat: id, staffId, form }, view) => {
    const chat = chatIn(view, id);
    return chat?.form === form && !holdersOf(chat).has(staffId);
  },
  'staff-enter': ({ staffId, seat }, { staff }) =>
    staff.get(staffId)?.seats.some((each) => each.seat === seat),
  'take-off': ({ chat: id }, view) => {
    const chat = chatIn(view, id);
    return chat && isInQueue(chat);
  },
  'move-chat': ({ chat, desk }, view) => chatIn(view, chat)?.desk === desk,
};

/** Who is told yes by the desk may rely on it. */
export const isDone: Promised = (view) => {
  const { command, result } = view.act;
  if (!result.ok) return [];
  const check = CHECKS[command.kind] as Check<CommandKind> | undefined;
  return !check || check(command, view) === true
    ? []
    : [`said yes to, and not done: ${JSON.stringify(command)}`];
};
