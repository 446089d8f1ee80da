import type { EnrolmentClaims } from '@haven/shared/ceremony/keys-work';
import type { PersonToCertify } from '@haven/shared/ceremony/issue';
import { type ErrorCode, ERRORS } from '@haven/shared/protocol/errors';
import {
  CERTIFICATES_PER_PACKET,
  type CertifiedIssuer,
  type KeysState,
  type WithdrawalReason,
} from '@haven/shared/protocol/keys';
import { err, ok, type Result } from '@haven/shared/result';
import type { PublicKey } from '@haven/shared/ids';
import type { DeskActions } from '../../transport/desk-actions';
import { nextList } from './trust-rules';

/** What the acts on keys need: the server, and the worker that signs. */
export type Hands = Pick<DeskActions, 'ask' | 'keyWork' | 'lookAtKeys'>;

/**
 * refused: by the server. unreachable: it could not for now. failed: this browser could not. other-root: these are the
 * words of another root.
 */
export type TrustFault = 'refused' | 'unreachable' | 'failed' | 'wrong-words' | 'other-root';
export type Done = Result<null, TrustFault>;

const DONE: Done = ok(null);

const doneOr = (answer: Result<unknown, ErrorCode>): Done =>
  answer.ok ? DONE : err(ERRORS[answer.error].remedy === 'retry' ? 'unreachable' : 'refused');

/** The root that was proved or told is noted, and certifies this browser's issuer. Whoever calls has it forgotten. */
export const certifyThisBrowser = async (
  { ask, keyWork, lookAtKeys }: Hands,
  { organisation }: Pick<KeysState, 'organisation'>,
  root: string,
): Promise<Done> => {
  const certified = await keyWork('certify-issuer', { organisation });
  if (!certified.ok || !certified.value.ok) return err('failed');
  const noted = await ask('keys:root', { publicKey: root as PublicKey });
  const kept = noted.ok ? await ask('keys:issuer', { certificate: certified.value.value }) : noted;
  await lookAtKeys();
  return doneOr(kept);
};

/** The root by its words, if it is one of the organisation's. Whoever calls has it forgotten. */
export const tellRoot = async (
  { keyWork }: Pick<Hands, 'keyWork'>,
  { roots }: Pick<KeysState, 'roots'>,
  words: string,
): Promise<Result<string, TrustFault>> => {
  const told = await keyWork('tell-root', { words });
  if (!told.ok) return err('failed');
  if (!told.value.ok) return err('wrong-words');
  const publicKey = told.value.value;
  if (roots.some((root) => root.publicKey === publicKey)) return ok(publicKey);
  await keyWork('forget-root', {});
  return err('other-root');
};

export const setRootInUse = async (
  { ask, lookAtKeys }: Hands,
  root: string,
  inUse: boolean,
): Promise<Done> => {
  const used = await ask('keys:use-root', { publicKey: root as PublicKey, inUse });
  await lookAtKeys();
  return doneOr(used);
};

/** Signs all of them here, and hands them in, as many at once as a packet holds. Used by publishing a roster, too. */
export const certifyPeople = async (
  { ask, keyWork, lookAtKeys }: Hands,
  { certificate }: CertifiedIssuer,
  people: readonly PersonToCertify[],
): Promise<Done> => {
  const signed = await keyWork('certify', {
    issuer: certificate,
    people: people.map(({ staffId, displayName, role, publicKey }) => ({
      staffId,
      displayName,
      role,
      publicKey,
    })),
  });
  if (!signed.ok || !signed.value.ok) return err('failed');
  const certificates = signed.value.value;
  for (let at = 0; at < certificates.length; at += CERTIFICATES_PER_PACKET) {
    const some = certificates.slice(at, at + CERTIFICATES_PER_PACKET);
    const admitted = await ask('keys:certify', { certificates: some });
    if (!admitted.ok) {
      await lookAtKeys();
      return doneOr(admitted);
    }
  }
  await lookAtKeys();
  return DONE;
};

/** `by`: this browser's issuer, or the root that was told. Everybody hears of it within a second. */
export const withdraw = async (
  { ask, keyWork, lookAtKeys }: Hands,
  keys: KeysState,
  by: { readonly issuer: CertifiedIssuer } | { readonly root: string },
  serials: readonly string[],
  reason: WithdrawalReason,
): Promise<Done> => {
  const signer = 'issuer' in by ? by.issuer.publicKey : by.root;
  const issuer = 'issuer' in by ? by.issuer.certificate : null;
  const { organisation } = keys;
  const withdrawal = { organisation, ...nextList(keys, signer, serials) };
  const signed = await keyWork('revoke', { issuer, withdrawal });
  if (issuer === null) await keyWork('forget-root', {});
  if (!signed.ok || !signed.value.ok) return err('failed');
  const handedIn = await ask('keys:revoke', { list: signed.value.value, reason });
  await lookAtKeys();
  return doneOr(handedIn);
};

/** This device asks to be certified; the words are read to an administrator. */
export const requestCertificate = async (
  { ask, keyWork }: Pick<Hands, 'ask' | 'keyWork'>,
  claims: EnrolmentClaims,
): Promise<Result<readonly string[], TrustFault>> => {
  const made = await keyWork('enrol', claims);
  if (!made.ok) return err('failed');
  const asked = await ask('keys:enrol', { request: made.value.request });
  const done = doneOr(asked);
  return done.ok ? ok(made.value.words) : done;
};
