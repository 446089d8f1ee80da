import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { days, hours } from '../units';
import { concat, equalBytes } from './bytes';
import { decodeDeviceCertificate } from './certificate';
import { signerFromSeed, signRevocations } from './certify';
import { HANDSHAKE_ERRORS } from './errors';
import { encodePrefix, FRAME_TYPE, SENDER } from './frame';
import {
  chatKeyFromSeed,
  staffConfirm,
  staffOffer,
  type VisitorAcceptInput,
  visitorAccept,
  visitorHello,
} from './handshake';
import {
  acceptSignatureInput,
  decodeOffer,
  encodeOffer,
  offerSignatureInput,
  transcriptHash,
} from './handshake-frames';
import { verifyRevocations } from './revocation-list';
import { loadSodium } from './sodium';
import { type Begun, begin, flipped } from './testing/conversation';
import { deterministicRandom } from './testing/deterministic-random';
import {
  type Authority,
  authority,
  fatma,
  karim,
  must,
  NOON,
  ORGANISATION,
  sanne,
  type StaffDevice,
  type StaffMember,
  staffDevice,
} from './testing/organisation';

const sodium = await loadSodium();
const random = deterministicRandom(sodium, 'handshake');
const honest = await begin(sodium, random);
const accepted = must(visitorAccept(sodium, honest.input));

const accepts = (input: VisitorAcceptInput): string => {
  const result = visitorAccept(sodium, input);
  return result.ok ? 'accepted' : result.error;
};
const confirms = (accept: Uint8Array, expectedVisitorPk?: Uint8Array): string => {
  const result = staffConfirm(sodium, { state: honest.staff, accept, expectedVisitorPk });
  return result.ok ? 'confirmed' : result.error;
};
/** An offer to the honest visitor's hello by somebody else's device. */
const offerBy = async (device: StaffDevice, role: 'counsellor' | 'supervisor' = 'counsellor') => {
  const { signer, chain } = device;
  const { hello, cid } = honest;
  const input = { hello, role, chain, sign: signer.sign, random, cid, minimumEpoch: 3 };
  return must(await staffOffer(sodium, input)).frame;
};

describe('an honest handshake', () => {
  test('gives both ends the same link, and the visitor the name of the counsellor', () => {
    const confirmed = must(staffConfirm(sodium, { state: honest.staff, accept: accepted.frame }));
    expect(accepted.device).toMatchObject({ staffId: 'sanne', displayName: 'Sanne', role: 'counsellor' });
    expect(confirmed.visitorPk).toEqual(honest.visitor.chatKey.publicKey);
    expect(accepted.link).toMatchObject({ cid: honest.cid, epoch: 3, role: 'visitor', nextNumber: 1 });
    expect(confirmed.link).toMatchObject({ cid: honest.cid, epoch: 3, role: 'staff', nextNumber: 1 });
    expect(confirmed.link.th).toEqual(accepted.link.th);
    expect(equalBytes(confirmed.link.ratchet.rootKey, accepted.link.ratchet.rootKey)).toBe(true);
  });

  test('has frames of the sizes the protocol states', () => {
    const { issuer, device } = honest.device.chain;
    expect(honest.hello).toHaveLength(76);
    expect(honest.offer).toHaveLength(28 + 1 + 4 + issuer.length + 4 + device.length + 1216 + 32 + 64);
    expect(accepted.frame).toHaveLength(28 + 1120 + 32 + 64);
  });

  test('is new each time: nothing but the names is ever the same', async () => {
    const again = await begin(sodium, random, { desk: honest.desk, device: honest.device });
    const other = must(visitorAccept(sodium, again.input));
    expect(other.link.th).not.toEqual(accepted.link.th);
    expect(other.link.ratchet.rootKey).not.toEqual(accepted.link.ratchet.rootKey);
  });

  test('works for a supervisor who joins as one', async () => {
    const device = await staffDevice(sodium, honest.desk, fatma, random);
    const offer = await offerBy(device, 'supervisor');
    expect(accepts({ ...honest.input, offer, expected: { staffId: 'fatma', role: 'supervisor' } })).toBe(
      'accepted',
    );
  });

  test("recognises the visitor who comes back by her chat key, and refuses a stranger's", () => {
    expect(confirms(accepted.frame, honest.visitor.chatKey.publicKey)).toBe('confirmed');
    expect(confirms(accepted.frame, chatKeyFromSeed(sodium, random(32)).publicKey)).toBe('other-visitor');
  });

  test('stays open after a refused offer: the right one still works', async () => {
    const wrong = await offerBy(await staffDevice(sodium, honest.desk, karim, random));
    expect(accepts({ ...honest.input, offer: wrong })).toBe('other-person');
    expect(accepts(honest.input)).toBe('accepted');
  });
});

describe('a lying relay', () => {
  const signedBy = async (
    sign: StaffDevice['signer']['sign'],
    change: Partial<ReturnType<typeof offerParts>>,
  ) => {
    const unsigned = encodeOffer({ ...offerParts(), ...change });
    return concat(unsigned, await sign(offerSignatureInput(sodium, honest.hello, unsigned)));
  };
  const offerParts = () => must(decodeOffer(honest.offer));
  const member = async (
    by: Authority,
    who: StaffMember,
    validity?: { notBefore: number; notAfter: number },
    organisation = ORGANISATION,
  ) => ({ offer: await offerBy(await staffDevice(sodium, by, who, random, validity, organisation)) });
  const revoked = async (serialOwner: Begun['device']) => {
    const { serial } = must(decodeDeviceCertificate(serialOwner.chain.device)).claims;
    const list = { organisation: ORGANISATION, number: 1, issuedAt: NOON, serials: [serial] };
    return must(verifyRevocations(sodium, await signRevocations(honest.desk.root, list), honest.input));
  };

  const lies: Record<string, [() => Promise<Partial<VisitorAcceptInput>>, string]> = {
    "puts its own KEM key into Sanne's offer": [
      async () => {
        const own = sodium.crypto_kem_xwing_seed_keypair(random(32)).publicKey;
        const { signature } = offerParts();
        return { offer: concat(encodeOffer({ ...offerParts(), kemPk: own }), signature) };
      },
      'bad-signature',
    ],
    "puts its own ratchet key into Sanne's offer": [
      async () => {
        const own = sodium.crypto_scalarmult_base(random(32));
        const { signature } = offerParts();
        return { offer: concat(encodeOffer({ ...offerParts(), ratchetPk: own }), signature) };
      },
      'bad-signature',
    ],
    'signs an offer itself and shows Sanne’s certificates': [
      async () => ({ offer: await signedBy(signerFromSeed(sodium, random(32)).sign, {}) }),
      'bad-signature',
    ],
    'makes a root of its own': [async () => member(await authority(sodium, random), sanne), 'unknown-root'],
    'shows an expired device': [
      () => member(honest.desk, sanne, { notBefore: NOON - days(5), notAfter: NOON - days(1) }),
      'certificate-expired',
    ],
    'shows a device of tomorrow': [
      () => member(honest.desk, sanne, { notBefore: NOON + hours(6), notAfter: NOON + days(1) }),
      'certificate-not-yet-valid',
    ],
    'shows a device under an expired issuer': [
      async () => {
        const before = await authority(sodium, random, {
          notBefore: NOON - days(9),
          notAfter: NOON - days(1),
        });
        return { ...(await member(before, sanne)), roots: [before.root.publicKey] };
      },
      'certificate-expired',
    ],
    'shows a revoked device': [
      async () => ({ revocations: [await revoked(honest.device)] }),
      'certificate-revoked',
    ],
    'shows a counsellor of another organisation under the same root': [
      () => member(honest.desk, sanne, undefined, 'Een Andere Stichting'),
      'other-organisation',
    ],
    'shows an administrator, who has no part in chats': [
      async () => {
        const device = await staffDevice(sodium, honest.desk, { ...sanne, role: 'administrator' }, random);
        return { offer: await signedBy(device.signer.sign, { roleCode: 3, chain: device.chain }) };
      },
      'other-role',
    ],
    'lets a counsellor pose as a supervisor': [
      async () => ({ offer: await offerBy(honest.device, 'supervisor') }),
      'other-role',
    ],
    'lets a supervisor in where a counsellor was announced': [
      async () => ({
        offer: await offerBy(
          await staffDevice(sodium, honest.desk, { ...fatma, staffId: sanne.staffId }, random),
          'supervisor',
        ),
        expected: { staffId: 'sanne', role: 'counsellor' },
      }),
      'other-role',
    ],
    'announces Sanne and lets Karim answer': [() => member(honest.desk, karim), 'other-person'],
    "delivers the offer of another visitor's chat": [
      async () => ({ offer: (await begin(sodium, random, honest)).offer }),
      'other-chat',
    ],
    'moves an offer into this chat by its readable part': [
      async () => {
        const { offer } = await begin(sodium, random, honest);
        return { offer: concat(honest.offer.slice(0, 28), offer.slice(28)) };
      },
      'bad-signature',
    ],
    'replays the offer to an earlier hello of the same epoch': [
      async () => {
        const { cid, epoch, chatKey } = honest.visitor;
        return { state: visitorHello(sodium, { cid, epoch, chatKey, random }).state };
      },
      'bad-signature',
    ],
    'replays the offer of an earlier link': [
      async () => {
        const { cid, chatKey } = honest.visitor;
        return { state: visitorHello(sodium, { cid, epoch: 4, chatKey, random }).state };
      },
      'stale-epoch',
    ],
    'keeps an offer for a later link': [
      async () => {
        const { cid, chatKey } = honest.visitor;
        return { state: visitorHello(sodium, { cid, epoch: 2, chatKey, random }).state };
      },
      'future-epoch',
    ],
    'delivers a hello as an offer': [async () => ({ offer: honest.hello }), 'malformed-frame'],
    'delivers an accept as an offer': [async () => ({ offer: accepted.frame }), 'malformed-frame'],
    'speaks a suite of its own': [async () => ({ offer: flipped(honest.offer, 1, 1) }), 'wrong-suite'],
    'appends a byte': [async () => ({ offer: concat(honest.offer, Uint8Array.of(0)) }), 'malformed-frame'],
    'has a certified device whose KEM key is no key': [
      async () => ({
        offer: await signedBy(honest.device.signer.sign, { kemPk: new Uint8Array(1216).fill(255) }),
      }),
      'weak-key',
    ],
    'has a certified device whose ratchet key is of small order': [
      async () => ({ offer: await signedBy(honest.device.signer.sign, { ratchetPk: new Uint8Array(32) }) }),
      'weak-key',
    ],
  };
  test.each(Object.entries(lies))('%s: refused by name', async (_lie, [change, error]) => {
    expect(accepts({ ...honest.input, ...(await change()) })).toBe(error);
  });

  test('flips a byte of the offer, any of them: nothing is accepted', () => {
    honest.offer.forEach((_, index) => {
      const outcome = accepts({ ...honest.input, offer: flipped(honest.offer, index, index % 8) });
      expect(HANDSHAKE_ERRORS, `byte ${index}`).toContain(outcome);
    });
  });

  test('flips a byte of the accept, any of them: nothing is confirmed', () => {
    accepted.frame.forEach((_, index) => {
      const outcome = confirms(flipped(accepted.frame, index, index % 8));
      expect(HANDSHAKE_ERRORS, `byte ${index}`).toContain(outcome);
    });
    expect(confirms(accepted.frame)).toBe('confirmed');
  });

  test('cuts frames short or makes them up: refused without a throw', async () => {
    const garbage = fc.oneof(
      fc.uint8Array({ maxLength: 2000 }),
      fc.uint8Array({ maxLength: 2000 }).map((rest) => concat(honest.offer.slice(0, 28), rest)),
      fc.uint8Array({ maxLength: 1300 }).map((rest) => concat(accepted.frame.slice(0, 28), rest)),
      fc.nat(honest.offer.length - 1).map((length) => honest.offer.slice(0, length)),
      fc.nat(accepted.frame.length - 1).map((length) => accepted.frame.slice(0, length)),
      fc.nat(honest.hello.length - 1).map((length) => honest.hello.slice(0, length)),
    );
    await fc.assert(
      fc.asyncProperty(garbage, async (bytes) => {
        expect(HANDSHAKE_ERRORS).toContain(accepts({ ...honest.input, offer: bytes }));
        expect(HANDSHAKE_ERRORS).toContain(confirms(bytes));
        const { device, cid } = honest;
        const offered = await staffOffer(sodium, {
          hello: bytes,
          role: 'counsellor',
          chain: device.chain,
          sign: device.signer.sign,
          random,
          cid,
          minimumEpoch: 0,
        });
        expect(offered.ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test("cannot confirm with its own accept in the visitor's place", async () => {
    const stranger = visitorHello(sodium, {
      ...honest.visitor,
      chatKey: chatKeyFromSeed(sodium, random(32)),
      random,
    });
    const own = visitorAccept(sodium, { ...honest.input, state: { ...stranger.state, hello: honest.hello } });
    expect(confirms(must(own).frame)).toBe('bad-signature');
  });

  test('cannot gain by a visitor who signs a ratchet key of small order', () => {
    const { hello, chatKey } = honest.visitor;
    const { unsigned, signature } = offerParts();
    const ciphertext = accepted.frame.slice(28, 28 + 1120);
    const visitorRatchetPk = new Uint8Array(32);
    const th = transcriptHash(sodium, {
      hello,
      unsignedOffer: unsigned,
      offerSignature: signature,
      ciphertext,
      visitorRatchetPk,
    });
    const signed = sodium.crypto_sign_detached(acceptSignatureInput(th), chatKey.privateKey);
    expect(confirms(concat(accepted.frame.slice(0, 28), ciphertext, visitorRatchetPk, signed))).toBe(
      'weak-key',
    );
  });
});

describe('the staff device', () => {
  const answer = async (hello: Uint8Array, minimumEpoch = 3, cid = honest.cid): Promise<string> => {
    const { signer, chain } = honest.device;
    const input = { hello, role: 'counsellor' as const, chain, sign: signer.sign, random, cid, minimumEpoch };
    const offered = await staffOffer(sodium, input);
    return offered.ok ? 'offered' : offered.error;
  };

  test('answers a hello of its chat from the lowest new epoch on', async () => {
    expect(await answer(honest.hello, 2)).toBe('offered');
    expect(await answer(honest.hello, 3)).toBe('offered');
    expect(await answer(honest.hello, 4)).toBe('stale-epoch');
    expect(await answer(honest.hello, 3, random(16))).toBe('other-chat');
    expect(await answer(flipped(honest.hello, 1, 1))).toBe('wrong-suite');
    expect(await answer(accepted.frame)).toBe('malformed-frame');
    const prefix = {
      suite: 1,
      epoch: 3,
      number: 0,
      cid: honest.cid,
      type: FRAME_TYPE.accept,
      sender: SENDER.visitor,
    };
    expect(await answer(concat(encodePrefix(prefix), honest.hello.slice(28)))).toBe('unexpected-frame');
  });

  test('refuses a signer that gives no Ed25519 signature', async () => {
    const { device, hello, cid } = honest;
    const sign = async () => new Uint8Array(63);
    const input = {
      hello,
      role: 'counsellor' as const,
      chain: device.chain,
      sign,
      random,
      cid,
      minimumEpoch: 3,
    };
    expect(await staffOffer(sodium, input)).toEqual({ ok: false, error: 'bad-signature' });
  });

  test('does not confirm an accept of another chat, epoch or offer', async () => {
    const other = await begin(sodium, random, honest);
    expect(confirms(must(visitorAccept(sodium, other.input)).frame)).toBe('other-chat');
    const again = await offerBy(honest.device);
    expect(confirms(must(visitorAccept(sodium, { ...honest.input, offer: again })).frame)).toBe(
      'bad-signature',
    );
    const { cid } = honest;
    for (const [epoch, error] of [
      [2, 'stale-epoch'],
      [4, 'future-epoch'],
    ] as const) {
      const prefix = { suite: 1, epoch, number: 0, cid, type: FRAME_TYPE.accept, sender: SENDER.visitor };
      expect(confirms(concat(encodePrefix(prefix), accepted.frame.slice(28)))).toBe(error);
    }
  });
});
