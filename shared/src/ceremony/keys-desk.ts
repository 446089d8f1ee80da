import { fromBase64Url, toBase64Url } from '../crypto/bytes';
import { type Signer, signerFromSeed } from '../crypto/certify';
import { enrolmentRequest, fourWords, readEnrolmentRequest } from '../crypto/enrolment';
import { err, ok } from '../result';
import { type IssueDeps, issueList, issueToDevices, issueToIssuer, issuerOf } from './issue';
import type { KeysTask, KeysWork, ReadRequest } from './keys-work';
import { LogWatch, type Memory } from './log-watch';
import { RootCeremony } from './root-ceremony';

export interface KeysDeskDeps extends IssueDeps {
  /** The keys of this browser: found, or made. Their secret halves can be used and not be read. */
  readonly device: () => Promise<Signer>;
  readonly issuer: () => Promise<Signer>;
  readonly memory: Memory;
}

type Work = { readonly [T in KeysTask]: (ask: KeysWork[T]['ask']) => Promise<KeysWork[T]['answer']> };

/** All that is done with an organisation's keys in one browser, without input and output of its own. */
export const createKeysDesk = (deps: KeysDeskDeps): Work => {
  const { sodium, random } = deps;
  const ceremony = new RootCeremony(sodium, random);
  const log = new LogWatch(deps);

  const read = (request: string): ReadRequest => {
    const decoded = readEnrolmentRequest(sodium, request);
    if (!decoded.ok) return { request, person: null, words: [] };
    const { publicKey, ...claims } = decoded.value;
    const person = { ...claims, publicKey: toBase64Url(publicKey) };
    return { request, person, words: fourWords(sodium, decoded.value) };
  };

  return {
    'make-root': async () => {
      const { words, asked, publicKey } = ceremony.make();
      return { words, asked, publicKey: toBase64Url(publicKey) };
    },
    'prove-root': async ({ words }) => ceremony.prove(words),
    'tell-root': async ({ words }) => {
      const told = ceremony.tell(words);
      return told.ok ? ok(toBase64Url(told.value)) : told;
    },
    'forget-root': async () => {
      ceremony.wipe();
      return null;
    },
    'issuer-key': async () => toBase64Url((await deps.issuer()).publicKey),
    'certify-issuer': async ({ organisation }) => {
      const { root } = ceremony;
      if (root === null) return err('no-root');
      return issueToIssuer(deps, root, organisation, (await deps.issuer()).publicKey);
    },
    'read-requests': async ({ requests }) => requests.map(read),
    certify: async ({ issuer, people }) => {
      const by = issuerOf(issuer, await deps.issuer());
      return by.ok ? issueToDevices(deps, by.value, people) : by;
    },
    revoke: async ({ issuer, withdrawal }) => {
      if (issuer === null) {
        const { root } = ceremony;
        if (root === null) return err('no-root');
        return ok(await issueList(deps, signerFromSeed(sodium, root.seed), withdrawal));
      }
      const by = issuerOf(issuer, await deps.issuer());
      return by.ok ? ok(await issueList(deps, by.value, withdrawal)) : by;
    },
    enrol: async (claims) => {
      const request = await enrolmentRequest(await deps.device(), claims);
      return { request, words: read(request).words };
    },
    'log-seen': async (reader) => (await log.seen(reader)).size,
    'follow-log': async ({ entries, head, ...reader }) => {
      const bytes = entries.map(fromBase64Url).flatMap((entry) => (entry.ok ? [entry.value] : []));
      const hash = fromBase64Url(head.hash);
      const shown = { size: head.size, hash: hash.ok ? hash.value : new Uint8Array(0) };
      return log.follow(reader, { entries: bytes, shown });
    },
    'my-device': async ({ publicKey, ...reader }) => {
      await log.know(reader, publicKey);
      return null;
    },
  };
};
