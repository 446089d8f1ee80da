import { Router } from 'express';
import type { Files } from './files';
import type { SecurityHeaders } from './security-headers';
import { notFound, sendFile } from './send-file';

/** Every visitor of the host site fetches the loader, so that it is kept says nothing about a chat. */
const LOADER_CACHE = 'public, max-age=300';

/** The loader, the chat's document and what it consists of. Nothing of the chat is kept by a browser. */
export function chatPages(webClient: Files, headers: SecurityHeaders): Router {
  const router = Router();
  router.get('/embed.js', headers.loader, async (request, response) => {
    const file = await webClient.get('embed.js');
    if (file === null) notFound(response);
    else sendFile(request, response, file, LOADER_CACHE);
  });
  router.get('/chat', headers.chat, async (request, response) => {
    const file = await webClient.get('chat.html');
    if (file === null) notFound(response);
    else sendFile(request, response, file);
  });
  router.use('/chat/assets', assets(webClient, 'chat/assets', headers));
  return router;
}

/** Scripts named crypto-worker get the policy of the code that holds the keys. */
export function assets(files: Files, folder: string, headers: SecurityHeaders): Router {
  const router = Router();
  router.get('/*path', (request, response, next) => {
    const isWorker = request.path.includes('crypto-worker');
    (isWorker ? headers.cryptoWorker : headers.usual)(request, response, next);
  });
  router.get('/*path', async (request, response) => {
    const file = await files.get(folder + request.path);
    if (file === null) notFound(response);
    else sendFile(request, response, file);
  });
  return router;
}
