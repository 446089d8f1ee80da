import {
  chatKeyFromSeed,
  type StaffHandshake,
  staffConfirm,
  staffOffer,
  type VisitorAcceptInput,
  visitorAccept,
  type VisitorHandshake,
  visitorHello,
} from '../handshake';
import type { LinkState } from '../link';
import type { Random, Sodium } from '../sodium';
import {
  type Authority,
  authority,
  must,
  NOON,
  ORGANISATION,
  sanne,
  type StaffDevice,
  staffDevice,
} from './organisation';

export interface Begun {
  readonly desk: Authority;
  readonly device: StaffDevice;
  readonly cid: Uint8Array;
  readonly random: Random;
  readonly hello: Uint8Array;
  readonly visitor: VisitorHandshake;
  readonly offer: Uint8Array;
  readonly staff: StaffHandshake;
  /** What an honest visitor's client would ask of this offer; tests change one thing. */
  readonly input: VisitorAcceptInput;
}

/** A visitor said hello at epoch 3 and Sanne made an offer. */
export const begin = async (
  sodium: Sodium,
  random: Random,
  change: {
    readonly desk?: Authority;
    readonly device?: StaffDevice;
    readonly role?: 'counsellor' | 'supervisor';
  } = {},
): Promise<Begun> => {
  const desk = change.desk ?? (await authority(sodium, random));
  const device = change.device ?? (await staffDevice(sodium, desk, sanne, random));
  const cid = random(16);
  const hello = visitorHello(sodium, { cid, epoch: 3, chatKey: chatKeyFromSeed(sodium, random(32)), random });
  const offer = must(
    await staffOffer(sodium, {
      hello: hello.frame,
      role: change.role ?? 'counsellor',
      chain: device.chain,
      sign: device.signer.sign,
      random,
      cid,
      minimumEpoch: 3,
    }),
  );
  return {
    desk,
    device,
    cid,
    random,
    hello: hello.frame,
    visitor: hello.state,
    offer: offer.frame,
    staff: offer.state,
    input: {
      state: hello.state,
      offer: offer.frame,
      roots: [desk.root.publicKey],
      organisation: ORGANISATION,
      now: NOON,
      expected: { staffId: 'sanne' },
      random,
    },
  };
};

/** Both ends of a fresh link between a visitor and Sanne. */
export const linked = async (
  sodium: Sodium,
  random: Random,
): Promise<{ readonly visitor: LinkState; readonly staff: LinkState }> => {
  const begun = await begin(sodium, random);
  const accepted = must(visitorAccept(sodium, begun.input));
  const confirmed = must(staffConfirm(sodium, { state: begun.staff, accept: accepted.frame }));
  return { visitor: accepted.link, staff: confirmed.link };
};

/** The same bytes but for one bit. */
export const flipped = (bytes: Uint8Array, index: number, bit = 0): Uint8Array =>
  bytes.map((byte, at) => (at === index ? byte ^ (1 << bit) : byte));
