import { Router } from 'express';
import type { DeskStatusBody } from '@haven/shared/protocol/http';
import type { ServiceStatus } from '../announce/status';
import type { Directory } from '../organisation/directory';
import type { Trust } from '../trust/trust';
import { withKeys } from '../trust/with-keys';
import { createPublicJson } from './public-json';
import { sendFile } from './send-file';

/** What anybody may know: who the organisation is, and whether somebody is there now. */
export function publicFacts(
  directory: Directory,
  trust: Trust,
  status: () => Promise<ServiceStatus | null>,
): Router {
  const router = Router();
  const organisation = createPublicJson();
  router.get('/organisation.json', (request, response) => {
    sendFile(request, response, organisation(withKeys(directory.current().organisation, trust)));
  });
  router.get('/status.json', async (_request, response) => {
    // For the launcher, which runs in pages of other origins.
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    const now = await status();
    if (now === null) response.status(503).json({ error: 'unavailable' });
    else {
      const { open, band, closed } = now;
      response.json({ open, band, closed } satisfies DeskStatusBody);
    }
  });
  return router;
}
