import { Router } from 'express';
import { assets } from './chat-pages';
import type { Files } from './files';
import type { SecurityHeaders } from './security-headers';
import { notFound, sendFile } from './send-file';

/** One document for every path: the console finds its way itself. */
export function consolePages(console: Files, headers: SecurityHeaders): Router {
  const router = Router();
  router.use('/console/assets', assets(console, 'console/assets', headers));
  router.get(['/console', '/console/*path'], headers.console, async (request, response) => {
    const file = await console.get('index.html');
    if (file === null) notFound(response);
    else sendFile(request, response, file);
  });
  return router;
}
