import { DONE, type Rule } from './decision';
import { visitorGrace } from './due';
import { endChat } from './end-chat';
import { knownChat } from './refusals';

/** The visitor is here, on this connection from now on. After the end too, to learn why it ended. */
export const visitorConnected: Rule<'visitor-connected'> = (desk, { chat: id, connection }) => {
  const chat = knownChat(desk, id);
  if (!chat.ok) return chat;
  desk.putChat({ ...chat.value, visitor: { state: 'connected', connection } });
  return DONE;
};

/** Only the present connection can be lost; an older one is old news. */
export const visitorDisconnected: Rule<'visitor-disconnected'> = (desk, { chat: id, connection }, now) => {
  const chat = desk.chat(id);
  if (chat?.visitor.state === 'connected' && chat.visitor.connection === connection) {
    desk.putChat({ ...chat, visitor: { state: 'lost', since: now } });
  }
  return DONE;
};

/** The connection did not come back. */
export const visitorGraceOver: Rule<'visitor-grace-over'> = (desk, { chat: id }, now) => {
  const chat = desk.chat(id);
  if (!chat || chat.phase === 'ended' || chat.visitor.state !== 'lost') return DONE;
  if (now >= chat.visitor.since + visitorGrace(chat)) endChat(desk, chat, 'lost', now);
  return DONE;
};
