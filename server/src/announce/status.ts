import { type Instant, seconds } from '@haven/shared/units';
import type { DeskStatus } from '../desk/facts';
import type { DeskStore } from '../live/desk-store';

const RECENT = seconds(3);

/** How things are at the desk. Null: the live state does not answer. */
export type Status = {
  /** At most a few seconds old, and asked for once however many want to know. */
  readonly recent: () => Promise<DeskStatus | null>;
  readonly fresh: () => Promise<DeskStatus | null>;
};

export function createStatus(store: Pick<DeskStore, 'status'>, now: () => Instant): Status {
  let last: { readonly at: Instant; readonly status: Promise<DeskStatus | null> } | undefined;
  const fresh = async () => {
    const status = await store.status(now());
    return status.ok ? status.value : null;
  };
  return {
    fresh,
    recent: () => {
      if (last === undefined || now() - last.at >= RECENT) last = { at: now(), status: fresh() };
      return last.status;
    },
  };
}
