import { chatOf, deskNamed, regionNamed, staffOf } from '@haven/server/desk/testing/names';
import type { OrganisationChange } from '@haven/shared/protocol/organisation-description';
import { organisation, type Organisation } from '@haven/shared/protocol/organisation';
import type { Place } from '@haven/shared/protocol/retirement';
import type { Pattern } from '@haven/shared/protocol/roster-plan';
import { addDays, dateOf } from '@haven/shared/roster/calendar';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClosing } from '../support/closing';
import { startRedis } from '../support/redis-server';
import { type House, openHouse } from './house';
import { answers, counsellor, type StaffPeer, visitor } from './peers';

const haarlem = deskNamed('haarlem');
const desk: Place = { kind: 'desk', desk: haarlem };
const hilversum: Place = { kind: 'region', region: regionNamed('hilversum') };

describe('Desks and regions that are retired, on two nodes', () => {
  const closing = createClosing();
  let house: House;
  /** The administrator, on the first node. */
  let wilma: StaffPeer;
  /** A supervisor, on the other one. */
  let fatma: StaffPeer;
  beforeAll(async () => {
    const redis = closing.add(await startRedis());
    house = closing.add(await openHouse({ redisUrl: redis.url, nodes: 2 }));
    wilma = await sits('wilma', 0);
    fatma = await sits('fatma', 1);
  });
  afterAll(closing.close);

  const urlOf = (node: number) => house.nodes[node]?.url ?? '';
  const sits = async (name: string, node: number) => {
    const peer = await counsellor(urlOf(node), name);
    closing.defer(async () => peer.leave());
    return peer;
  };
  const enters = async (region: string, node: number) => {
    const peer = await visitor(urlOf(node));
    closing.defer(async () => peer.leave());
    const { view } = await peer.ask('chat:enter', answers({ region: regionNamed(region) }));
    return { peer, view };
  };
  const change = async (more: (seen: Organisation['desks']) => Partial<OrganisationChange>) => {
    const { description } = await wilma.ask('organisation:look', {});
    const { retired: _, generalDesk: __, desks, ...seen } = description;
    await wilma.ask('organisation:change', { ...seen, regions: [], desks: [], ...more(desks) });
  };
  /** What a visitor's page fetches. */
  const published = async (node: number) => {
    const json = (await (await fetch(`${urlOf(node)}/organisation.json`)).json()) as object;
    return { json, ...organisation.parse(json) };
  };
  const acts = async () => {
    const { entries } = await wilma.ask('audit:list', { before: null, by: staffOf('wilma'), act: null });
    return entries.map(({ act, about }) => [act, about]);
  };

  test('are a matter for administrators, who are told what stands in the way before anything happens', async () => {
    expect(await fatma.refused('organisation:retire', { place: desk, dry: true })).toBe('not-permitted');
    const nowhere: Place = { kind: 'desk', desk: deskNamed('nowhere') };
    expect(await wilma.refused('organisation:retire', { place: nowhere, dry: true })).toBe('outdated');
    // On the other node somebody waits there.
    const anna = await enters('haarlem', 1);
    expect(anna.view.desk).toBe(haarlem);
    const chats = { kind: 'chats', waiting: 1, going: 0 };
    const asked = await wilma.ask('organisation:retire', { place: desk, dry: false });
    expect(asked).toMatchObject({
      done: false,
      obstacles: [{ kind: 'serves', regions: ['haarlem'] }, chats],
    });
    const before = await acts();
    await change((desks) => ({
      desks: desks.flatMap((each) => {
        if (each.id === haarlem) return [{ ...each, regions: [] }];
        if (each.id !== 'zaanstad') return [];
        return [{ ...each, regions: [...each.regions, regionNamed('haarlem')] }];
      }),
    }));
    const again = await wilma.ask('organisation:retire', { place: desk, dry: false });
    expect(again).toMatchObject({ done: false, obstacles: [chats] });
    await anna.peer.ask('chat:leave', { reason: 'visitor-closed' });
    anna.peer.leave();
    expect((await acts()).slice(0, 2)).toEqual([
      ['desk-changed', 'zaanstad'],
      ['desk-changed', 'haarlem'],
    ]);
    expect((await acts()).length).toBe(before.length + 2);
  });

  test('Wilma retires a desk: both nodes, every console and the board go by it at once', async () => {
    const board = await fatma.ask('board:watch', {});
    expect(board.desks.map((each) => each.desk)).toContain(haarlem);
    await fatma.ask('hand:intake', { desk: haarlem, paused: true, reason: 'Het bureau houdt op' });
    const noor = await sits('noor', 1);
    const { people, done } = await wilma.ask('organisation:retire', { place: desk, dry: false });
    expect(done).toBe(true);
    expect((await acts())[0]).toEqual(['desk-retired', 'haarlem']);
    for (const peer of [noor, fatma, wilma]) {
      const { retired } = await peer.told('organisation:changed', (known) => known.retired.desks.length > 0);
      expect(retired.desks).toMatchObject([{ id: haarlem, name: { nl: 'Bureau Haarlem' } }]);
    }
    for (const node of [0, 1]) {
      const { desks, json } = await published(node);
      expect(desks.map(({ id }) => id)).not.toContain(haarlem);
      // Visitors are not told of what is no more.
      expect(json).not.toHaveProperty('retired');
    }
    await fatma.told(
      'board:changed',
      ({ thresholds }) => thresholds?.every((each) => each.desk !== haarlem) === true,
    );
    const now = await fatma.ask('board:watch', {});
    expect(now.desks.map((each) => each.desk)).not.toContain(haarlem);
    expect((await fatma.ask('overflow:look', {})).desks.map((each) => each.desk)).not.toContain(haarlem);

    const { people: everybody } = await wilma.ask('people:list', {});
    const [lotte] = people;
    expect(everybody.find(({ staffId }) => staffId === lotte)?.desks).toEqual(['general']);
    noor.leave();
  });

  test('nothing can be set for it, moved to it or asked of it any more, on either node', async () => {
    const steps = [{ does: 'reach-desks' as const, after: 0, desks: [haarlem] }];
    expect(await fatma.refused('overflow:set', { desk: deskNamed('almere'), version: 0, steps })).toBe(
      'unknown-desk',
    );
    expect(await fatma.refused('hours:set', { desk: haarlem, version: 0, hours: null })).toBe('unknown-desk');
    const move = { chats: [chatOf('Anna')], desk: haarlem, reason: 'Zomaar' };
    expect(await fatma.refused('hand:move', move)).toBe('unknown-desk');
    const position = { displayName: 'Sofie', role: 'counsellor' as const, languages: ['nl' as const] };
    expect(
      await wilma.refused('people:change', { ...position, staffId: staffOf('sofie'), desks: [haarlem] }),
    ).toBe('malformed');
    // A website that names its region is served where the region is served now.
    const anna = await enters('haarlem', 0);
    expect(anna.view.desk).toBe('zaanstad');
    anna.peer.leave();
  });

  test('a region is retired: whoever still names it, in a page opened before, is served by the general desk', async () => {
    const { done } = await wilma.ask('organisation:retire', { place: hilversum, dry: false });
    expect(done).toBe(true);
    await expect
      .poll(async () => (await published(1)).regions.map(({ id }) => id))
      .not.toContain('hilversum');
    const anna = await enters('hilversum', 1);
    expect(anna.view.desk).toBe('general');
    anna.peer.leave();
    const shift = {
      id: 'laat',
      staffId: staffOf('noor'),
      from: Date.UTC(2030, 0, 1, 9),
      until: Date.UTC(2030, 0, 1, 17),
      regions: [regionNamed('hilversum')],
      general: false,
      kind: 'duty' as const,
    };
    expect(await fatma.refused('roster:edit', { save: [shift], remove: [], seen: [] })).toBe('outdated');
    expect((await wilma.ask('organisation:look', {})).description.retired.regions).toMatchObject([
      { id: 'hilversum', name: 'Hilversum' },
    ]);
  });

  test('Wilma brings both back: the region to the desk it had, the desk with nothing paused', async () => {
    await wilma.ask('organisation:bring-back', { place: hilversum });
    await wilma.ask('organisation:bring-back', { place: desk });
    expect(await wilma.refused('organisation:bring-back', { place: desk })).toBe('outdated');
    expect((await acts()).slice(0, 2)).toEqual([
      ['desk-brought-back', 'haarlem'],
      ['region-brought-back', 'hilversum'],
    ]);
    await expect.poll(async () => (await published(1)).desks.map(({ id }) => id)).toContain(haarlem);
    const { desks } = await published(1);
    expect(desks.find(({ id }) => id === 'hilversum')?.regions).toEqual(['hilversum']);
    const state = await fatma.ask('desk:look', {});
    expect(state.desks.find((each) => each.desk === haarlem)).toMatchObject({ paused: false, takes: true });
    const anna = await enters('hilversum', 0);
    expect(anna.view.desk).toBe('hilversum');
    anna.peer.leave();
  });

  test('what is said to be in the way of a region is what can be done: without its pattern, made anew, published', async () => {
    const almere = { kind: 'region', region: regionNamed('almere') } as const;
    const { timeZone } = await published(1);
    const first = addDays(dateOf(Date.now(), timeZone), 2);
    const last = addDays(first, 13);
    const make = async () => {
      const { mark } = await fatma.ask('roster:generate', { first, last, seen: null });
      await fatma.ask('roster:generate', { first, last, seen: mark });
      const { seen } = await fatma.ask('roster:difference', {});
      await fatma.ask('roster:publish', { seen });
    };
    const team = { id: 'almere', name: 'Almere', region: almere.region, members: [staffOf('noor')] };
    await fatma.ask('roster:arrange', { change: { kind: 'team', team }, seen: null });
    const pattern: Pattern = {
      id: 'almere-dag',
      name: 'Almere, dag',
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      from: '09:00',
      until: '17:00',
      regions: [almere.region],
      general: false,
      by: { kind: 'team', team: team.id },
      people: 1,
      kind: 'duty',
      exception: null,
    };
    await fatma.ask('roster:arrange', { change: { kind: 'pattern', pattern }, seen: null });
    await make();
    const refused = await wilma.ask('organisation:retire', { place: almere, dry: false });
    expect(refused).toMatchObject({
      done: false,
      obstacles: [
        { kind: 'shifts', state: 'published', count: 14 },
        { kind: 'shifts', state: 'draft', count: 14 },
        { kind: 'patterns', names: ['Almere, dag'] },
      ],
    });
    const remove = { kind: 'remove', noun: 'pattern', id: pattern.id } as const;
    await fatma.ask('roster:arrange', { change: remove, seen: pattern });
    await make();
    expect(await wilma.ask('organisation:retire', { place: almere, dry: false })).toEqual({
      done: true,
      obstacles: [],
      people: [],
      shifts: 0,
    });
  });
});
