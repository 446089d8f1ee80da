import type { DeskNow } from '@haven/shared/protocol/desk-now';
import type { StaffPushMap, StaffRequestMap } from '@haven/shared/protocol/event-maps';
import type { Clock } from '@haven/shared/transport/socket-port';
import type { Namespace } from 'socket.io';
import type { LiveDeskSettings } from '../organisation/desk-settings';
import type { Directory } from '../organisation/directory';
import type { LiveRoster } from '../roster/live-roster';
import { CONSOLES } from './announcer';
import { bringPlan } from './bring-plan';
import { createDeskTurns } from './desk-turns';
import type { DeskStore } from '../live/desk-store';

type Deps = Omit<Parameters<typeof bringPlan>[0], 'retired'> & {
  readonly store: Pick<DeskStore, 'desks'>;
  readonly clock: Clock;
  readonly directory: Pick<Directory, 'current' | 'onChange'>;
  readonly roster: Pick<LiveRoster, 'onChange'>;
  readonly deskSettings: Pick<LiveDeskSettings, 'onChange'>;
  readonly staff: Namespace<StaffRequestMap, StaffPushMap>;
};

/**
 * The desk goes by what the organisation says and the roster publishes, and consoles look again when the roster, its
 * draft or a swap has changed. Each node tells its own, also what time makes of a desk.
 */
export function followPlan({ directory, roster, deskSettings, staff, ...desk }: Deps) {
  const retired = () => directory.current().retired.desks.map(({ id }) => id);
  const tell = (now: DeskNow) => staff.local.to(CONSOLES).emit('desk:changed', now);
  const turns = createDeskTurns({ ...desk, tell });
  const bring = () => {
    void bringPlan({ ...desk, retired });
    turns.look();
  };
  const ends = [
    directory.onChange(() => {
      // Who has left leaves holes.
      staff.local.emit('roster:changed', {});
      bring();
    }),
    deskSettings.onChange(bring),
    roster.onChange((isPublished) => {
      // Also those who take no chats: administrators plan.
      staff.local.emit('roster:changed', {});
      if (isPublished) bring();
    }),
  ];
  return {
    /** The nodes before this one may have gone by another plan. */
    start: bring,
    stop: () => {
      for (const end of ends) end();
      return turns.stop();
    },
  };
}
