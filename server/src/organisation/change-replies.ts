import type { CannedReply, ReplyChange } from '@haven/shared/protocol/canned-replies';
import { LIMITS } from '@haven/shared/protocol/limits';
import { err, ok, type Result } from '@haven/shared/result';

export type ReplyFault = 'outdated' | 'shortcut-taken' | 'too-many-replies';

type Kept = Omit<CannedReply, 'shelf'>;

/** What is to be written, in the order in which they were asked for. */
export type ReplyWrites = { readonly added: readonly Kept[]; readonly changed: readonly Kept[] };

/** What these changes make of the replies of one shelf: all of them, or none. */
export function changeReplies(
  present: readonly Kept[],
  changes: readonly ReplyChange[],
  newId: () => string,
): Result<ReplyWrites, ReplyFault> {
  const shelf = new Map(present.map((reply) => [reply.id, reply]));
  const added: Kept[] = [];
  const changed: Kept[] = [];
  for (const { id, version, wording } of changes) {
    const before = id === null ? undefined : shelf.get(id);
    // Whoever changes a reply twice in one go has not seen what she changes the second time.
    if (id !== null && before?.version !== version) return err('outdated');
    const after = { ...wording, id: id ?? newId(), version: (before?.version ?? 0) + 1 };
    (before === undefined ? added : changed).push(after);
    shelf.set(after.id, after);
  }
  if (added.length > 0 && shelf.size > LIMITS.repliesOnShelf) return err('too-many-replies');
  const calls = new Set([...shelf.values()].map(({ language, shortcut }) => `${language} ${shortcut}`));
  return calls.size < shelf.size ? err('shortcut-taken') : ok({ added, changed });
}
