import type { StaffId } from '@haven/shared/ids';
import { type Instant, type Milliseconds, days, minutes } from '@haven/shared/units';
import { appendAudit } from '../records/audit-log';
import type { Db } from '../records/database';
import { displayHolds, dropDisplay, keepDisplay, openDisplay } from '../records/displays';
import { hashOf, newSecret } from '../sign-in/one-time-secret';

/** From the supervisor's desk to the screen on the wall. */
const LINK_VALID: Milliseconds = minutes(10);
/** As long as browsers keep a cookie; each time the page is opened it begins anew. */
const COOKIE_KEPT: Milliseconds = days(400);
const ID_BYTES = 12;

export type Displays = {
  make(
    by: StaffId,
    name: string,
  ): Promise<{ readonly id: string; readonly path: string; readonly until: Instant }>;
  /** False when there is none of that id. */
  end(by: StaffId, id: string): Promise<boolean>;
  /** What the screen must hold from now on; null when the link is good for nothing. */
  open(token: string): Promise<{ readonly held: string; readonly name: string } | null>;
  /** The id of the display that holds this. */
  find(held: string | null): Promise<string | null>;
};

type Deps = {
  readonly db: Db;
  readonly random: (length: number) => Uint8Array;
  readonly now: () => Instant;
  /** Its screens are told, on every node. */
  readonly onEnded: (id: string) => void;
};

/** Screens on a wall: whom a supervisor lets look at the board, and at nothing else. */
export function createDisplays({ db, random, now, onEnded }: Deps): Displays {
  return {
    make: async (by, name) => {
      const link = newSecret(random);
      const id = Buffer.from(random(ID_BYTES)).toString('base64url');
      const at = now();
      const until = at + LINK_VALID;
      await db.transaction(async (transaction) => {
        await keepDisplay(transaction, {
          id,
          name,
          madeBy: by,
          madeAt: at,
          link: hashOf(link),
          linkUntil: until,
        });
        await appendAudit(transaction, { at, by, act: 'display-made', about: name, reason: '' });
      });
      return { id, path: `/console/display#${link}`, until };
    },
    end: async (by, id) => {
      const ended = await db.transaction(async (transaction) => {
        const name = await dropDisplay(transaction, id);
        if (name === null) return false;
        await appendAudit(transaction, { at: now(), by, act: 'display-ended', about: name, reason: '' });
        return true;
      });
      if (ended) onEnded(id);
      return ended;
    },
    open: async (token) => {
      const secret = newSecret(random);
      const opened = await openDisplay(db, { link: hashOf(token), secret: hashOf(secret), now: now() });
      return opened === null ? null : { held: `${opened.id}.${secret}`, name: opened.name };
    },
    find: async (held) => {
      const [id, secret, ...more] = (held ?? '').split('.');
      if (id === undefined || secret === undefined || more.length > 0) return null;
      return (await displayHolds(db, id, hashOf(secret), now())) ? id : null;
    },
  };
}

/** The cookie of a display: no page reads it, no other site sends it, and it signs nobody in. */
export function createDisplayCookie(isHttps: boolean) {
  const name = isHttps ? '__Host-haven-display' : 'haven-display';
  const attributes = `Path=/; HttpOnly; SameSite=Strict${isHttps ? '; Secure' : ''}`;
  return {
    issue: (held: string): string => `${name}=${held}; Max-Age=${COOKIE_KEPT / 1000}; ${attributes}`,
    read: (header: string | undefined): string | null =>
      (header ?? '')
        .split(';')
        .map((each) => each.trim())
        .find((each) => each.startsWith(`${name}=`))
        ?.slice(name.length + 1) ?? null,
  };
}
export type DisplayCookie = ReturnType<typeof createDisplayCookie>;
