import { keyRecords } from '@haven/server/records/keys';
import type { PublicKey, StaffId } from '@haven/shared/ids';
import { afterEach, describe, expect, test } from 'vitest';
import { createClosing } from '../support/closing';
import { until } from '../support/until';
import { PLACES } from './places';

const closing = createClosing();
afterEach(closing.close);

const row = (signed: string) => ({ kind: 'device', signed, reason: null }) as const;
const key = (name: string) => name as PublicKey;

describe.each(Object.entries(PLACES))('Keys in %s', (_name, make) => {
  const open = async () => {
    const place = closing.add(await make());
    const records = await place.open();
    return { place, records, keys: keyRecords(records) };
  };

  test('have one log, to whose end one writes at a time', async () => {
    const { keys } = await open();
    expect(await keys.append(0, [row('a'), row('b')])).toBe(true);
    expect(await keys.append(0, [row('c')])).toBe(false);
    const outcomes = await Promise.all(['c', 'd', 'e'].map((signed) => keys.append(2, [row(signed)])));
    expect(outcomes.filter((appended) => appended)).toHaveLength(1);
    expect(await keys.logAfter(0)).toHaveLength(3);
    expect(await keys.append(3, [{ kind: 'revocations', signed: 'list', reason: 'lost' }])).toBe(true);
    expect(await keys.logAfter(3)).toEqual([{ kind: 'revocations', signed: 'list', reason: 'lost' }]);
  });

  test('are there again after a restart', async () => {
    const { place, records, keys } = await open();
    await keys.append(0, [row('a')]);
    await keys.putRoot({ publicKey: key('root'), inUse: false });
    await keys.putRoot({ publicKey: key('next'), inUse: true });
    await keys.putRoot({ publicKey: key('root'), inUse: true });
    await records.stop();
    const again = keyRecords(await place.open());
    expect(await again.logAfter(0)).toEqual([row('a')]);
    expect(await again.roots()).toEqual([
      { publicKey: 'root', inUse: true },
      { publicKey: 'next', inUse: true },
    ]);
  });

  test('have one request of a device, its latest, until it is dropped; every change is told', async () => {
    const { keys } = await open();
    let told = 0;
    keys.onChange(() => (told += 1));
    const sanne = 'sanne' as StaffId;
    await keys.putRequest({ device: key('laptop'), staffId: sanne, request: 'first' });
    await keys.putRequest({ device: key('laptop'), staffId: sanne, request: 'second' });
    await keys.putRequest({ device: key('phone'), staffId: sanne, request: 'other' });
    expect((await keys.requests()).map(({ request }) => request).toSorted()).toEqual(['other', 'second']);
    await keys.dropRequests([key('laptop')]);
    expect((await keys.requests()).map(({ device }) => device)).toEqual(['phone']);
    await until('the changes were told', () => told > 0);
  });
});
