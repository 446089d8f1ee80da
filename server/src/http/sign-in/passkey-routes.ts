import { json, Router } from 'express';
import type { StaffId } from '@haven/shared/ids';
import {
  type PasskeyCeremony,
  passkeyAddRequest,
  passkeySignInRequest,
} from '@haven/shared/protocol/sign-in';
import type { Instant, Milliseconds } from '@haven/shared/units';
import type { Db } from '../../records/database';
import { keepPasskey, notePasskeyUse, passkeyOf, passkeysOf } from '../../records/passkeys';
import type { Ceremonies } from '../../sign-in/ceremony';
import type { Delays } from '../../sign-in/delays';
import type { DeviceChallenges } from '../../sign-in/device-challenges';
import type { Note } from '../../sign-in/note';
import { relyingPartyAt } from '../../sign-in/relying-party';
import { isFresh } from '../../sign-in/session';
import { askingOptions, checkMade, checkUsed, makingOptions } from '../../sign-in/webauthn';
import { refuse } from '../refuse';
import type { Entrance } from './entrance';

export type PasskeyDeps = {
  readonly publicUrl: string | null;
  readonly db: Db;
  readonly entrance: Entrance;
  readonly ceremonies: Ceremonies;
  readonly devices: DeviceChallenges;
  readonly delays: Delays;
  readonly wait: (time: Milliseconds) => Promise<void>;
  readonly organisationName: () => string;
  readonly note: Note;
  readonly now: () => Instant;
};

const SIGNING_IN = 'sign-in';
const adding = (staffId: StaffId): string => `add:${staffId}`;
/** Some devices sign with long keys. */
export const CREDENTIAL_LIMIT = '16kb';

/** Signing in with a passkey, and having another one. */
export function passkeyRoutes(deps: PasskeyDeps): Router {
  const { publicUrl, db, entrance, ceremonies, delays, now } = deps;
  const router = Router();

  router.post('/begin', async (request, response) => {
    const party = relyingPartyAt(publicUrl, request.headers);
    if (party === null) return refuse(response, 'passkey-refused');
    const { challenge, flow } = ceremonies.begin(SIGNING_IN);
    const options = await askingOptions(party, challenge);
    response.json({ flow, options } satisfies PasskeyCeremony);
  });

  router.post('/sign-in', json({ limit: CREDENTIAL_LIMIT }), async (request, response) => {
    const parsed = passkeySignInRequest.safeParse(request.body);
    if (!parsed.success) return refuse(response, 'malformed');
    const { flow, credential, devicePublicKey } = parsed.data;
    const id = String(credential['id']);
    await deps.wait(delays.before(id));
    const party = relyingPartyAt(publicUrl, request.headers);
    const challenge = await ceremonies.finish(SIGNING_IN, flow);
    if (!challenge.ok) return refuse(response, challenge.error);
    const passkey = await passkeyOf(db, id);
    const used =
      party === null || passkey === null
        ? null
        : await checkUsed(party, challenge.value, credential, passkey);
    if (passkey === null || used === null) {
      delays.failed(id);
      return refuse(response, 'passkey-refused');
    }
    delays.succeeded(id);
    await notePasskeyUse(db, id, { ...used, usedAt: now() });
    await entrance.enter(response, passkey.staffId, devicePublicKey, 'passkey');
  });

  router.post('/begin-adding', async (request, response) => {
    const found = await entrance.find(request, response);
    if (found === null) return refuse(response, 'not-signed-in');
    const { session, person } = found;
    if (!isFresh(session, now())) return refuse(response, 'not-fresh');
    const party = relyingPartyAt(publicUrl, request.headers);
    if (party === null) return refuse(response, 'passkey-refused');
    const { challenge, flow } = ceremonies.begin(adding(person.staffId));
    const known = (await passkeysOf(db, person.staffId)).map(({ id }) => id);
    const organisationName = deps.organisationName();
    const options = await makingOptions({ ...person, party, organisationName, known, challenge });
    response.json({ flow, options } satisfies PasskeyCeremony);
  });

  router.post('/add', json({ limit: CREDENTIAL_LIMIT }), async (request, response) => {
    const found = await entrance.find(request, response);
    if (found === null) return refuse(response, 'not-signed-in');
    const { session, person } = found;
    const parsed = passkeyAddRequest.safeParse(request.body);
    if (!parsed.success) return refuse(response, 'malformed');
    if (!isFresh(session, now())) return refuse(response, 'not-fresh');
    const { flow, credential, name, device } = parsed.data;
    const proven = deps.devices.check(device, session);
    if (!proven.ok) return refuse(response, proven.error);
    const { staffId } = person;
    const party = relyingPartyAt(publicUrl, request.headers);
    const challenge = await ceremonies.finish(adding(staffId), flow);
    if (!challenge.ok) return refuse(response, challenge.error);
    const made = party === null ? null : await checkMade(party, challenge.value, credential);
    if (made === null || (await passkeyOf(db, made.id)) !== null) return refuse(response, 'passkey-refused');
    await db.transaction(async (records) => {
      const fields = { staffId, name, transports: [...made.transports], createdAt: now(), usedAt: null };
      await keepPasskey(records, { ...made, ...fields });
      await deps.note(records, { by: staffId, act: 'passkey-added', about: staffId });
    });
    response.status(204).end();
  });

  return router;
}
