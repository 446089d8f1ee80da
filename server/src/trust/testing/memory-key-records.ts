import type { KeyRoot } from '@haven/shared/protocol/keys';
import type { EnrolmentRow, KeyRecords } from '../key-records';
import type { LogRow } from '../ledger';

/** What nodes that share records keep of keys, in memory. */
export function memoryKeyRecords(): KeyRecords {
  const log: LogRow[] = [];
  const roots = new Map<string, KeyRoot>();
  const requests = new Map<string, EnrolmentRow>();
  const callbacks: (() => void)[] = [];
  const changed = () => {
    for (const callback of callbacks) callback();
  };
  return {
    logAfter: async (size) => log.slice(size),
    append: async (size, rows) => {
      if (log.length !== size) return false;
      log.push(...rows);
      changed();
      return true;
    },
    roots: async () => [...roots.values()],
    putRoot: async (root) => {
      roots.set(root.publicKey, root);
      changed();
    },
    requests: async () => [...requests.values()],
    putRequest: async (row) => {
      requests.set(row.device, row);
      changed();
    },
    dropRequests: async (devices) => {
      for (const device of devices) requests.delete(device);
      changed();
    },
    onChange: (callback) => void callbacks.push(callback),
  };
}
