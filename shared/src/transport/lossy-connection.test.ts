import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StoredFrame } from '../protocol/frame';
import { frame, member, view } from './testing/facts';
import { type Node, ScriptedPort, SILENCE } from './testing/scripted-port';
import { VirtualClock } from './testing/virtual-clock';
import { createVisitorRelay } from './visitor-relay';

type Step =
  | { readonly do: 'send' }
  | { readonly do: 'hear' }
  | { readonly do: 'hear-nothing-of-it' }
  | { readonly do: 'cut' }
  | { readonly do: 'connect' }
  | { readonly do: 'wait'; readonly for: number }
  /** The node answers the next request in this way, and means it only for `refuse`. */
  | { readonly do: 'node'; readonly how: 'refuse' | 'silence' | 'nonsense' };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Step>({ do: 'send' }) },
  { weight: 3, arbitrary: fc.constant<Step>({ do: 'hear' }) },
  fc.constant<Step>({ do: 'hear-nothing-of-it' }),
  fc.constant<Step>({ do: 'cut' }),
  { weight: 2, arbitrary: fc.constant<Step>({ do: 'connect' }) },
  fc.record({ do: fc.constant('wait' as const), for: fc.integer({ min: 1, max: 15_000 }) }),
  fc.record({
    do: fc.constant('node' as const),
    how: fc.constantFrom('refuse' as const, 'silence' as const, 'nonsense' as const),
  }),
);

test('whatever the connection does, each frame is stored once and handed over once, in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const clock = new VirtualClock();
      const stored = new Map<string, number>();
      const order: string[] = [];
      const forVisitor: StoredFrame[] = [];
      let refusedFrame = false;
      const moods: ('refuse' | 'silence' | 'nonsense')[] = [];
      let seq = 0;
      const replay = (seen: number) => ({
        frames: forVisitor.filter((one) => one.seq > seen),
        upTo: Math.max(seen, seq),
        more: false,
        gap: false,
      });
      const node: Node = (event, payload) => {
        const asked = payload as { frame: string; seen: number };
        const mood = moods.shift();
        if (mood === 'refuse') {
          refusedFrame ||= event === 'frame';
          return { ok: false, error: 'unavailable' };
        }
        if (event === 'frame' && !stored.has(asked.frame)) {
          stored.set(asked.frame, ++seq);
          order.push(asked.frame);
        }
        if (mood === 'silence') return SILENCE;
        if (mood === 'nonsense') return { ok: true, value: { seq: 'one' } };
        const present = { view: view({ members: [member] }), capability: 'c' };
        if (event === 'frame') return { ok: true, value: { seq: stored.get(asked.frame) } };
        if (event === 'frames:since') return { ok: true, value: replay(asked.seen) };
        if (event === 'chat:resume') return { ok: true, value: { ...present, replay: replay(asked.seen) } };
        return { ok: true, value: present };
      };
      const port = new ScriptedPort(clock, node);
      const heard: string[] = [];
      const relay = createVisitorRelay({
        port,
        clock,
        onView: () => undefined,
        onFrame: (received) => heard.push(received),
        onRevocations: () => undefined,
        onConnection: () => undefined,
        onRefused: (error) => expect.fail(error),
      });
      port.connect();
      void relay.enter({ region: null, language: 'nl', forWhom: null, topics: [] });
      await clock.pass(100);

      const outcomes: Promise<unknown>[] = [];
      const sent: string[] = [];
      for (const next of steps) {
        if (next.do === 'send') {
          sent.push(frame(sent.length + 1));
          outcomes.push(relay.submit('frame', { frame: sent.at(-1) }));
        } else if (next.do === 'hear' || next.do === 'hear-nothing-of-it') {
          const one = { seq: ++seq, frame: frame(forVisitor.length + 1, 'staff') };
          forVisitor.push(one);
          if (next.do === 'hear') port.push('frame', one);
        } else if (next.do === 'cut') port.cut();
        else if (next.do === 'connect') port.connect();
        else if (next.do === 'wait') await clock.pass(next.for);
        else moods.push(next.how);
        await clock.pass(7);
      }
      moods.length = 0;
      port.connect();
      await clock.pass(120_000);

      expect(await Promise.all(outcomes)).toEqual(sent.map(() => null));
      // Frames on their way when one is refused overtake it; the endpoints put that right.
      expect(refusedFrame ? order.toSorted() : order).toEqual(refusedFrame ? sent.toSorted() : sent);
      expect(heard).toEqual(forVisitor.map((one) => one.frame));
    }),
    { numRuns: 300 },
  );
});
