import type { PublicKey, StaffId } from '@haven/shared/ids';
import type { SignInWay } from '@haven/shared/protocol/account';
import { type Instant, minutes } from '@haven/shared/units';
import type { Db } from '../records/database';
import {
  confirmSession,
  endSessions,
  keepSession,
  rotateSession,
  sessionOf,
  type SessionRow,
  touchSessions,
} from '../records/sessions';
import { hashOf, newSecret } from './one-time-secret';
import { judgeSession, rotated } from './session';

const HANDLE_BYTES = 12;
/** Not every request is worth a write. */
const TOUCH_AFTER = minutes(1);

/** Who is signed in, on which device, and since when. */
export type StaffSession = {
  readonly id: string;
  readonly staffId: StaffId;
  readonly device: PublicKey;
  readonly startedAt: Instant;
};

export type FoundSession = {
  readonly session: StaffSession;
  /** What the browser must hold from now on, where that changed. */
  readonly renewed: string | null;
};

export type Sessions = {
  /** What the browser must hold to prove it. */
  begin(who: Omit<StaffSession, 'id' | 'startedAt'>, way: SignInWay): Promise<string>;
  /** `mayRenew`: the answer to this request can carry a new secret. */
  find(held: string | null, mayRenew: boolean): Promise<FoundSession | null>;
  /** One of somebody's, or all; their consoles close on every node. */
  end(which: Which): Promise<void>;
  /**
   * What signs people out in the same step: nobody goes on as who she was, and nobody is signed out for nothing. Their
   * consoles close once it is done; before, they could come back with a sign-in that still stands.
   */
  endWith<T>(step: (transaction: Db, end: (which: Which) => Promise<void>) => Promise<T>): Promise<T>;
};

type Which = { readonly staffId: StaffId; readonly id?: string };

type Deps = {
  readonly db: Db;
  readonly random: (length: number) => Uint8Array;
  readonly now: () => Instant;
  readonly onEnded: (ids: readonly string[]) => void;
  /** A replaced secret came again: the session was ended. */
  readonly onReplayed: (staffId: StaffId) => Promise<void>;
};

export function createSessions({ db, random, now, onEnded, onReplayed }: Deps): Sessions {
  const end: Sessions['end'] = async (which) => onEnded(await endSessions(db, which));

  const renew = async (row: SessionRow, from: string): Promise<string | null> => {
    const secret = newSecret(random);
    const isFirst = await rotateSession(db, row, rotated(row, { from, to: hashOf(secret) }, now()));
    // Another request of this browser brings the new one.
    return isFirst ? `${row.id}.${secret}` : null;
  };

  return {
    begin: async ({ staffId, device }, way) => {
      const secret = newSecret(random);
      const id = Buffer.from(random(HANDLE_BYTES)).toString('base64url');
      const at = now();
      const times = { rotatedAt: at, startedAt: at, seenAt: at };
      const secrets = { current: hashOf(secret), previous: null, confirmed: false };
      await keepSession(db, { id, staffId, device, way, ...secrets, ...times });
      return `${id}.${secret}`;
    },
    find: async (held, mayRenew) => {
      const [id, secret, ...more] = (held ?? '').split('.');
      if (id === undefined || secret === undefined || more.length > 0) return null;
      const row = await sessionOf(db, id);
      if (row === null) return null;
      const hash = hashOf(secret);
      const verdict = judgeSession(row, hash, now());
      if (verdict.kind === 'replayed') {
        await end({ staffId: row.staffId, id });
        await onReplayed(row.staffId);
      }
      if (verdict.kind !== 'holds') return null;
      if (verdict.confirm) await confirmSession(db, row);
      const session = { id, staffId: row.staffId, device: row.device, startedAt: row.startedAt };
      if (verdict.rotate && mayRenew) return { session, renewed: await renew(row, hash) };
      if (now() - row.seenAt >= TOUCH_AFTER) await touchSessions(db, [id], now());
      return { session, renewed: null };
    },
    end,
    endWith: async (step) => {
      const ended: string[] = [];
      const done = await db.transaction((transaction) =>
        step(transaction, async (which) => {
          ended.push(...(await endSessions(transaction, which)));
        }),
      );
      onEnded(ended);
      return done;
    },
  };
}
