import { displayOpenRequest } from '@haven/shared/protocol/display';
import { json, Router } from 'express';
import { refuse } from '../http/refuse';
import type { Limits } from '../limits/limits';
import { isFromOurselves } from '../limits/origin';
import type { DisplayCookie, Displays } from './displays';

type Deps = {
  readonly displays: Displays;
  readonly cookie: DisplayCookie;
  readonly limits: Limits;
  readonly publicUrl: string | null;
};

/** Below `/console/api/display`: a screen opens its link, and keeps its cookie going. */
export function displayRoutes({ displays, cookie, limits, publicUrl }: Deps): Router {
  const router = Router();
  router.use(async (request, response, next) => {
    if (!isFromOurselves(request, publicUrl)) refuse(response, 'not-yours');
    else if (await limits.allow('signIn', limits.keyOf(request))) next();
    else refuse(response, 'too-frequent');
  });
  router.post('/', json({ limit: '4kb' }), async (request, response) => {
    const parsed = displayOpenRequest.safeParse(request.body);
    if (!parsed.success) return refuse(response, 'malformed');
    const opened = await displays.open(parsed.data.token);
    if (opened === null) return refuse(response, 'invitation-over');
    response.setHeader('Set-Cookie', cookie.issue(opened.held));
    response.json({ name: opened.name });
  });
  router.post('/renew', async (request, response) => {
    const held = cookie.read(request.headers.cookie);
    if (held === null || (await displays.find(held)) === null) return refuse(response, 'not-signed-in');
    response.setHeader('Set-Cookie', cookie.issue(held));
    response.status(204).end();
  });
  return router;
}
