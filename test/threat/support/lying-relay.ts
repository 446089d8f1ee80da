import { fromBase64Url, toBase64Url } from '@haven/shared/crypto/bytes';
import { decodePrefix, FRAME_TYPE, type FramePrefix, SENDER } from '@haven/shared/crypto/frame';
import { staffOffer } from '@haven/shared/crypto/handshake';
import { loadSodium } from '@haven/shared/crypto/sodium';
import { karim, must, sanne, type StaffDevice } from '@haven/shared/crypto/testing/organisation';
import type { StaffPage } from '@haven/shared/endpoint/testing/staff-page';
import { World } from '@haven/shared/endpoint/testing/world';
import type { SeatId } from '@haven/shared/ids';
import { seconds } from '@haven/shared/units';

// The real endpoints of both sides, in virtual time, around a relay that does as it is told here.

const sodium = await loadSodium();

/** More frames than any of these stories has. */
const ALL = 2_000;

export const openWorld = (label: string): Promise<World> => World.open(sodium, label);

export const bytesOf = (frame: string): Uint8Array => must(fromBase64Url(frame));
export const prefixOf = (frame: string): FramePrefix => must(decodePrefix(bytesOf(frame)));

/** From now on every frame that reaches the relay is changed like this; the frame itself: left alone. */
export function changeFrames(world: World, change: (frame: string, prefix: FramePrefix) => string): void {
  honest(world);
  const tamper = { kind: 'tamper', change: (frame: string) => change(frame, prefixOf(frame)) } as const;
  world.mischief.push(...Array.from({ length: ALL }, () => tamper));
}

export function honest(world: World): void {
  world.mischief.length = 0;
}

/** What the visitor's client ever gave to the relay inside an encrypted frame. */
export const saidByVisitor = (world: World): readonly string[] =>
  world.ring.all
    .map(({ frame }) => frame)
    .filter((frame) => {
      const { type, sender } = prefixOf(frame);
      return type === FRAME_TYPE.message && sender === SENDER.visitor;
    });

/** The offer a device makes to a hello that the relay shows it, whoever the hello was meant for. */
export async function offerOf(
  world: World,
  device: StaffDevice,
  hello: string,
  { role = 'counsellor' }: { readonly role?: 'counsellor' | 'supervisor' } = {},
): Promise<string> {
  const bytes = bytesOf(hello);
  const { epoch, cid } = prefixOf(hello);
  const { chain, signer } = device;
  const { random } = world;
  const made = await staffOffer(sodium, {
    hello: bytes,
    role,
    chain,
    sign: signer.sign,
    random,
    cid,
    minimumEpoch: epoch,
  });
  return toBase64Url(must(made).frame);
}

/** The hello that the visitor's client said last. */
export function lastHello(world: World): string {
  const hello = world.ring.all.findLast(({ frame }) => prefixOf(frame).type === FRAME_TYPE.hello);
  if (hello === undefined) throw new Error('The visitor has said no hello.');
  return hello.frame;
}

/**
 * A visitor who has written and whom the relay tells that Sanne took the chat. No device of hers answers: whatever
 * comes now is the relay's.
 */
export async function announced(label: string): Promise<World> {
  const world = await openWorld(label);
  world.visitor.say(SECRET);
  world.desk.claim(sanne.staffId, toBase64Url(world.random(16)) as SeatId);
  world.announce();
  await world.pass(seconds(1));
  return world;
}

/** The relay puts this offer before the visitor's client, which has time to act on it. */
export async function offer(world: World, frame: string): Promise<void> {
  world.inject(frame, 'visitor');
  await world.pass(seconds(5));
}

export const SECRET = 'Ik ben bang voor hem.';

/** Noor and Sanne, linked, with a word from each. */
export async function talking(label: string): Promise<{ readonly world: World; readonly staff: StaffPage }> {
  const world = await openWorld(label);
  const staff = await world.hire(sanne);
  staff.claim();
  await world.pass(seconds(2));
  world.visitor.say(SECRET);
  await world.pass(seconds(1));
  staff.say('Ben je nu veilig?');
  await world.pass(seconds(1));
  return { world, staff };
}

export { karim, sanne, sodium };
