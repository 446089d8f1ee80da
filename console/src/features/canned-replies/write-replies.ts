import type { CannedReply, ReplyChange, ReplyShelf } from '@haven/shared/protocol/canned-replies';
import type { ErrorCode } from '@haven/shared/protocol/errors';
import { LIMITS } from '@haven/shared/protocol/limits';
import { ok, type Result } from '@haven/shared/result';
import type { Ask } from '../../transport/desk-actions';

/** With room for the envelope. */
const PACKET = LIMITS.packetBytes * 0.75;

const sizeOf = (change: ReplyChange): number => new TextEncoder().encode(JSON.stringify(change)).length;

/** As many at a time as one packet holds. */
export const inPackets = (changes: readonly ReplyChange[]): readonly (readonly ReplyChange[])[] => {
  const packets: ReplyChange[][] = [];
  let room = 0;
  for (const change of changes) {
    const size = sizeOf(change);
    const last = packets.at(-1);
    if (last === undefined || size > room) {
      packets.push([change]);
      room = PACKET - size;
    } else {
      last.push(change);
      room -= size;
    }
  }
  return packets;
};

/** All of them, or none. */
export const writeReplies = async (
  ask: Ask,
  shelf: ReplyShelf,
  changes: readonly ReplyChange[],
): Promise<Result<readonly CannedReply[], ErrorCode>> => {
  const packets = inPackets(changes);
  let before = 0;
  let written: readonly CannedReply[] = [];
  for (const [index, packet] of packets.entries()) {
    const part = { changes: [...packet], before, more: index + 1 < packets.length };
    const reply = await (shelf.kind === 'own'
      ? ask('replies:write-own', part)
      : ask('replies:write', { shelf, ...part }));
    if (!reply.ok) return reply;
    before += packet.length;
    written = reply.value.replies;
  }
  return ok(written);
};

export const removeReply = (
  ask: Ask,
  { shelf, id, version }: CannedReply,
): Promise<Result<unknown, ErrorCode>> =>
  shelf.kind === 'own'
    ? ask('replies:remove-own', { id, version })
    : ask('replies:remove', { shelf, id, version });
