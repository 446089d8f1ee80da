import { json, Router } from 'express';
import {
  type InvitationView,
  invitationAcceptRequest,
  invitationRequest,
} from '@haven/shared/protocol/sign-in';
import type { SignInWays } from '@haven/shared/protocol/sign-in';
import type { IncomingHttpHeaders } from 'node:http';
import type { StaffProfile } from '../../desk/records';
import type { StaffId } from '@haven/shared/ids';
import { invitationByHash, type InvitationRow, useInvitation } from '../../records/invitations';
import { keepPasskey, passkeyOf, passkeysOf } from '../../records/passkeys';
import { stateOf } from '../../sign-in/invitation';
import { hashOf } from '../../sign-in/one-time-secret';
import { relyingPartyAt } from '../../sign-in/relying-party';
import { checkMade, makingOptions } from '../../sign-in/webauthn';
import { refuse } from '../refuse';
import { CREDENTIAL_LIMIT, type PasskeyDeps } from './passkey-routes';

type Deps = PasskeyDeps & {
  readonly profileOf: (staffId: StaffId) => StaffProfile | undefined;
  readonly waysAt: (headers: IncomingHttpHeaders) => SignInWays;
};

/** A ceremony that one link began cannot be finished with another. */
const joining = (hash: string): string => `join:${hash}`;

/** The one-time link of a new person, or of one who lost every passkey. */
export function invitationRoutes(deps: Deps): Router {
  const { publicUrl, db, entrance, ceremonies, now, profileOf } = deps;
  const router = Router();

  const openInvitation = async (
    hash: string,
  ): Promise<{ readonly invitation: InvitationRow; readonly person: StaffProfile } | null> => {
    const invitation = await invitationByHash(db, hash);
    if (invitation === null || stateOf(invitation, now()) !== 'open') return null;
    const person = profileOf(invitation.staffId);
    return person === undefined ? null : { invitation, person };
  };

  router.post('/', json({ limit: '4kb' }), async (request, response) => {
    const parsed = invitationRequest.safeParse(request.body);
    if (!parsed.success) return refuse(response, 'malformed');
    const hash = hashOf(parsed.data.token);
    const found = await openInvitation(hash);
    if (found === null) return refuse(response, 'invitation-over');
    const { invitation, person } = found;
    const party = relyingPartyAt(publicUrl, request.headers);
    const organisationName = deps.organisationName();
    const ceremony = async () => {
      if (party === null) return null;
      const { challenge, flow } = ceremonies.begin(joining(hash));
      const known = (await passkeysOf(db, person.staffId)).map(({ id }) => id);
      return { flow, options: await makingOptions({ ...person, party, organisationName, known, challenge }) };
    };
    response.json({
      displayName: person.displayName,
      organisationName,
      purpose: invitation.purpose,
      until: invitation.until,
      ways: deps.waysAt(request.headers),
      ceremony: await ceremony(),
    } satisfies InvitationView);
  });

  router.post('/accept', json({ limit: CREDENTIAL_LIMIT }), async (request, response) => {
    const parsed = invitationAcceptRequest.safeParse(request.body);
    if (!parsed.success) return refuse(response, 'malformed');
    const { token, flow, credential, name, devicePublicKey } = parsed.data;
    const hash = hashOf(token);
    const found = await openInvitation(hash);
    if (found === null) return refuse(response, 'invitation-over');
    const { staffId } = found.person;
    const party = relyingPartyAt(publicUrl, request.headers);
    const challenge = await ceremonies.finish(joining(hash), flow);
    if (!challenge.ok) return refuse(response, challenge.error);
    const made = party === null ? null : await checkMade(party, challenge.value, credential);
    if (made === null || (await passkeyOf(db, made.id)) !== null) return refuse(response, 'passkey-refused');
    const isFirst = await db.transaction(async (records) => {
      if (!(await useInvitation(records, hash, now()))) return false;
      await keepPasskey(records, {
        ...made,
        staffId,
        name,
        transports: [...made.transports],
        createdAt: now(),
        usedAt: now(),
      });
      await deps.note(records, { by: staffId, act: 'invitation-used', about: staffId });
      return true;
    });
    if (!isFirst) return refuse(response, 'invitation-over');
    await entrance.enter(response, staffId, devicePublicKey, 'invitation');
  });

  return router;
}
