import { json, Router } from 'express';
import type { organisationBegun } from '@haven/shared/protocol/sign-in';
import { organisationBeginRequest } from '@haven/shared/protocol/sign-in';
import type * as z from 'zod/mini';
import type { Limits } from '../../limits/limits';
import type { FlowCookie } from '../../sign-in/organisation-flow';
import type { RecogniseAccount } from '../../sign-in/recognise-account';
import type { Provider } from '../../sign-in/provider';
import { refuse } from '../refuse';
import type { Entrance } from './entrance';

type Deps = {
  readonly provider: Provider;
  readonly flowCookie: FlowCookie;
  readonly recognise: RecogniseAccount;
  readonly entrance: Entrance;
  readonly limits: Limits;
  /** This server's origin, which the provider sends the browser back to. */
  readonly publicUrl: string;
  readonly onFault: (event: string, thrown: unknown) => void;
};

/** From a page of our own: where to go. */
export function organisationRoutes({ provider, flowCookie, onFault }: Deps): Router {
  const router = Router();
  router.post('/begin', json({ limit: '4kb' }), async (request, response) => {
    const parsed = organisationBeginRequest.safeParse(request.body);
    if (!parsed.success) return refuse(response, 'malformed');
    const { devicePublicKey: device, invitation } = parsed.data;
    try {
      const { url, secrets } = await provider.begin();
      response.setHeader('Set-Cookie', flowCookie.issue({ ...secrets, device, invitation }));
      response.json({ url } satisfies z.infer<typeof organisationBegun>);
    } catch (error) {
      onFault('organisation-begin', error);
      refuse(response, 'unavailable');
    }
  });
  return router;
}

/** From the provider, and so from another site: only the cookie of the question lets an answer in. */
export function organisationReturn(deps: Deps): Router {
  const { provider, flowCookie, recognise, entrance, limits, publicUrl, onFault } = deps;
  const router = Router();
  router.get('/console/organisation/back', async (request, response) => {
    const flow = flowCookie.read(request.headers.cookie);
    response.setHeader('Set-Cookie', flowCookie.clear());
    const leave = (out: 'organisation-refused' | 'too-frequent') =>
      response.redirect(303, `/console/sign-in?out=${out}`);
    const refused = () => leave('organisation-refused');
    if (flow === null) return refused();
    // One cookie is good for ten minutes, and each answer has this server ask the provider.
    if (!(await limits.allow('signIn', limits.keyOf(request)))) return leave('too-frequent');
    try {
      const account = await provider.finish(new URL(request.originalUrl, publicUrl), flow);
      const staffId = await recognise(account, flow.invitation);
      const session = staffId === null ? null : await entrance.begin(staffId, flow.device, 'organisation');
      if (session === null) return refused();
      response.setHeader('Set-Cookie', [flowCookie.clear(), session]);
      response.redirect(303, '/console');
    } catch (error) {
      onFault('organisation-back', error);
      refused();
    }
  });
  return router;
}
