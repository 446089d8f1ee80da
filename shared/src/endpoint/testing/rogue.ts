import fc from 'fast-check';
import { fromBase64Url, toBase64Url } from '../../crypto/bytes';
import { decodePrefixText, FRAME_TYPE } from '../../crypto/frame';
import {
  chatKeyFromSeed,
  staffConfirm,
  staffOffer,
  visitorAccept,
  visitorHello,
} from '../../crypto/handshake';
import { type LinkState, seal } from '../../crypto/link';
import { must, NOON, ORGANISATION, type StaffDevice } from '../../crypto/testing/organisation';
import type { StaffId } from '../../ids';
import type { Author, Content } from '../../protocol/content';
import { encodeContent } from '../content-codec';
import type { StaffPage } from './staff-page';
import type { World } from './world';

const author: fc.Arbitrary<Author> = fc.oneof(
  fc.constantFrom<Author>('visitor', 'sanne' as StaffId, 'karim' as StaffId),
  fc.stringMatching(/^[a-z]{1,40}$/).map((name) => name as StaffId),
);
const number = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.constant(Number.MAX_SAFE_INTEGER));
const item = fc.record({
  author,
  number,
  at: fc.double({ noNaN: true, noDefaultInfinity: true }),
  text: fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
});
const choice = fc.constantFrom('nothing' as const, 'summary' as const, 'conversation' as const);
const named = fc.record({ author, number });
const ask = fc.record({
  staffId: fc.constantFrom('sanne' as StaffId, 'karim' as StaffId),
  displayName: fc.string({ maxLength: 80 }),
  deskName: fc.string({ maxLength: 80 }),
  summary: fc.option(fc.string({ maxLength: 100 })),
});

/** Everything a peer could say that has the right shape, whoever's turn it is. */
export const anything: fc.Arbitrary<Content> = fc.oneof(
  fc.constantFrom<Content>({ kind: 'confirm', body: {} }, { kind: 'received', body: {} }),
  item.map<Content>((body) => ({ kind: 'text', body })),
  fc.boolean().map<Content>((on) => ({ kind: 'typing', body: { on } })),
  fc
    .dictionary(fc.string(), fc.nat(), { maxKeys: 8 })
    .map<Content>((upTo) => ({ kind: 'held', body: { upTo } })),
  fc
    .record({ after: fc.option(named), items: fc.array(item, { maxLength: 60 }), last: fc.boolean() })
    .map<Content>((body) => ({ kind: 'history', body })),
  ask.map<Content>((body) => ({ kind: 'transfer-ask', body })),
  fc.constant<Content>({ kind: 'transfer-cancel', body: {} }),
  fc.option(choice).map<Content>((chosen) => ({ kind: 'transfer-answer', body: { choice: chosen } })),
  fc
    .record({ author, text: fc.string({ maxLength: 100 }) })
    .map<Content>((body) => ({ kind: 'summary', body })),
  fc
    .constantFrom('ended' as const, 'transferred' as const)
    .map<Content>((reason) => ({ kind: 'close', body: { reason } })),
  choice.map<Content>((chosen) => ({ kind: 'shared', body: { choice: chosen } })),
);

/** A peer that holds the keys of a link and says what it likes on it. */
export interface Rogue {
  say(content: Content, acknowledged: number): void;
}

const speaker = (world: World, start: LinkState, send: (frame: string) => void): Rogue => {
  let link = start;
  return {
    say: (content, acknowledged) => {
      const sealed = seal(world.sodium, link, encodeContent(content, acknowledged), world.random);
      link = sealed.link;
      send(toBase64Url(sealed.frame));
    },
  };
};

const lastOf = (world: World, type: keyof typeof FRAME_TYPE): Uint8Array => {
  const frames = world.carried.filter((frame) => must(decodePrefixText(frame)).type === FRAME_TYPE[type]);
  return must(fromBase64Url(frames.at(-1) ?? ''));
};

/** Somebody in the visitor's place, linked with this counsellor; the same one every time. */
export const rogueVisitor = async (world: World, counsellor: StaffPage): Promise<Rogue> => {
  const { sodium, random, authority } = world;
  const cid = must(fromBase64Url(world.desk.id));
  const epoch = world.desk.epoch + 1;
  const chatKey = chatKeyFromSeed(sodium, new Uint8Array(32).fill(1));
  const hello = visitorHello(sodium, { cid, epoch, chatKey, random });
  world.desk.openLink(counsellor.staffId, counsellor.seat, epoch);
  world.ring.seatOfEpoch.set(epoch, counsellor.seat);
  const say = (frame: string): void => counsellor.hears(frame, 0);
  say(toBase64Url(hello.frame));
  await world.pass(100);
  const accepted = must(
    visitorAccept(sodium, {
      state: hello.state,
      offer: lastOf(world, 'offer'),
      roots: [authority.root.publicKey],
      organisation: ORGANISATION,
      now: NOON,
      expected: { staffId: counsellor.staffId },
      random,
    }),
  );
  say(toBase64Url(accepted.frame));
  const rogue = speaker(world, accepted.link, say);
  rogue.say({ kind: 'confirm', body: {} }, 0);
  return rogue;
};

/** A certified device with other software, linked with the visitor. */
export const rogueCounsellor = async (world: World, device: StaffDevice): Promise<Rogue> => {
  const { sodium, random } = world;
  const cid = must(fromBase64Url(world.desk.id));
  const seat = toBase64Url(random(16)) as never;
  world.desk.claim(device.staffId, seat);
  world.announce();
  await world.pass(100);
  const made = must(
    await staffOffer(sodium, {
      hello: lastOf(world, 'hello'),
      role: 'counsellor',
      chain: device.chain,
      sign: device.signer.sign,
      random,
      cid,
      minimumEpoch: 1,
    }),
  );
  const say = (frame: string): void => world.visitor.hears(frame, 0);
  say(toBase64Url(made.frame));
  await world.pass(100);
  const { link } = must(staffConfirm(sodium, { state: made.state, accept: lastOf(world, 'accept') }));
  const rogue = speaker(world, link, say);
  rogue.say({ kind: 'confirm', body: {} }, 1);
  return rogue;
};
