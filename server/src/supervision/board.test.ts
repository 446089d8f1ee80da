import { USUAL_THRESHOLDS } from '@haven/shared/board/alarms';
import { minutes, seconds } from '@haven/shared/units';
import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryTallyStore } from '../live/tally-store';
import { type DutyDesk, NINE_O_CLOCK, openDutyDesk } from '../desk/testing/duty-desk';
import { chatOf, deskNamed, PLAN, regionNamed, staffOf } from '../desk/testing/names';
import { boardOf } from './board';
import { createCountDay } from './count-day';
import { localTime } from './local-day';

const ZONE = 'Europe/Amsterdam';

const kept = { usual: [], thresholdsOf: () => USUAL_THRESHOLDS };

/** A desk whose day is counted, and what its board shows. */
function openWatchedDesk() {
  const desk = openDutyDesk();
  const tallies = createMemoryTallyStore(desk.now);
  const counting = createCountDay({
    tallies,
    plan: () => PLAN,
    timeZone: () => ZONE,
    now: desk.now,
    onFailure: (error) => {
      throw new Error(error);
    },
  });
  const look = async (plan = PLAN) => {
    counting.facts(desk.heard());
    const records = await desk.store.records(null);
    const tally = await tallies.read(localTime(ZONE, desk.now()).day);
    if (!records.ok || records.value === null || !tally.ok) throw new Error('Nothing to see');
    return boardOf({ ...records.value, tally: tally.value, kept }, plan, desk.now());
  };
  return {
    desk,
    counting,
    look,
    at: async (place: string) => (await look()).desks.find(({ desk: id }) => id === deskNamed(place)),
    person: async (name: string) => (await look()).people.find(({ staffId }) => staffId === staffOf(name)),
  };
}

describe('What Fatma sees on the board', () => {
  let desk: DutyDesk;
  let watched: ReturnType<typeof openWatchedDesk>;
  beforeEach(async () => {
    watched = openWatchedDesk();
    desk = watched.desk;
    await desk.comes('Noor', { capacity: 2 });
  });

  it('is every desk and every region, closed and empty before anybody comes', async () => {
    const { desks, regions, people, red } = await openWatchedDesk().look();
    expect(desks).toHaveLength(PLAN.desks.length);
    expect(regions).toHaveLength(6);
    expect(desks.every(({ isOpen, waiting, free }) => !isOpen && waiting === 0 && free === 0)).toBe(true);
    expect([people, red]).toEqual([[], []]);
  });

  it('is who waits, since when, and how many more would be taken', async () => {
    await desk.comes('Bram', { capacity: 3, presence: 'busy' });
    expect(await watched.at('amsterdam')).toMatchObject({ waiting: 0, free: 2, isOpen: true });
    await desk.enters('Anna');
    await desk.pass(seconds(3));
    await desk.enters('Bo');
    expect(await watched.at('amsterdam')).toMatchObject({
      waiting: 2,
      waitingSince: NINE_O_CLOCK,
      served: 0,
      free: 1,
      reach: 'desk',
    });
    await desk.claims('Noor', 'Anna');
    expect(await watched.at('amsterdam')).toMatchObject({ waiting: 1, served: 1, free: 0 });
    expect(await watched.at('haarlem')).toMatchObject({ waiting: 0, served: 0, free: 0, reach: null });
  });

  it('is how far a chat rings by now', async () => {
    await desk.sets('Noor', 'busy');
    await desk.enters('Anna', { region: 'haarlem' });
    await desk.pass(seconds(50));
    const { regions } = await watched.look();
    const haarlem = regions.find(({ region }) => region === regionNamed('haarlem'));
    expect(haarlem).toMatchObject({ waiting: 1, reach: 'everyone' });
  });

  it('is each chat of a counsellor by the minute it began, and never by its name', async () => {
    await desk.pass(seconds(90));
    await desk.enters('Anna');
    await desk.claims('Noor', 'Anna');
    await desk.must({ kind: 'set-safety', chat: chatOf('Anna'), staffId: staffOf('Noor'), level: 'orange' });
    expect(await watched.person('Noor')).toMatchObject({
      presence: 'available',
      isConnected: true,
      capacity: 2,
      chats: [{ since: NINE_O_CLOCK + minutes(1), safety: 'orange' }],
      otherwise: 0,
    });
    expect(JSON.stringify(await watched.look())).not.toContain(chatOf('Anna'));
  });

  it('says how long ago somebody had a pause', async () => {
    expect(await watched.person('Noor')).toMatchObject({ restedAt: NINE_O_CLOCK });
    await desk.pass(minutes(2));
    await desk.sets('Noor', 'pause');
    await desk.pass(minutes(1));
    await desk.sets('Noor', 'available');
    await desk.pass(minutes(1));
    await desk.sets('Noor', 'busy');
    expect(await watched.person('Noor')).toMatchObject({ restedAt: NINE_O_CLOCK + minutes(3) });
  });

  it('shows a red chat, and that nobody is with it any longer', async () => {
    await desk.enters('Anna');
    await desk.claims('Noor', 'Anna');
    await desk.must({ kind: 'set-safety', chat: chatOf('Anna'), staffId: staffOf('Noor'), level: 'red' });
    const red = { desk: deskNamed('amsterdam'), since: NINE_O_CLOCK };
    expect((await watched.look()).red).toEqual([{ ...red, staffId: staffOf('Noor'), aloneSince: null }]);

    await desk.pass(seconds(30));
    await desk.goes('Noor');
    const lostAt = NINE_O_CLOCK + seconds(30);
    expect((await watched.look()).red).toEqual([{ ...red, staffId: staffOf('Noor'), aloneSince: lostAt }]);

    await desk.pass(seconds(95));
    const [waiting] = (await watched.look()).red;
    expect(waiting).toMatchObject({ staffId: null, desk: deskNamed('amsterdam') });
    expect(waiting?.aloneSince).toBeGreaterThan(lostAt);
  });

  it('counts the day: who came, was answered in time, left, or was turned away; who was blocked has not left', async () => {
    await desk.enters('Anna');
    await desk.claims('Noor', 'Anna');
    await desk.sets('Noor', 'busy');
    await desk.enters('Bo');
    await desk.pass(seconds(61));
    await desk.claims('Noor', 'Bo');
    await desk.enters('Cor');
    await desk.must({ kind: 'leave', chat: chatOf('Cor'), reason: 'visitor-closed' });
    watched.counting.turnedAway(regionNamed('amsterdam'));
    await desk.enters('Dirk');
    await desk.must({ kind: 'block-chat', chat: chatOf('Dirk'), staffId: staffOf('Fatma') });
    expect((await watched.at('amsterdam'))?.today).toEqual({
      entered: 4,
      answered: 2,
      answeredSoon: 1,
      abandoned: 1,
      turnedAway: 1,
    });
  });

  it('counts in the house what a desk had counted before it was retired', async () => {
    await desk.enters('Anna', { region: 'haarlem' });
    await desk.enters('Bo');
    await desk.must({ kind: 'leave', chat: chatOf('Anna'), reason: 'visitor-closed' });
    const house = { entered: 2, answered: 0, answeredSoon: 0, abandoned: 1, turnedAway: 0 };
    expect((await watched.look()).today).toEqual(house);
    const without = { ...PLAN, desks: PLAN.desks.filter(({ id }) => id !== deskNamed('haarlem')) };
    const { desks, today } = await watched.look(without);
    expect(desks.map((each) => each.desk)).not.toContain(deskNamed('haarlem'));
    expect(today).toEqual(house);
  });

  it('counts a chat once, though its counsellor is lost and another one answers it', async () => {
    await desk.enters('Anna');
    await desk.claims('Noor', 'Anna');
    await desk.goes('Noor');
    await desk.pass(seconds(95));
    await desk.comes('Bram');
    await desk.claims('Bram', 'Anna');
    expect((await watched.at('amsterdam'))?.today).toMatchObject({ entered: 1, answered: 1, abandoned: 0 });
  });
});
