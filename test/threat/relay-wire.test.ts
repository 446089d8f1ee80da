import { visitorPushes } from '@haven/shared/protocol/visitor-events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, meet, openHouse, talk } from '../support/house';
import { until } from '../support/until';

// The whole clients, transport included, on a real server whose traffic is under somebody else's control.

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.stop());

async function conversation(staffId: string) {
  const counsellor = await house.counsellor(staffId, { presence: 'busy' });
  const visitor = await house.visitorFor(counsellor);
  await meet(visitor, counsellor);
  return { visitor, counsellor };
}

describe('on the wire', () => {
  test('a view that is older than the present one changes nothing', async () => {
    const { visitor, counsellor } = await conversation('sanne');
    const before = visitor.view();
    const [first] = visitor.port.pushed.filter(({ event }) => event === 'view');
    const { view, capability } = visitorPushes.view.parse(first?.payload);
    expect(view.version).toBeLessThan(before.version);
    visitor.port.invent('view', { view: { ...view, phase: 'waiting', members: [] }, capability });
    expect(visitor.view()).toEqual(before);
    expect(visitor.state()?.link?.state).toBe('secure');
    await talk(visitor, counsellor, 'Bent u er nog?', 'Ja.');
  });

  test('what makes no sense is passed over on both sides', async () => {
    const { visitor, counsellor } = await conversation('karim');
    const nonsense = [null, 0, 'x', [], {}, { view: null }, { frame: 1 }, { seq: -1, frame: 'A'.repeat(80) }];
    for (const payload of nonsense) {
      for (const event of Object.keys(visitorPushes)) {
        // These carry nothing that could make sense; they are a story of their own.
        if (event === 'node:leaving' || event === 'resync') continue;
        visitor.port.invent(event, payload);
      }
      for (const event of ['chat:changed', 'offer:made', 'frame', 'chat:gone', 'queue:changed']) {
        counsellor.port.invent(event, payload);
      }
    }
    expect(visitor.view().phase).toBe('active');
    await talk(visitor, counsellor, 'Bent u er nog?', 'Ja.');
  });

  test('answers that make no sense are asked for again', async () => {
    const { visitor, counsellor } = await conversation('noor');
    let garbled = 0;
    visitor.port.lie({
      onReply: (event, reply) => {
        if (event !== 'frame' || garbled >= 3) return reply;
        garbled += 1;
        return { ok: true, value: { seq: 'soon' } };
      },
    });
    await talk(visitor, counsellor, 'Komt dit aan?', 'Ja.');
    await until('the relay has answered nonsense three times', () => garbled === 3);
    await until('the word is marked', () => visitor.items().at(-2)?.delivery === 'received');
    expect(counsellor.texts(visitor.view().chat).filter((text) => text === 'Komt dit aan?')).toHaveLength(1);
  });

  test('numbers that come again lose nothing and show nothing twice', async () => {
    const { visitor, counsellor } = await conversation('lotte');
    const { chat } = visitor.view();
    let frames = 0;
    const lies = {
      onPush: (event: string, payload: unknown) => {
        if (event !== 'frame') return [payload];
        frames += 1;
        const stored = payload as { seq: number };
        const leaps = [0, -2, 0, -7];
        return [{ ...stored, seq: Math.max(1, stored.seq + (leaps[frames % leaps.length] ?? 0)) }, payload];
      },
    };
    visitor.port.lie(lies);
    counsellor.port.lie(lies);
    const lines = Array.from({ length: 8 }, (_, n) => n);
    for (const n of lines) {
      visitor.write(`vraag ${n}`);
      counsellor.write(chat, `antwoord ${n}`);
    }
    await until(
      'everything is on both screens',
      () =>
        [visitor.texts(), counsellor.texts(chat)].every((shown) =>
          lines.every((n) => shown.includes(`vraag ${n}`) && shown.includes(`antwoord ${n}`)),
        ),
      { within: 60_000 },
    );
    for (const shown of [visitor.texts(), counsellor.texts(chat)]) {
      expect(shown.filter((text) => text.startsWith('vraag'))).toEqual(lines.map((n) => `vraag ${n}`));
      expect(shown.filter((text) => text.startsWith('antwoord'))).toEqual(lines.map((n) => `antwoord ${n}`));
    }
  });

  test('being asked again and again to come back costs no message', async () => {
    const { visitor, counsellor } = await conversation('femke');
    for (let time = 0; time < 20; time += 1) {
      visitor.port.invent('resync', {});
      counsellor.port.invent('resync', {});
      visitor.write(`regel ${time}`);
    }
    visitor.port.invent('node:leaving', {});
    await talk(visitor, counsellor, 'Bent u er nog?', 'Ja.');
    const shown = counsellor.texts(visitor.view().chat).filter((text) => text.startsWith('regel'));
    expect(shown).toEqual(Array.from({ length: 20 }, (_, time) => `regel ${time}`));
  });
});
