import { err, ok } from '@haven/shared/result';
import type { VisitorHandler } from './connection';

export const chatLook: VisitorHandler<'chat:look'> = async ({ store, capabilities }, { chat }) => {
  if (chat === null) return err('not-entered');
  const sight = await store.chat(chat);
  return sight.ok ? ok(capabilities.forVisitor(sight.value)) : sight;
};
