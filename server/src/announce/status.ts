import type { DeskStatusBody } from '@haven/shared/protocol/http';
import { type Instant, seconds } from '@haven/shared/units';
import type { DeskStatus } from '../desk/facts';
import { takesChats } from '../desk/intake';
import type { DeskPlan } from '../desk/plan';
import type { DeskStore } from '../live/desk-store';

const RECENT = seconds(3);

export type ServiceStatus = DeskStatus & Pick<DeskStatusBody, 'closed'>;

/** How things are at the desk. Null: the live state does not answer. */
export type Status = {
  /** At most a few seconds old, and asked for once however many want to know. */
  readonly recent: () => Promise<ServiceStatus | null>;
  readonly fresh: () => Promise<ServiceStatus | null>;
};

export function createStatus(
  store: Pick<DeskStore, 'status' | 'desks'>,
  plan: () => DeskPlan,
  now: () => Instant,
): Status {
  let last: { readonly at: Instant; readonly status: Promise<ServiceStatus | null> } | undefined;
  const fresh = async () => {
    const [status, records] = await Promise.all([store.status(now()), store.desks()]);
    if (!status.ok || !records.ok) return null;
    const { desks, hours } = plan();
    const shut = desks.filter(({ id }) => {
      const record = records.value.find(({ desk }) => desk === id) ?? null;
      return !takesChats(plan(), id, record, now());
    });
    return {
      ...status.value,
      open: status.value.open && shut.length < desks.length,
      closed: shut.map(({ id }) => ({ desk: id, message: hours[id]?.message ?? { nl: '', en: '' } })),
    };
  };
  return {
    fresh,
    recent: () => {
      if (last === undefined || now() - last.at >= RECENT) last = { at: now(), status: fresh() };
      return last.status;
    },
  };
}
