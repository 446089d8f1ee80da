import type { CannedReply, ReplyShelf } from '@haven/shared/protocol/canned-replies';
import type { Organisation } from '@haven/shared/protocol/organisation';
import { may } from '@haven/shared/protocol/permissions';
import type { Role } from '@haven/shared/protocol/presence';

/** As the value of an option. */
export const shelfKey = (shelf: ReplyShelf): string =>
  shelf.kind === 'desk' ? `desk ${shelf.desk}` : shelf.kind;

export const onShelf = (replies: readonly CannedReply[], shelf: ReplyShelf): readonly CannedReply[] =>
  replies.filter((reply) => shelfKey(reply.shelf) === shelfKey(shelf));

/** Who takes no chats keeps none of her own. */
export const shelvesFor = (role: Role, { desks }: Organisation): readonly ReplyShelf[] => [
  ...(may(role, 'replies:write-own') ? [{ kind: 'own' } as const] : []),
  { kind: 'everyone' },
  ...desks.map(({ id }) => ({ kind: 'desk', desk: id }) as const),
];

export const mayKeep = (role: Role, shelf: ReplyShelf): boolean =>
  may(role, shelf.kind === 'own' ? 'replies:write-own' : 'replies:write');
