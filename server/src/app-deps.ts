import type { Server as HttpServer } from 'node:http';
import type { Sodium } from '@haven/shared/crypto/sodium';
import type { Clock } from '@haven/shared/transport/socket-port';
import type { AlertDelivery } from './alerts/alert-delivery';
import type { SocketAdapter } from './connections/sockets';
import type { Config } from './config';
import type { DeskPlan } from './desk/plan';
import type { HttpDeps } from './http/create-http';
import type { BlockStore } from './live/block-store';
import type { DeskStore } from './live/desk-store';
import type { FrameStore } from './live/frame-store';
import type { OnceStore } from './live/once-store';
import type { TallyStore } from './live/tally-store';
import type { Log } from './logging';
import type { Metrics } from './metrics';
import type { Certifier } from './organisation/certifier';
import type { LiveDeskSettings } from './organisation/desk-settings';
import type { Directory } from './organisation/directory';
import type { Records } from './records/open-records';
import type { LiveRoster } from './roster/live-roster';
import type { Keyring } from './tokens/keyring';

export type AppDeps = {
  readonly sodium: Sodium;
  readonly settings: Pick<
    Config,
    'publicUrl' | 'frameAncestors' | 'trustProxy' | 'provider' | 'contactRecordMonths'
  >;
  readonly folders: HttpDeps['folders'];
  readonly directory: Directory;
  readonly certifier: Certifier | null;
  readonly alerts: AlertDelivery;
  readonly deskSettings: LiveDeskSettings;
  readonly trust: HttpDeps['trust'];
  readonly keyring: Keyring;
  /** Asks the other nodes for secrets that this one does not know. */
  readonly learnSecrets: () => Promise<void>;
  readonly desk: DeskStore;
  /** What the desk goes by; the store asks the same. */
  readonly plan: () => DeskPlan;
  readonly frames: FrameStore;
  readonly once: OnceStore;
  readonly blocks: BlockStore;
  readonly records: Records;
  readonly tallies: TallyStore;
  readonly roster: LiveRoster;
  /** Null: this node is alone. */
  readonly adapter: SocketAdapter | null;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly clock: Clock;
  /** Cryptographically random bytes. */
  readonly random: (length: number) => Uint8Array;
};

export type App = {
  readonly server: HttpServer;
  /** Begins to keep deadlines and leases. */
  start(): void;
  /**
   * Not ready any more; peers are told to go to another node and have `grace` milliseconds to do so. Resolves when
   * nobody is connected and nothing is under way.
   */
  leave(grace: number): Promise<void>;
  /** A one-time link of the demonstration, without its origin. */
  signInPath(staffId: string): string | null;
  /** A one-time link for the first administrator, without its origin; null when one can sign in. */
  firstInvitation(): Promise<string | null>;
};
