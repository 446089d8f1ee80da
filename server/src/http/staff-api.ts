import type { IncomingHttpHeaders } from 'node:http';
import { json, type Request, type Response, Router } from 'express';
import { signInRequest } from '@haven/shared/protocol/http';
import type { DeviceChallenge, SignInWays } from '@haven/shared/protocol/sign-in';
import type { Limits } from '../limits/limits';
import { isFromOurselves } from '../limits/origin';
import type { DeviceChallenges } from '../sign-in/device-challenges';
import type { SessionCookie } from '../sign-in/session-cookie';
import type { Sessions } from '../sign-in/sessions';
import { refuse } from './refuse';
import type { Entrance } from './sign-in/entrance';
import type { SignInLinks } from './sign-in-links';

type Deps = {
  readonly publicUrl: string | null;
  readonly links: SignInLinks;
  readonly cookie: SessionCookie;
  readonly devices: DeviceChallenges;
  readonly sessions: Sessions;
  readonly entrance: Entrance;
  readonly limits: Limits;
  readonly waysAt: (headers: IncomingHttpHeaders) => SignInWays;
  readonly passkeys: Router;
  readonly invitations: Router;
  /** Null where the organisation has no provider. */
  readonly organisation: Router | null;
};

/** Signing in and out. Only pages of this server may ask. */
export function staffApi(deps: Deps): Router {
  const { publicUrl, links, cookie, devices, sessions, entrance, limits } = deps;
  const router = Router();
  router.use((request, response, next) => {
    if (isFromOurselves(request, publicUrl)) next();
    else refuse(response, 'not-yours');
  });

  router.get('/ways', (request, response) => {
    response.json(deps.waysAt(request.headers));
  });

  router.get('/challenge', (request, response) => {
    const session = cookie.sessionIn(request.headers.cookie);
    if (session === null) return refuse(response, 'not-signed-in');
    response.json({ challenge: devices.ask(session) } satisfies DeviceChallenge);
  });

  router.post('/me', json({ limit: '4kb' }), async (request, response) => {
    const found = await entrance.find(request, response);
    if (found === null) return refuse(response, 'not-signed-in');
    const proven = devices.check(request.body, found.session);
    if (proven.ok) await entrance.greet(response, found);
    else refuse(response, proven.error);
  });

  router.post('/renew', async (request, response) => {
    if ((await entrance.find(request, response)) === null) refuse(response, 'not-signed-in');
    else response.status(204).end();
  });

  router.post('/sign-out', async (request: Request, response: Response) => {
    const found = await sessions.find(cookie.read(request.headers.cookie), false);
    response.setHeader('Set-Cookie', cookie.clear());
    if (found !== null) await sessions.end(found.session);
    response.status(204).end();
  });

  // From here on somebody tries to get in.
  router.use(async (request, response, next) => {
    if (await limits.allow('signIn', limits.keyOf(request))) next();
    else refuse(response, 'too-frequent');
  });

  router.post('/sign-in', json({ limit: '4kb' }), async (request, response) => {
    const parsed = signInRequest.safeParse(request.body);
    if (!parsed.success) return refuse(response, 'malformed');
    const { token, devicePublicKey } = parsed.data;
    const redeemed = await links.redeem(token);
    if (!redeemed.ok) return refuse(response, redeemed.error);
    await entrance.enter(response, redeemed.value, devicePublicKey, 'demonstration');
  });
  router.use('/passkey', deps.passkeys);
  router.use('/invitation', deps.invitations);
  if (deps.organisation !== null) router.use('/organisation', deps.organisation);

  router.use((_request, response) => refuse(response, 'unknown-event'));
  return router;
}
