import { readReplies, type StoredReply } from '../../records/canned-replies';
import type { Records } from '../../records/open-records';
import type { StaffConnection } from '../connection';
import { repliesFor } from './replies-for';

type Deps = {
  readonly records: Pick<Records, 'db' | 'onChange'>;
  readonly connections: () => readonly StaffConnection[];
  readonly onFault: (event: string, thrown: unknown) => void;
};

/** Every console of this node hears what has changed of the replies that concern it. */
export function tellReplies({ records, connections, onFault }: Deps): void {
  const fault = (thrown: unknown) => onFault('canned-replies', thrown);
  let before: readonly StoredReply[] = [];
  const look = async () => {
    const now = await readReplies(records.db);
    const was = new Map(before.map((reply) => [reply.id, reply.version]));
    const is = new Set(now.map(({ id }) => id));
    const different = now.filter(({ id, version }) => was.get(id) !== version);
    const gone = before.filter(({ id }) => !is.has(id));
    before = now;
    return { different, gone };
  };
  const tell = async () => {
    const { different, gone } = await look();
    for (const { profile, socket } of connections()) {
      const upsert = repliesFor(different, profile.staffId);
      const remove = repliesFor(gone, profile.staffId).map(({ id }) => id);
      if (upsert.length > 0 || remove.length > 0) socket.emit('replies:changed', { upsert, remove });
    }
  };
  // One after the other, so that none tells less than what came before it.
  let last: Promise<unknown> = look().catch(fault);
  records.onChange('canned-replies', () => {
    last = last.then(tell).catch(fault);
  });
}
