import { err, ok } from '@haven/shared/result';
import { seconds } from '@haven/shared/units';
import { describe, expect, it } from 'vitest';
import { NINE_O_CLOCK, openDutyDesk } from '../desk/testing/duty-desk';
import { chatOf } from '../desk/testing/names';
import type { DeskFact } from '../desk/facts';
import type { DeskStore, DueCommand } from '../live/desk-store';
import { createDeadlineRunner } from './runner';

/** A clock that rings when it is wound on. */
function createClock() {
  let now = NINE_O_CLOCK;
  let alarms: { readonly at: number; readonly ring: () => void }[] = [];
  return {
    now: () => now,
    after: (delay: number, ring: () => void) => {
      const alarm = { at: now + delay, ring };
      alarms.push(alarm);
      return () => {
        alarms = alarms.filter((each) => each !== alarm);
      };
    },
    set: () => alarms.length,
    wind(time: number) {
      now += time;
      const due = alarms.filter((alarm) => alarm.at <= now);
      alarms = alarms.filter((alarm) => alarm.at > now);
      for (const alarm of due) alarm.ring();
    },
  };
}

type Heard = { readonly facts: DeskFact[]; readonly failures: string[] };
function listen(): Heard & Pick<Parameters<typeof createDeadlineRunner>[0], 'onFacts' | 'onFailure'> {
  const facts: DeskFact[] = [];
  const failures: string[] = [];
  return {
    facts,
    failures,
    onFacts: (more) => facts.push(...more),
    onFailure: (error, command) => failures.push(`${command}: ${error}`),
  };
}

const overflow = (name: string): DueCommand => ({ kind: 'overflow-step', chat: chatOf(name) });
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('The runner of deadlines', () => {
  it('executes what comes due while it runs, and tells the facts', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram');
    await desk.enters('Anna');
    const clock = createClock();
    const heard = listen();
    const runner = createDeadlineRunner({ store: desk.store, clock, ...heard });
    runner.start();
    clock.wind(seconds(1));
    await settled();
    expect(heard.facts).toEqual([]);
    expect(clock.set()).toBe(1);
    clock.wind(seconds(20));
    await settled();
    expect(heard.facts).toContainEqual({
      kind: 'offer-withdrawn',
      to: 'bram',
      chat: chatOf('Anna'),
      reason: 'expired',
    });
    await runner.stop();
    expect(clock.set()).toBe(0);
  });

  it('goes on after a command that fails or throws, and says which', async () => {
    const due = [overflow('Anna'), overflow('Dewi'), overflow('Eva')];
    const store: Pick<DeskStore, 'takeDue' | 'execute'> = {
      takeDue: async () => ok(due.splice(0)),
      execute: async (command) => {
        if ('chat' in command && command.chat === chatOf('Anna')) return err('unavailable');
        if ('chat' in command && command.chat === chatOf('Dewi')) throw new Error('a fault of ours');
        return ok({ facts: [{ kind: 'chat-forgotten', chat: chatOf('Eva') }], chat: null, staff: null });
      },
    };
    const heard = listen();
    const clock = createClock();
    await createDeadlineRunner({ store, clock, ...heard }).runDue();
    expect(heard.failures).toEqual(['overflow-step: unavailable', 'overflow-step: internal']);
    expect(heard.facts).toHaveLength(1);
  });

  it('stops when the command in hand is done, and begins no other', async () => {
    const executed: DueCommand[] = [];
    let finish = () => {};
    const store: Pick<DeskStore, 'takeDue' | 'execute'> = {
      takeDue: async () => ok([overflow('Anna'), overflow('Dewi')]),
      execute: async (command) => {
        executed.push(command as DueCommand);
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        return ok({ facts: [], chat: null, staff: null });
      },
    };
    const clock = createClock();
    const runner = createDeadlineRunner({ store, clock, ...listen() });
    runner.start();
    clock.wind(seconds(1));
    await settled();
    const stopped = runner.stop();
    finish();
    await stopped;
    expect(executed).toEqual([overflow('Anna')]);
    expect(clock.set()).toBe(0);
  });
});
