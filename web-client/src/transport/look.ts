import { type DeskStatusBody, deskStatus } from '@haven/shared/protocol/http';
import { organisation as schema, type Organisation } from '@haven/shared/protocol/organisation';
import type { Clock } from '@haven/shared/transport/socket-port';
import { type Milliseconds, seconds } from '@haven/shared/units';

/** How long to wait before asking again: a bad network is not helped by haste. */
const WAITS: readonly Milliseconds[] = [seconds(1), seconds(3), seconds(10)];

export type LookDeps = {
  /** Fetches JSON of the chat's own origin; rejects when it cannot. */
  readonly fetchJson: (path: string) => Promise<unknown>;
  readonly clock: Clock;
  readonly onOrganisation: (organisation: Organisation) => void;
  readonly onStatus: (open: boolean, closed: DeskStatusBody['closed']) => void;
};

/** Asks what anybody may know: who the organisation is, for as long as that takes, and whether somebody is there. */
export function createLook({ fetchJson, clock, onOrganisation, onStatus }: LookDeps): () => void {
  let known = false;
  let asking = false;

  const ask = async (failures: number): Promise<void> => {
    try {
      const parsed = schema.safeParse(await fetchJson('/organisation.json'));
      if (!parsed.success) throw new TypeError('not an organisation');
      known = true;
      onOrganisation(parsed.data);
    } catch {
      const wait = WAITS[Math.min(failures, WAITS.length - 1)] ?? 0;
      clock.after(wait, () => void ask(failures + 1));
    }
  };

  return () => {
    if (!known && !asking) {
      asking = true;
      void ask(0);
    }
    fetchJson('/status.json').then(
      (status) => {
        const parsed = deskStatus.safeParse(status);
        if (parsed.success) onStatus(parsed.data.open, parsed.data.closed);
      },
      // Unknown is what it was before.
      () => undefined,
    );
  };
}
