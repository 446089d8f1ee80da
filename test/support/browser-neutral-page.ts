import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The page a quick exit leads to: on another origin, as it should be. */
export type NeutralPage = {
  readonly url: string;
  readonly origin: string;
  stop(): Promise<void>;
};

const PAGE = `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Het weer</title>
<link rel="icon" href="data:,"><h1>Het weer</h1><p>Morgen wisselend bewolkt, met in de middag kans op een bui.</p></html>`;

export async function startNeutralPage(): Promise<NeutralPage> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE);
  });
  // Another name than the nodes', so that it is another site to the browser as well.
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    url: `${origin}/weather`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
