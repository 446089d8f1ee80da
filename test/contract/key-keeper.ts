import { createKeysDesk } from '@haven/shared/ceremony/keys-desk';
import { toBase64Url } from '@haven/shared/crypto/bytes';
import { signerFromSeed } from '@haven/shared/crypto/certify';
import { loadSodium, systemRandom } from '@haven/shared/crypto/sodium';
import { must } from '@haven/shared/crypto/testing/organisation';
import type { PublicKey } from '@haven/shared/ids';
import type { SignedIn } from '@haven/shared/protocol/http';
import type { KeysState } from '@haven/shared/protocol/keys';
import { until } from '../support/until';
import { keepDevice } from './devices';
import type { StaffPeer } from './peers';

/** What a browser does with keys, without the browser. Its device key is there before anybody signs in with it. */
export async function keyKeeper() {
  const sodium = await loadSodium();
  const random = systemRandom(sodium);
  const [device, issuer] = [signerFromSeed(sodium, random(32)), signerFromSeed(sodium, random(32))];
  keepDevice(toBase64Url(device.publicKey) as PublicKey, device.sign);
  const desk = createKeysDesk({
    sodium,
    random,
    now: () => Date.now(),
    device: async () => device,
    issuer: async () => issuer,
    memory: { read: async () => undefined, write: async () => undefined },
  });
  const stateOf = (peer: StaffPeer) => peer.ask('keys:look', {});

  const ownOf = (issuers: KeysState['issuers']): string =>
    issuers.find(({ publicKey }) => publicKey === toBase64Url(issuer.publicKey))?.certificate ?? '';

  return {
    device: toBase64Url(device.publicKey) as PublicKey,
    /** The ceremony, and from then on this root counts; gives its public key. */
    begin: async (peer: StaffPeer): Promise<PublicKey> => {
      const { organisation } = await stateOf(peer);
      const { words, asked, publicKey: made } = await desk['make-root']({});
      await desk['prove-root']({ words: asked.map((number) => words[number - 1] ?? '') });
      const certificate = must(await desk['certify-issuer']({ organisation }));
      const publicKey = made as PublicKey;
      await peer.ask('keys:root', { publicKey });
      await peer.ask('keys:issuer', { certificate });
      await peer.ask('keys:use-root', { publicKey, inUse: true });
      return publicKey;
    },
    /** Asks to be admitted; gives the words to read. */
    enrol: async (
      peer: StaffPeer,
      { staffId, displayName, role, organisation }: SignedIn,
    ): Promise<readonly string[]> => {
      const claims = { staffId, displayName, role, organisation: organisation.id };
      const { request, words } = await desk.enrol(claims);
      await peer.ask('keys:enrol', { request });
      return words;
    },
    /** Admits whoever asks, once somebody does. */
    admitAll: async (peer: StaffPeer): Promise<void> => {
      const { requests, issuers } = await until('somebody asks to be admitted', async () => {
        const state = await stateOf(peer);
        return state.requests.length > 0 ? state : undefined;
      });
      const read = await desk['read-requests']({ requests });
      const people = read.flatMap(({ person }) => person ?? []);
      const certificates = [...must(await desk.certify({ issuer: ownOf(issuers), people }))];
      await peer.ask('keys:certify', { certificates });
    },
    /** All devices of one person; gives the list that was signed. */
    withdraw: async (peer: StaffPeer, staffId: string): Promise<string> => {
      const { organisation, issuers, devices } = await stateOf(peer);
      const hers = devices.filter((device) => device.staffId === staffId);
      const serials = hers.flatMap(({ certificates }) => certificates.map(({ serial }) => serial));
      const withdrawal = { organisation, number: 1, serials };
      const list = must(await desk.revoke({ issuer: ownOf(issuers), withdrawal }));
      await peer.ask('keys:revoke', { list, reason: 'lost' });
      return list;
    },
  };
}
