import { encodePrefix, FRAME_TYPE, SENDER, SUITE } from '@haven/shared/crypto/frame';
import { hours } from '@haven/shared/units';
import { issueCapability, openCapability } from '@haven/server/tokens/capability';
import { createKeyring } from '@haven/server/tokens/keyring';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, meet, openHouse, talk } from '../support/house';
import { openSocketPort } from '../support/socket-port';
import type { SocketPort } from '@haven/shared/transport/socket-port';
import { until } from '../support/until';

const SECRET = 'a secret of the servers, known to this test only';

let house: House;
beforeAll(async () => {
  house = await openHouse({ env: { SERVER_SECRET: SECRET } });
});
afterAll(() => house.stop());

type Reply = {
  readonly ok: boolean;
  readonly error?: string;
  readonly value?: { readonly view: { readonly phase: string } };
};

/** Somebody with a client of their own making. */
async function stranger(): Promise<{ ask(event: string, payload: unknown): Promise<Reply>; stop(): void }> {
  const port: SocketPort = openSocketPort(house.nodes[0]?.url ?? '', '/visitor');
  await until('the stranger is connected', () => port.connected);
  return {
    ask: (event, payload) =>
      new Promise((resolve) => {
        port.emit(event, payload, (reply) => resolve(reply as Reply));
      }),
    stop: () => port.close(),
  };
}

/** A chat that goes on, to see that what a stranger does leaves it alone. */
async function conversation(staffId: string) {
  const counsellor = await house.counsellor(staffId, { presence: 'busy' });
  const visitor = await house.visitorFor(counsellor);
  await meet(visitor, counsellor);
  return { visitor, counsellor, capability: visitor.kept().capability ?? '' };
}

function snapshotIn(capability: string) {
  const opened = openCapability(createKeyring(SECRET), capability, Date.now());
  if (!opened.ok) throw new Error('The test does not know the secret.');
  return opened.value.snapshot;
}

/** Any hello or message of a visitor, well formed. */
function frame(
  chat: string,
  type: typeof FRAME_TYPE.hello | typeof FRAME_TYPE.message,
  epoch: number,
): string {
  const cid = Buffer.from(chat, 'base64url');
  const number = type === FRAME_TYPE.message ? 1 : 0;
  const prefix = encodePrefix({ suite: SUITE, type, sender: SENDER.visitor, epoch, number, cid });
  return Buffer.concat([prefix, Buffer.alloc(48, 7)]).toString('base64url');
}

describe('a capability', () => {
  test('a capability that was made up or changed opens no chat', async () => {
    const { visitor, counsellor, capability } = await conversation('sanne');
    const other = await conversation('karim');
    const [text = '', key, mac] = capability.split('.');
    const changed = JSON.parse(Buffer.from(text, 'base64url').toString()) as { s: { chat: string } };
    changed.s.chat = other.visitor.view().chat;
    const renamed = Buffer.from(JSON.stringify(changed)).toString('base64url');
    const elsewhere = createKeyring('the secret of another organisation’s servers');
    const snapshot = snapshotIn(capability);
    const attempts = [
      '',
      '..',
      'made.up.capability',
      text,
      `${renamed}.${key}.${mac}`,
      `${text}.${key}.`,
      `${text}.${key}.${'A'.repeat(43)}`,
      issueCapability(elsewhere, 'visitor', snapshot, Date.now()),
      ...Array.from({ length: 40 }, (_, n) =>
        flipCharacter(capability, Math.floor((n * capability.length) / 40)),
      ),
    ];
    const attacker = await stranger();
    for (const attempt of attempts) {
      const reply = await attacker.ask('chat:resume', { capability: attempt, seen: 0 });
      expect(reply).toEqual({ ok: false, error: 'bad-capability' });
    }
    attacker.stop();
    await talk(visitor, counsellor, 'Bent u er nog?', 'Ja, nog steeds.');
  });

  test('a capability is of no use in another part', async () => {
    const { visitor, counsellor, capability } = await conversation('noor');
    const staffs = counsellor.chat(visitor.view().chat)?.capability ?? '';
    const attacker = await stranger();
    const asVisitor = await attacker.ask('chat:resume', { capability: staffs, seen: 0 });
    expect(asVisitor).toEqual({ ok: false, error: 'bad-capability' });
    attacker.stop();
    const colleague = await house.counsellor('thomas', { presence: 'busy' });
    const enter = { seat: colleague.seat, presence: null, capacity: null };
    for (const foreign of [staffs, capability]) {
      const reply = await colleague.port.ask('desk:enter', { ...enter, capabilities: [foreign] });
      expect(reply).toEqual({ ok: false, error: 'not-yours' });
    }
    // On a connection that already speaks for another chat.
    const other = await conversation('esra');
    const reply = await other.visitor.port.ask('chat:resume', { capability, seen: 0 });
    expect(reply).toEqual({ ok: false, error: 'not-yours' });
    await talk(visitor, counsellor, 'Bent u er nog?', 'Ja, nog steeds.');
    await talk(other.visitor, other.counsellor, 'En u?', 'Ik ook.');
  });

  test('a capability outlives neither its chat nor its day', async () => {
    const { visitor, capability } = await conversation('lotte');
    const snapshot = snapshotIn(capability);
    const ago = (time: number) =>
      issueCapability(createKeyring(SECRET), 'visitor', snapshot, Date.now() - time);
    const attacker = await stranger();
    const yesterday = await attacker.ask('chat:resume', { capability: ago(hours(24)), seen: 0 });
    expect(yesterday).toEqual({ ok: false, error: 'expired-capability' });
    await visitor.leave('visitor-closed');
    const late = await attacker.ask('chat:resume', { capability, seen: 0 });
    // Why it ended may still be asked; nothing else.
    expect(late.value?.view.phase).toBe('ended');
    const hello = {
      staffId: 'lotte',
      seat: snapshot.counsellor?.seat,
      frame: frame(snapshot.chat, FRAME_TYPE.hello, 99),
    };
    expect(await attacker.ask('link:open', hello)).toMatchObject({ ok: false });
    attacker.stop();
  });

  test('an epoch that is old or unknown is refused', async () => {
    const { visitor, counsellor } = await conversation('femke');
    const { chat, epoch } = visitor.view();
    const { port } = visitor;
    const open = (number: number) =>
      port.ask('link:open', {
        staffId: counsellor.staffId,
        seat: counsellor.seat,
        frame: frame(chat, FRAME_TYPE.hello, number),
      });
    expect(await open(epoch + 20)).toMatchObject({ ok: true });
    expect(await open(epoch + 10)).toEqual({ ok: false, error: 'stale-epoch' });
    expect(await open(0)).toMatchObject({ ok: false });
    // The hello of a link that there is already changes nothing, whatever else is in it.
    const stored = visitor.port.pushed.length;
    expect(await open(epoch + 20)).toMatchObject({ ok: true });
    const unknown = { frame: frame(chat, FRAME_TYPE.message, epoch + 70) };
    expect(await port.ask('frame', unknown)).toEqual({ ok: false, error: 'unknown-epoch' });
    expect(visitor.port.pushed.slice(stored).filter(({ event }) => event === 'frame')).toEqual([]);
    const reloaded = await visitor.reload();
    await until('the visitor is linked anew', () => reloaded.state()?.link?.state === 'secure');
    expect(reloaded.view().epoch).toBeGreaterThan(epoch + 20);
    await talk(reloaded, counsellor, 'Daar ben ik weer.', 'Goed.');
  });
});

function flipCharacter(text: string, at: number): string {
  const other = text[at] === 'A' ? 'B' : 'A';
  return text.slice(0, at) + other + text.slice(at + 1);
}
