import type { DeskId } from '@haven/shared/ids';
import type { ErrorCode } from '@haven/shared/protocol/errors';
import { ok, type Result } from '@haven/shared/result';
import { isQueued } from '../../desk/lines';
import type { ChatsThere } from '../../organisation/retirement';
import { retire } from '../../records/retirement';
import type { StaffEdge, StaffHandler } from '../connection';

export const organisationRetire: StaffHandler<'organisation:retire'> = async (
  edge,
  { profile },
  { place, dry },
) => {
  const chats = place.kind === 'desk' ? await chatsAt(edge, place.desk) : ok({ waiting: 0, going: 0 });
  if (!chats.ok) return chats;
  const changer = { by: profile.staffId, at: edge.now() };
  const retired = await retire(edge.records.db, changer, { place, dry, chats: chats.value });
  if (!retired.ok || !retired.value.done) return retired;
  await edge.directory.look();
  if (place.kind === 'desk') await letGo(edge, place.desk);
  return retired;
};

async function chatsAt({ store }: StaffEdge, desk: DeskId): Promise<Result<ChatsThere, ErrorCode>> {
  const read = await store.records(null);
  if (!read.ok) return read;
  const there = (read.value?.chats ?? []).filter((chat) => chat.desk === desk && chat.phase !== 'ended');
  const waiting = there.filter(isQueued).length;
  return ok({ waiting, going: there.length - waiting });
}

/** It was perhaps paused so that it would be empty; when it is brought back, nobody will remember that. */
async function letGo({ store, decide }: StaffEdge, desk: DeskId): Promise<void> {
  const records = await store.desks();
  const record = records.ok ? records.value.find((each) => each.desk === desk) : undefined;
  if (record?.opened) await decide({ kind: 'close-overflow', desk });
  if (record?.paused) await decide({ kind: 'resume-intake', desk });
}
