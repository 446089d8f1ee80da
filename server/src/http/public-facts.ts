import { Router } from 'express';
import type { DeskStatusBody } from '@haven/shared/protocol/http';
import type { DeskStatus } from '../desk/facts';
import type { Directory } from '../organisation/directory';

/** What anybody may know: who the organisation is, and whether somebody is there now. */
export function publicFacts(directory: Directory, status: () => Promise<DeskStatus | null>): Router {
  const router = Router();
  router.get('/organisation.json', (_request, response) => {
    response.json(directory.current().organisation);
  });
  router.get('/status.json', async (_request, response) => {
    // For the launcher, which runs in pages of other origins.
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    const now = await status();
    if (now === null) response.status(503).json({ error: 'unavailable' });
    else response.json({ open: now.open, band: now.band } satisfies DeskStatusBody);
  });
  return router;
}
