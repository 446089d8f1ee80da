import { encodePrefix, FRAME_TYPE, SENDER, SUITE } from '@haven/shared/crypto/frame';
import type { RegionId } from '@haven/shared/ids';
import type { Counsellor } from '../support/people/counsellor';
import type { Visitor } from '../support/people/visitor';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, meet, openHouse, talk } from '../support/house';
import { until } from '../support/until';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.stop());

/** Busy, so that nothing rings at anybody whom a story does not need. */
const atTheDesk = (staffId: string) => house.counsellor(staffId, { presence: 'busy' });

async function waiting(region: string | null): Promise<Visitor> {
  const visitor = await house.visitor();
  await visitor.enter({ region: region as RegionId | null, language: 'nl', forWhom: null, topics: [] });
  return visitor;
}

const errorOf = (reply: unknown) => (reply as { error?: string }).error;

describe('a counsellor who oversteps', () => {
  test('a counsellor cannot claim a chat that is not hers to claim', async () => {
    const anouk = await atTheDesk('anouk');
    const visitor = await waiting('haarlem');
    const { chat } = visitor.view();
    expect(await anouk.claim(chat)).toBe('not-eligible');
    expect(await anouk.claim('AAAAAAAAAAAAAAAAAAAAAA' as typeof chat)).toBe('unknown-chat');
    // One that rings at a colleague is the colleague's.
    const lotte = await house.counsellor('lotte', { presence: 'available' });
    await until('the chat rings at Lotte', () => lotte.offers().length > 0);
    const samuel = await atTheDesk('samuel');
    expect(await samuel.claim(chat)).toBe('not-offered');
    expect(errorOf(await samuel.port.ask('offer:decline', { chat }))).toBe('not-offered');
    await meet(visitor, lotte);
  });

  test('a supervisor finds no way into a chat that she was not asked into, nor back into one she was sent out of', async () => {
    const [femke, fatma] = [await atTheDesk('femke'), await atTheDesk('fatma')];
    const visitor = await waiting('hilversum');
    await meet(visitor, femke);
    visitor.write('Alleen voor Femke');
    const { chat } = visitor.view();
    const tries = async (): Promise<void> => {
      for (const [event, payload] of [
        ['chat:claim', { chat }],
        ['link:request', { chat }],
        ['frames:since', { chat, seen: 0 }],
        ['consult:ask', { chat, staffId: 'fatma' }],
        ['consult:end', { chat }],
      ] as const) {
        const error = errorOf(await fatma.port.ask(event, payload));
        expect({ event, error }).toEqual({
          event,
          error: event === 'chat:claim' ? 'already-claimed' : 'not-yours',
        });
      }
    };
    await tries();

    const asked = femke.askConsult(chat, fatma);
    await until('it rings at Fatma', () => fatma.offers().length > 0);
    await fatma.claim(chat);
    expect(await asked).toBeNull();
    await until('the visitor is asked', () => visitor.state()?.joinAsk?.staffId === 'fatma');
    expect(visitor.state()?.joinAsk).toMatchObject({ role: 'supervisor' });
    visitor.share('fatma', 'nothing');
    await until('Fatma is in', () => visitor.state()?.joined?.here === true);
    visitor.write('Voor jullie samen');
    await until('Fatma reads it', () => fatma.texts(chat).includes('Voor jullie samen'));
    visitor.tell({ type: 'send-out' });
    await until('Fatma is out', () => fatma.chat(chat) === undefined);
    await tries();
    visitor.write('Weer alleen voor Femke');
    await until('Femke reads it', () => femke.texts(chat).includes('Weer alleen voor Femke'));
    expect([...fatma.everShown()]).toEqual(['Voor jullie samen']);
  });

  test('a counsellor gets nothing of a colleague’s chat and changes nothing in it', async () => {
    const [femke, ravi] = [await atTheDesk('femke'), await atTheDesk('ravi')];
    const visitor = await waiting('hilversum');
    await meet(visitor, femke);
    const { chat, version } = visitor.view();
    const target = { kind: 'staff', staffId: 'ravi' };
    const attempts: readonly (readonly [string, object])[] = [
      ['chat:claim', { chat }],
      ['link:request', { chat }],
      ['frames:since', { chat, seen: 0 }],
      ['transfer:ask', { chat, target }],
      ['transfer:cancel', { chat }],
      ['safety:set', { chat, level: 'red' }],
      ['chat:close', { chat }],
      ['wrap-up:finish', { chat, form: { kind: 'skipped', reason: 'no-time' } }],
    ];
    for (const [event, payload] of attempts) {
      const error = errorOf(await ravi.port.ask(event, payload));
      expect({ event, error }).toEqual({
        event,
        error: event === 'chat:claim' ? 'already-claimed' : 'not-yours',
      });
    }
    await talk(visitor, femke, 'Bent u er nog?', 'Ja.');
    expect(visitor.view().version).toBe(version);
    expect(femke.chat(chat)).toMatchObject({ safety: null, phase: 'active' });
    expect(ravi.port.pushed.filter(({ event }) => event === 'frame' || event === 'chat:changed')).toEqual([]);
    expect([...ravi.everShown()]).toEqual([]);
  });

  test('of many who claim a chat at once, one has it', async () => {
    const names = ['merel', 'bilal', 'jolanda'];
    const counsellors = await Promise.all(names.map(atTheDesk));
    for (let round = 0; round < 5; round += 1) {
      const visitor = await waiting('zaanstad');
      const { chat } = visitor.view();
      const outcomes = await Promise.all(counsellors.flatMap((each) => [each.claim(chat), each.claim(chat)]));
      const winners = counsellors.filter((_, n) => outcomes[2 * n] === null || outcomes[2 * n + 1] === null);
      expect(winners).toHaveLength(1);
      const losers = outcomes.filter((outcome) => outcome !== null);
      expect(new Set(losers)).toEqual(new Set(['already-claimed']));
      await winners[0]?.close(chat);
      await winners[0]?.relay.request('wrap-up:finish', {
        chat,
        form: { kind: 'skipped', reason: 'no-time' },
      });
    }
  });

  test('an offer from a counsellor outside the chat does not arrive', async () => {
    const [sofie, levi] = [await atTheDesk('sofie'), await atTheDesk('levi')];
    const visitor = await waiting(null);
    await meet(visitor, sofie);
    const { chat, epoch } = visitor.view();
    const forged = (type: typeof FRAME_TYPE.offer | typeof FRAME_TYPE.message, at: number) => {
      const cid = Buffer.from(chat, 'base64url');
      const number = type === FRAME_TYPE.message ? 5 : 0;
      const prefix = encodePrefix({ suite: SUITE, type, sender: SENDER.staff, epoch: at, number, cid });
      return { frame: Buffer.concat([prefix, Buffer.alloc(1_500, 1)]).toString('base64url') };
    };
    const before = visitor.port.pushed.length;
    const errors: (string | undefined)[] = [];
    for (const at of [epoch, epoch + 1]) {
      for (const type of [FRAME_TYPE.offer, FRAME_TYPE.message]) {
        errors.push(errorOf(await levi.port.ask('frame', forged(type, at))));
      }
    }
    expect(errors).toEqual(['not-yours', 'not-yours', 'unknown-epoch', 'unknown-epoch']);
    // Nor can a visitor speak with a counsellor's voice.
    expect(errorOf(await visitor.port.ask('frame', forged(FRAME_TYPE.message, epoch)))).toBe('malformed');
    const arrived = visitor.port.pushed.slice(before).filter(({ event }) => event === 'frame');
    expect(arrived).toEqual([]);
    await talk(visitor, sofie, 'Bent u er nog?', 'Ja.');
  });

  test('after the end no frame passes in either direction', async () => {
    const yes: readonly ((visitor: Visitor, counsellor: Counsellor) => Promise<unknown>)[] = [
      (visitor) => visitor.leave('emergency-exit'),
      (visitor, counsellor) => counsellor.close(visitor.view().chat),
    ];
    for (const [n, end] of yes.entries()) {
      const visitor = await waiting('alkmaar');
      const counsellor = await atTheDesk(n === 0 ? 'sanne' : 'youssef');
      await meet(visitor, counsellor);
      const { chat, epoch } = visitor.view();
      await end(visitor, counsellor);
      const cid = Buffer.from(chat, 'base64url');
      const message = (sender: 0 | 1) => {
        const prefix = encodePrefix({
          suite: SUITE,
          type: FRAME_TYPE.message,
          sender,
          epoch,
          number: 900,
          cid,
        });
        return { frame: Buffer.concat([prefix, Buffer.alloc(308, 1)]).toString('base64url') };
      };
      expect(errorOf(await visitor.port.ask('frame', message(SENDER.visitor)))).toBe('chat-ended');
      expect(errorOf(await counsellor.port.ask('frame', message(SENDER.staff)))).toBe('chat-ended');
      visitor.write('Nog één ding.');
      await until('the visitor sees the end', () => visitor.view().phase === 'ended');
      expect(counsellor.texts(chat)).not.toContain('Nog één ding.');
    }
  });
});
