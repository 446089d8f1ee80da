import { err, ok } from '@haven/shared/result';
import type { VisitorHandler } from './connection';

export const chatLook: VisitorHandler<'chat:look'> = async ({ store, capabilities }, { chat }) => {
  if (chat === null) return err('not-entered');
  const sight = await store.chat(chat);
  if (!sight.ok) return sight;
  // The live state lost this chat and knows it from its staff only: the visitor has to come back to it.
  if (sight.value.record.visitor.state === 'lost') return err('unknown-chat');
  return ok(capabilities.forVisitor(sight.value));
};
