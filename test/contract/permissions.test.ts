import type { StaffRequests } from '@haven/shared/protocol/event-maps';
import { PERMISSIONS, may } from '@haven/shared/protocol/permissions';
import { ROLES } from '@haven/shared/protocol/presence';
import { staffRequests } from '@haven/shared/protocol/staff-events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClosing } from '../support/closing';
import { type House, openHouse } from './house';
import { newSeat, signIn, staff } from './peers';

const PEOPLE = { counsellor: 'sanne', supervisor: 'fatma', administrator: 'wilma' } as const;
const REQUESTS = Object.keys(staffRequests) as readonly (keyof StaffRequests)[];

describe('Who may do what', () => {
  const closing = createClosing();
  let house: House;
  let url: string;
  beforeAll(async () => {
    house = closing.add(await openHouse());
    url = house.nodes[0]?.url ?? '';
  });
  afterAll(closing.close);

  test('is said for every request, and for no other', () => {
    expect(Object.keys(PERMISSIONS).toSorted()).toEqual([...REQUESTS].toSorted());
  });

  describe.each(ROLES)('as %s', (role) => {
    test.each(REQUESTS)('%s is done or refused as the table says', async (request) => {
      const { cookie } = await signIn(url, PEOPLE[role]);
      const peer = await staff(url, cookie);
      // A payload of no event: what is permitted gets as far as being malformed.
      const reply = await peer.raw(request, null);
      peer.leave();
      const error = may(role, request) ? 'malformed' : 'not-permitted';
      expect(reply).toEqual({ ok: false, error });
    });
  });

  test('leaves an administrator without chats, whatever presence her console claims', async () => {
    const { cookie } = await signIn(url, PEOPLE.administrator);
    const wilma = await staff(url, cookie);
    const desk = { seat: newSeat(), presence: 'available', capacity: 3, capabilities: [] } as const;
    const { state } = await wilma.ask('desk:enter', { ...desk, capabilities: [] });
    expect(state).toMatchObject({ self: { presence: 'away' }, queue: [], chats: [], offers: [] });
    const status: unknown = await (await fetch(`${url}/status.json`)).json();
    expect(status).toMatchObject({ open: false, band: 'nobody' });
    wilma.leave();
  });
});
