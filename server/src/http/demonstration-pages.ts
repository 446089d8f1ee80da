import type { StaffId } from '@haven/shared/ids';
import type { Instant } from '@haven/shared/units';
import { type Request, Router } from 'express';
import { isLoopback, type PeerAddress } from '../limits/peer-address';
import type { Directory } from '../organisation/directory';
import type { LiveRoster } from '../roster/live-roster';
import { whomToGreet } from '../startup/whom-to-greet';
import type { Files } from './files';
import type { SecurityHeaders } from './security-headers';
import { notFound, sendFile } from './send-file';
import type { SignInLinks } from './sign-in-links';

type Deps = {
  readonly publicUrl: string | null;
  readonly files: Files;
  readonly headers: SecurityHeaders;
  readonly directory: Directory;
  readonly roster: LiveRoster;
  readonly now: () => Instant;
  readonly links: SignInLinks;
  readonly peerAddress: PeerAddress;
};

/** Who the page invites to try the console as, besides counsellors; all others sign in by their own link. */
const INVITED = ['fatma', 'wilma'];

/** A host page with the widget on it, and links that sign in as a member of the demonstration's staff. */
export function demonstrationPages(deps: Deps): Router {
  const { publicUrl, files, headers, directory, links, peerAddress } = deps;
  const router = Router();

  router.get('/demo', headers.host, async (request, response) => {
    const template = await files.get('index.html');
    if (template === null) return notFound(response);
    const values = placeholders(deps, request);
    const page = template.body
      .toString()
      .replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);
    response.type('text/html').send(page);
  });

  router.get('/demo/sign-in/:staffId', (request, response) => {
    const person = [...directory.current().staff.values()].find(
      ({ staffId }) => staffId === request.params.staffId,
    );
    // Whoever sits at this machine may be anybody of the demonstration; nobody else may.
    const isHere = isOnThisMachine(request, peerAddress) && isOurName(request, publicUrl);
    if (person === undefined || !isHere) return notFound(response);
    response.redirect(303, `/console/sign-in#${links.make(person.staffId)}`);
  });

  router.get('/demo/*path', async (request, response) => {
    const path = request.path.slice('/demo/'.length);
    const file = path.endsWith('.html') ? null : await files.get(path);
    if (file === null) notFound(response);
    else sendFile(request, response, file);
  });
  return router;
}

/** A proxy on this machine that was not declared would make everybody appear to be here. */
function isOnThisMachine(request: Request, peerAddress: PeerAddress): boolean {
  const { headers, socket } = request;
  const isForwarded = 'x-forwarded-for' in headers || 'forwarded' in headers || 'x-real-ip' in headers;
  const isDirect = peerAddress(request) === (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  if (isForwarded && isDirect) return false;
  const isOtherSite = headers['sec-fetch-site'] === 'cross-site';
  return !isOtherSite && isLoopback(peerAddress(request));
}

/** A page elsewhere may have its own name lead here, so that the browser takes it for ours. */
function isOurName({ headers: { host = '' } }: Request, publicUrl: string | null): boolean {
  if (publicUrl !== null && host === new URL(publicUrl).host) return true;
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/.test(host);
}

function placeholders(
  { publicUrl, directory, roster, now }: Deps,
  request: Request,
): Readonly<Record<string, string>> {
  const { organisation, staff } = directory.current();
  const lang = request.query['lang'] === 'en' ? 'en' : 'nl';
  const nameOf = new Map(organisation.desks.map(({ id, name }) => [id, name[lang]]));
  const counsellors = whomToGreet(roster.current(), now());
  const people = [...counsellors, ...INVITED].flatMap((id) => staff.get(id as StaffId) ?? []);
  const staffLinks = people.map(({ staffId, displayName, role, desks: [desk] }) => {
    const part = role === 'counsellor' && desk !== undefined ? (nameOf.get(desk) ?? role) : role;
    const label = escapeHtml(`${displayName} (${part})`);
    return `<li><a href="/demo/sign-in/${staffId}" target="_blank" rel="noopener">${label}</a></li>`;
  });
  return {
    lang,
    root: escapeHtml(organisation.roots.join(' ')),
    origin: escapeHtml(publicUrl ?? `http://${request.headers.host ?? 'localhost'}`),
    exitUrl: escapeHtml(organisation.exitUrl),
    staffLinks: staffLinks.join(''),
  };
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
