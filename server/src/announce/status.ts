import type { DeskStatusBody } from '@haven/shared/protocol/http';
import { type Instant, seconds } from '@haven/shared/units';
import type { DeskStore } from '../live/desk-store';

const RECENT = seconds(3);

/** Whether somebody is on duty. Null: the live state does not answer. */
export type Status = {
  /** At most a few seconds old, and asked for once however many want to know. */
  readonly recent: () => Promise<DeskStatusBody | null>;
  readonly fresh: () => Promise<DeskStatusBody | null>;
};

export function createStatus(store: Pick<DeskStore, 'status'>, now: () => Instant): Status {
  let last: { readonly at: Instant; readonly body: Promise<DeskStatusBody | null> } | undefined;
  const fresh = async () => {
    const status = await store.status(now());
    return status.ok ? { open: status.value.open, band: status.value.band } : null;
  };
  return {
    fresh,
    recent: () => {
      if (last === undefined || now() - last.at >= RECENT) last = { at: now(), body: fresh() };
      return last.body;
    },
  };
}
