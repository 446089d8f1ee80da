import { json, type Request, type Response, Router } from 'express';
import { publicKey, type PublicKey, type StaffId } from '@haven/shared/ids';
import type { ErrorCode } from '@haven/shared/protocol/errors';
import { type SignedIn, signInRequest } from '@haven/shared/protocol/http';
import type { Instant } from '@haven/shared/units';
import type { Limits } from '../limits/limits';
import type { Certifier } from '../organisation/certifier';
import type { Directory } from '../organisation/directory';
import { isFromOurselves } from '../limits/origin';
import type { SignInLinks } from './sign-in-links';
import type { StaffCookie } from './staff-cookie';

const STATUS: Partial<Record<ErrorCode, number>> = {
  malformed: 400,
  'unknown-event': 404,
  'not-signed-in': 401,
  'not-yours': 403,
  'too-frequent': 429,
  unavailable: 503,
};

export function refuse(response: Response, error: ErrorCode): void {
  response.status(STATUS[error] ?? 500).json({ error });
}

type Deps = {
  readonly publicUrl: string | null;
  readonly directory: Directory;
  /** Null where this server holds no keys that could certify a device. */
  readonly certifier: Certifier | null;
  readonly links: SignInLinks;
  readonly cookie: StaffCookie;
  readonly limits: Limits;
  readonly now: () => Instant;
  /** This device is signed out: its consoles are told. */
  readonly onSignedOut: (device: PublicKey) => void;
};

/** Signing in and out. Only pages of this server may ask. */
export function staffApi(deps: Deps): Router {
  const { publicUrl, links, cookie, limits, onSignedOut } = deps;
  const router = Router();
  router.use((request, response, next) => {
    if (isFromOurselves(request, publicUrl)) next();
    else refuse(response, 'not-yours');
  });

  router.post('/sign-in', json({ limit: '4kb' }), async (request, response) => {
    if (!(await limits.allow('signIn', limits.keyOf(request)))) return refuse(response, 'too-frequent');
    const parsed = signInRequest.safeParse(request.body);
    if (!parsed.success) return refuse(response, 'malformed');
    const { token, devicePublicKey } = parsed.data;
    const redeemed = await links.redeem(token);
    if (!redeemed.ok) return refuse(response, redeemed.error);
    const body = await signedIn(deps, redeemed.value, devicePublicKey);
    if (body === null) return refuse(response, 'not-signed-in');
    response.setHeader('Set-Cookie', cookie.issue({ staffId: redeemed.value, device: devicePublicKey }));
    response.json(body);
  });

  router.get('/me', async (request, response) => {
    const session = cookie.read(request.headers.cookie);
    const device = publicKey.safeParse(request.query['device']);
    if (session === null || !device.success || device.data !== session.device) {
      return refuse(response, 'not-signed-in');
    }
    const body = await signedIn(deps, session.staffId, session.device);
    if (body === null) refuse(response, 'not-signed-in');
    else response.json(body);
  });

  router.post('/sign-out', (request: Request, response: Response) => {
    const session = cookie.read(request.headers.cookie);
    response.setHeader('Set-Cookie', cookie.clear());
    response.status(204).end();
    if (session !== null) onSignedOut(session.device);
  });

  router.use((_request, response) => refuse(response, 'unknown-event'));
  return router;
}

/** A certificate each time: it is good for some days, and who left the organisation gets no further one. */
async function signedIn(
  { directory, certifier, now }: Deps,
  staffId: StaffId,
  device: PublicKey,
): Promise<SignedIn | null> {
  const person = directory.current().staff.get(staffId);
  if (person === undefined || certifier === null) return null;
  const { chain, until } = await certifier.certify(person, device, now());
  const { organisation } = directory.current();
  const { displayName, role, desks } = person;
  return {
    staffId,
    displayName,
    role,
    desks: [...desks],
    organisation,
    chain,
    demonstration: organisation.demonstration,
    certificateUntil: until,
  };
}
