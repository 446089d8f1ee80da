import { err } from '@haven/shared/result';
import type { StaffHandler } from './connection';

export const framesSince: StaffHandler<'frames:since'> = async (edge, { seat, profile }, { chat, seen }) => {
  if (seat === null) return err('not-entered');
  const sight = await edge.store.chat(chat);
  if (!sight.ok) return sight;
  const { members } = sight.value.record;
  if (!members.some((member) => member.staffId === profile.staffId)) return err('not-yours');
  return edge.frames.replay(chat, seat, seen);
};
