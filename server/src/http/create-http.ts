import express, { type ErrorRequestHandler, type Express, type Router } from 'express';
import type { Instant } from '@haven/shared/units';
import type { Decide } from '../announce/decide';
import type { ServiceStatus } from '../announce/status';
import type { Limits } from '../limits/limits';
import type { PeerAddress } from '../limits/peer-address';
import type { Directory } from '../organisation/directory';
import type { Trust } from '../trust/trust';
import type { Capabilities } from '../tokens/capabilities';
import type { Records } from '../records/open-records';
import type { LiveRoster } from '../roster/live-roster';
import { calendarFeed } from './calendar-feed';
import { chatPages } from './chat-pages';
import { consolePages } from './console-pages';
import { demonstrationPages } from './demonstration-pages';
import { exitRoutes } from './exit';
import { createFiles } from './files';
import { healthRoutes } from './health';
import { publicFacts } from './public-facts';
import { refuse } from './refuse';
import { createSecurityHeaders } from './security-headers';
import { notFound } from './send-file';
import type { SignInLinks } from './sign-in-links';

export type HttpDeps = {
  readonly publicUrl: string | null;
  readonly frameAncestors: readonly string[];
  /** Folders of the built clients, and of the demonstration's host page. */
  readonly folders: { readonly webClient: string; readonly console: string; readonly demonstration: string };
  readonly directory: Directory;
  readonly records: Pick<Records, 'db'>;
  readonly roster: LiveRoster;
  readonly trust: Trust;
  readonly capabilities: Capabilities;
  readonly decide: Decide;
  readonly limits: Limits;
  readonly peerAddress: PeerAddress;
  readonly links: SignInLinks;
  /** Signing in and out. */
  readonly staffApi: Router;
  /** Opening the link of a screen on a wall. */
  readonly displays: Router;
  /** Where the organisation's provider sends browsers back to. */
  readonly organisationReturn: Router | null;
  readonly status: () => Promise<ServiceStatus | null>;
  readonly isReady: () => Promise<boolean>;
  readonly onFault: (event: string, thrown: unknown) => void;
  readonly now: () => Instant;
};

/** All that is answered over HTTP. There is no access log. */
export function createHttp(deps: HttpDeps): Express {
  const { folders, directory, status, isReady } = deps;
  const headers = createSecurityHeaders(deps);
  const app = express();
  app.set('etag', false);
  app.disable('x-powered-by');
  app.use(headers.usual);
  app.use(healthRoutes(isReady));
  app.use(chatPages(createFiles(folders.webClient), headers));
  app.use('/console/api/display', deps.displays);
  app.use('/console/api', deps.staffApi);
  if (deps.organisationReturn !== null) app.use(deps.organisationReturn);
  app.use(consolePages(createFiles(folders.console), headers));
  app.use(calendarFeed({ ...deps, db: deps.records.db }));
  app.use(publicFacts(directory, deps.trust, status));
  app.use(exitRoutes({ ...deps, exitUrl: () => directory.current().organisation.exitUrl }));
  const { demonstration } = directory.current().organisation;
  if (demonstration) {
    app.use(demonstrationPages({ ...deps, headers, files: createFiles(folders.demonstration) }));
  }
  app.get('/', (_request, response) => {
    response.redirect(303, demonstration ? '/demo' : '/chat');
  });
  app.use((_request, response) => notFound(response));
  app.use(onError(deps));
  return app;
}

/** Express' own answer would show the error. */
function onError({ onFault }: HttpDeps): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const status = (error as { readonly status?: unknown } | null)?.status;
    const isPeers = typeof status === 'number' && status >= 400 && status < 500;
    if (!isPeers) onFault('http', error);
    if (response.headersSent) next(error);
    else refuse(response, isPeers ? 'malformed' : 'internal');
  };
}
