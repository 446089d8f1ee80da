import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Router } from 'express';
import type { Sodium } from '@haven/shared/crypto/sodium';
import type { PublicKey, StaffId } from '@haven/shared/ids';
import type { ErrorCode } from '@haven/shared/protocol/errors';
import type { SignedIn } from '@haven/shared/protocol/http';
import type { SignInWays } from '@haven/shared/protocol/sign-in';
import { err, ok, type Result } from '@haven/shared/result';
import type { Clock } from '@haven/shared/transport/socket-port';
import type { Instant, Milliseconds } from '@haven/shared/units';
import type { ProviderConfig } from '../../config-sign-in';
import type { StaffProfile } from '../../desk/records';
import type { Limits } from '../../limits/limits';
import { isFromOurselves } from '../../limits/origin';
import type { OnceStore } from '../../live/once-store';
import type { Certifier } from '../../organisation/certifier';
import type { Directory } from '../../organisation/directory';
import type { Records } from '../../records/open-records';
import { createCeremonies } from '../../sign-in/ceremony';
import { createDelays } from '../../sign-in/delays';
import { createDeviceChallenges } from '../../sign-in/device-challenges';
import { appendAudit } from '../../records/audit-log';
import { createInvite, type Invite } from '../../sign-in/invite';
import type { Note } from '../../sign-in/note';
import { createFlowCookie } from '../../sign-in/organisation-flow';
import { createProvider } from '../../sign-in/provider';
import { createRecogniseAccount } from '../../sign-in/recognise-account';
import { relyingPartyAt } from '../../sign-in/relying-party';
import { createSessionCookie } from '../../sign-in/session-cookie';
import { createSessionWatch, type SessionWatch, type Watched } from '../../sign-in/session-watch';
import { createSessions, type Sessions, type StaffSession } from '../../sign-in/sessions';
import type { Keyring } from '../../tokens/keyring';
import type { SignInLinks } from '../sign-in-links';
import type { Trust } from '../../trust/trust';
import { withKeys } from '../../trust/with-keys';
import { staffApi } from '../staff-api';
import { createEntrance, type Entrance } from './entrance';
import { invitationRoutes } from './invitation-routes';
import { organisationReturn, organisationRoutes } from './organisation-routes';
import { passkeyRoutes } from './passkey-routes';

export type SignInDeps = {
  readonly sodium: Sodium;
  readonly publicUrl: string | null;
  readonly directory: Directory;
  /** Null where this server holds no keys that could certify a device. */
  readonly certifier: Certifier | null;
  readonly trust: Trust;
  readonly records: Records;
  readonly keyring: Keyring;
  readonly once: OnceStore;
  readonly links: SignInLinks;
  readonly limits: Limits;
  /** Null: nobody signs in by a provider. */
  readonly provider: ProviderConfig | null;
  /** Sessions were ended: their consoles are told, on every node. */
  readonly onEnded: (ids: readonly string[]) => void;
  readonly onFault: (event: string, thrown: unknown) => void;
  readonly random: (length: number) => Uint8Array;
  readonly clock: Clock;
};

export type SignInSide = {
  /** What is below `/console/api`. */
  readonly staffApi: Router;
  /** Who is signed in by the cookie of a request of our own pages, proven to come from that sign-in's device. */
  readonly sessionOf: (request: IncomingMessage, proof: unknown) => Promise<Result<StaffSession, ErrorCode>>;
  readonly sessions: Sessions;
  readonly note: Note;
  readonly invite: Invite;
  /** Where the organisation's provider sends browsers back to; null where there is none. */
  readonly organisationReturn: Router | null;
  /** Whose devices are signed in. */
  readonly trust: Trust;
  /** Ends this node's connections of sessions that ended elsewhere. */
  readonly watch: (connections: () => readonly Watched[]) => SessionWatch;
};

/** All that signing in needs, put together. */
export function createSignInSide(deps: SignInDeps): SignInSide {
  const { publicUrl, directory, records, clock, random, onFault } = deps;
  const { db } = records;
  const now = () => clock.now();
  const note: Note = (transaction, entry) => appendAudit(transaction, { ...entry, at: now(), reason: '' });
  const sessions = createSessions({
    db,
    random,
    now,
    onEnded: deps.onEnded,
    onReplayed: (staffId) => note(db, { by: null, act: 'session-replayed', about: staffId }),
  });
  const cookie = createSessionCookie(publicUrl?.startsWith('https:') === true);
  const devices = createDeviceChallenges({ ...deps, now });
  const profileOf = (staffId: StaffId) => directory.current().staff.get(staffId);
  const describe = (person: StaffProfile, device: PublicKey) => signedIn(deps, person, device);
  const entrance = createEntrance({ sessions, cookie, profileOf, describe });
  const passkeyDeps = {
    publicUrl,
    entrance,
    now,
    db,
    note,
    devices,
    ceremonies: createCeremonies({
      ...deps,
      now,
    }),
    delays: createDelays(now),
    wait: (time: Milliseconds) => new Promise<void>((resolve) => void clock.after(time, resolve)),
    organisationName: () => directory.current().organisation.name,
  };
  const waysAt = (headers: IncomingHttpHeaders): SignInWays => ({
    passkey: relyingPartyAt(publicUrl, headers) !== null,
    organisation: deps.provider !== null,
  });
  const organisation = organisationSide(deps, { entrance, note, now });
  return {
    organisationReturn: organisation?.back ?? null,
    staffApi: staffApi({
      publicUrl,
      links: deps.links,
      limits: deps.limits,
      sessions,
      cookie,
      devices,
      entrance,
      waysAt,
      passkeys: passkeyRoutes(passkeyDeps),
      invitations: invitationRoutes({
        ...passkeyDeps,
        profileOf,
        waysAt,
      }),
      organisation: organisation?.begin ?? null,
    }),
    sessionOf: async (request, proof) => {
      if (!isFromOurselves(request, publicUrl)) return err('not-signed-in');
      const found = await sessions.find(cookie.read(request.headers.cookie), false);
      if (found === null) return err('not-signed-in');
      const { session } = found;
      if (deps.trust.isWithdrawn(session, session.device)) return err('not-signed-in');
      const proven = devices.check(proof, session);
      return proven.ok ? ok(session) : proven;
    },
    sessions,
    note,
    invite: createInvite({ random, now }),
    trust: deps.trust,
    watch: (connections) =>
      createSessionWatch({
        db,
        connections,
        now,
        onEnded: (callback) => records.onChange('sessions', callback),
        onFault: (thrown) => onFault('sessions', thrown),
      }),
  };
}

/** Both ends of a sign-in with the organisation's provider. */
function organisationSide(
  deps: SignInDeps,
  { entrance, note, now }: { readonly entrance: Entrance; readonly note: Note; readonly now: () => Instant },
): { readonly begin: Router; readonly back: Router } | null {
  const { publicUrl, provider: config, directory, records, limits, clock, keyring, onFault } = deps;
  if (config === null || publicUrl === null) return null;
  const provider = createProvider({ ...config, redirectUri: `${publicUrl}/console/organisation/back` });
  const flowCookie = createFlowCookie(keyring, publicUrl.startsWith('https:'), now);
  const recognise = createRecogniseAccount({
    db: records.db,
    directory,
    table: config.groups,
    note,
    clock,
  });
  const parts = { provider, flowCookie, recognise, entrance, limits, publicUrl, onFault };
  return { begin: organisationRoutes(parts), back: organisationReturn(parts) };
}

/**
 * With the demonstration's keys a certificate each time; with the organisation's own the one that an issuer made, if
 * there is one. A device that was withdrawn is signed in no more.
 */
async function signedIn(
  { directory, certifier, trust, clock }: SignInDeps,
  person: StaffProfile,
  device: PublicKey,
): Promise<SignedIn | null> {
  if (trust.isWithdrawn(person, device)) return null;
  const own = trust.demonstration && certifier !== null;
  const certified = own
    ? await certifier.certify(person, device, clock.now())
    : trust.chainOf(person, device);
  const organisation = withKeys(directory.current().organisation, trust);
  const { staffId, displayName, role, desks } = person;
  return {
    staffId,
    displayName,
    role,
    desks: [...desks],
    organisation,
    chain: certified?.chain ?? null,
    demonstration: organisation.demonstration,
    certificateUntil: certified?.until ?? null,
  };
}
