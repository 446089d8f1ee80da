import { deskNamed } from '@haven/server/desk/testing/names';
import type { ReplyChange } from '@haven/shared/protocol/canned-replies';
import { LIMITS } from '@haven/shared/protocol/limits';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClosing } from '../support/closing';
import { startRedis } from '../support/redis-server';
import { type House, openHouse } from './house';
import { counsellor } from './peers';

const desk = deskNamed('amsterdam');
const shelf = { kind: 'desk', desk } as const;
const added = (shortcut: string, text = 'Fijn dat je schrijft.'): ReplyChange => ({
  id: null,
  version: 0,
  wording: { shortcut, language: 'nl', title: shortcut, text },
});
const alone = (...changes: ReplyChange[]) => ({ changes, before: 0, more: false });

describe('Canned replies, on two nodes', () => {
  const closing = createClosing();
  let house: House;
  beforeAll(async () => {
    const redis = closing.add(await startRedis());
    house = closing.add(await openHouse({ redisUrl: redis.url, nodes: 2 }));
  });
  afterAll(closing.close);

  const sits = async (name: string, node: number) => {
    const peer = await counsellor(house.nodes[node]?.url ?? '', name);
    closing.defer(async () => peer.leave());
    return peer;
  };

  test('Noor keeps one for herself: her other console has it at once, and nobody else ever', async () => {
    const [noor, elsewhere, sanne] = [await sits('noor', 0), await sits('noor', 1), await sits('sanne', 1)];
    const { replies } = await noor.ask('replies:write-own', alone(added('noors')));
    const [mine] = replies;
    expect(mine).toMatchObject({ version: 1, shelf: { kind: 'own' }, shortcut: 'noors' });
    await elsewhere.told('replies:changed', ({ upsert }) => upsert[0]?.shortcut === 'noors');
    const change = { id: mine!.id, version: 1, wording: added('noors', 'Dag, ik ben Noor.').wording };
    await elsewhere.ask('replies:write-own', alone(change));
    await noor.told('replies:changed', ({ upsert }) => upsert[0]?.version === 2);
    expect(await noor.refused('replies:write-own', alone(change))).toBe('outdated');
    expect(await sanne.refused('replies:remove-own', { id: mine!.id, version: 2 })).toBe('outdated');
    expect(
      (await sanne.ask('replies:list', {})).replies.filter(({ shortcut }) => shortcut === 'noors'),
    ).toEqual([]);
    await noor.ask('replies:remove-own', { id: mine!.id, version: 2 });
    await elsewhere.told('replies:changed', ({ remove }) => remove.includes(mine!.id));
    expect(sanne.pushes('replies:changed')).toEqual([]);
    for (const peer of [noor, elsewhere, sanne]) peer.leave();
  });

  test('Fatma changes those of a desk: all consoles have them at once, and a colleague’s are not overwritten unseen', async () => {
    const [fatma, sanne, wilma] = [await sits('fatma', 0), await sits('sanne', 1), await sits('wilma', 1)];
    const { replies } = await fatma.ask('replies:write', { shelf, ...alone(added('adres')) });
    const [reply] = replies;
    const news = await sanne.told('replies:changed', ({ upsert }) => upsert[0]?.shortcut === 'adres');
    expect(news.upsert).toMatchObject([{ shelf, version: 1 }]);
    const change = (text: string) => ({
      shelf,
      ...alone({ id: reply!.id, version: 1, wording: added('adres', text).wording }),
    });
    await wilma.ask('replies:write', change('Van Wilma.'));
    expect(await fatma.refused('replies:write', change('Van Fatma.'))).toBe('outdated');
    expect(await fatma.refused('replies:write', { shelf, ...alone(added('adres')) })).toBe('shortcut-taken');
    const nowhere = { kind: 'desk', desk: deskNamed('nowhere') } as const;
    expect(await fatma.refused('replies:write', { shelf: nowhere, ...alone(added('x')) })).toBe(
      'unknown-desk',
    );
    expect(await sanne.refused('replies:write', change('Van Sanne.'))).toBe('not-permitted');
    expect(await wilma.refused('replies:write-own', alone(added('x')))).toBe('not-permitted');
    await fatma.ask('replies:remove', { shelf, id: reply!.id, version: 2 });
    await sanne.told('replies:changed', ({ remove }) => remove.includes(reply!.id));
    const { entries } = await wilma.ask('audit:list', { before: null, by: null, act: null });
    expect(entries.slice(0, 3).map(({ by, act, about }) => [by, act, about])).toEqual([
      ['fatma', 'reply-removed', 'amsterdam: /adres (nl)'],
      ['wilma', 'replies-written', 'amsterdam: /adres (nl)'],
      ['fatma', 'replies-written', 'amsterdam: /adres (nl)'],
    ]);
    for (const peer of [fatma, sanne, wilma]) peer.leave();
  });

  test('a whole file comes in several packets and is taken as one, or not at all', async () => {
    const noor = await sits('noor', 0);
    const long = 'a'.repeat(LIMITS.textCharacters);
    const parts = Array.from({ length: 4 }, (_, part) =>
      Array.from({ length: 5 }, (_each, n) => added(`deel-${part}-${n}`, long)),
    );
    const mine = async () =>
      (await noor.ask('replies:list', {})).replies.filter(({ shelf: { kind } }) => kind === 'own').length;
    const send = async (from: number, changes: ReplyChange[], more: boolean) =>
      noor.ask('replies:write-own', { changes, before: from, more });
    for (const [part, changes] of parts.slice(0, 3).entries()) {
      expect(await send(part * 5, changes, true)).toEqual({ replies: [] });
    }
    expect(await mine()).toBe(0);
    // The last part was prepared for another beginning.
    expect(await noor.refused('replies:write-own', { changes: parts[3]!, before: 10, more: false })).toBe(
      'outdated',
    );
    expect(await mine()).toBe(0);
    for (const [part, changes] of parts.entries()) await send(part * 5, changes, part < 3);
    expect(await mine()).toBe(20);
    const twice = [added('nog-een'), added('deel-0-0')];
    expect(await noor.refused('replies:write-own', alone(...twice))).toBe('shortcut-taken');
    expect(await mine()).toBe(20);
    noor.leave();
  });
});
