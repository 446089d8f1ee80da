import type { Request, Response } from 'express';
import type { PublicKey, StaffId } from '@haven/shared/ids';
import type { SignInWay } from '@haven/shared/protocol/account';
import type { SignedIn } from '@haven/shared/protocol/http';
import type { StaffProfile } from '../../desk/records';
import type { SessionCookie } from '../../sign-in/session-cookie';
import type { Sessions, StaffSession } from '../../sign-in/sessions';
import { refuse } from '../refuse';

type Deps = {
  readonly sessions: Sessions;
  readonly cookie: SessionCookie;
  /** Those who work here now. */
  readonly profileOf: (staffId: StaffId) => StaffProfile | undefined;
  /** What her console begins with; null on a device that was withdrawn. */
  readonly describe: (person: StaffProfile, device: PublicKey) => Promise<SignedIn | null>;
};

export type Found = { readonly session: StaffSession; readonly person: StaffProfile };

/** Where everybody passes who was recognised, in whichever way. */
export type Entrance = {
  /** The cookie of a new session; null when this person works here no longer. */
  begin(staffId: StaffId, device: PublicKey, way: SignInWay): Promise<string | null>;
  /** Answers with the session and what the console begins with. */
  enter(response: Response, staffId: StaffId, device: PublicKey, way: SignInWay): Promise<void>;
  /** Answers with what the console begins with. */
  greet(response: Response, found: Found): Promise<void>;
  /** Whose request this is; the answer carries a new secret where one is due. */
  find(request: Request, response: Response): Promise<Found | null>;
};

export function createEntrance({ sessions, cookie, profileOf, describe }: Deps): Entrance {
  const begin: Entrance['begin'] = async (staffId, device, way) =>
    profileOf(staffId) === undefined ? null : cookie.issue(await sessions.begin({ staffId, device }, way));

  return {
    begin,
    enter: async (response, staffId, device, way) => {
      const person = profileOf(staffId);
      if (person === undefined) return refuse(response, 'not-signed-in');
      const body = await describe(person, device);
      if (body === null) return refuse(response, 'not-certified');
      const set = await begin(staffId, device, way);
      if (set === null) return refuse(response, 'not-signed-in');
      response.setHeader('Set-Cookie', set);
      response.json(body);
    },
    greet: async (response, { session, person }) => {
      const body = await describe(person, session.device);
      if (body === null) refuse(response, 'not-certified');
      else response.json(body);
    },
    find: async (request, response) => {
      const found = await sessions.find(cookie.read(request.headers.cookie), true);
      const person = found === null ? undefined : profileOf(found.session.staffId);
      if (found === null || person === undefined) return null;
      if (found.renewed !== null) response.setHeader('Set-Cookie', cookie.issue(found.renewed));
      return { session: found.session, person };
    },
  };
}
