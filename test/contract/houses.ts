import { afterAll, beforeAll } from 'vitest';
import { createClosing } from '../support/closing';
import { startRedis } from '../support/redis-server';
import { type House, openHouse } from './house';

/** The least and the most usual way to run Haven: what one node keeps in memory, two keep in Redis. */
export const HOUSES = [
  ['one node with its own memory', false],
  ['two nodes on Redis', true],
] as const;

/** One house for all tests of a suite; to be called at its top. The addresses are there once a test runs. */
export function houseOfSuite(onRedis: boolean): {
  readonly house: () => House;
  /** The first node. */
  readonly here: () => string;
  /** The last, which is the first where there is only one. */
  readonly there: () => string;
} {
  const closing = createClosing();
  let opened: House | undefined;
  beforeAll(async () => {
    const redisUrl = onRedis ? closing.add(await startRedis()).url : undefined;
    opened = closing.add(await openHouse(redisUrl === undefined ? {} : { redisUrl, nodes: 2 }));
  });
  afterAll(closing.close);
  const house = (): House => {
    if (opened === undefined) throw new Error('The house is open once a test runs.');
    return opened;
  };
  const at = (index: 0 | -1) => () => house().nodes.at(index)?.url ?? '';
  return { house, here: at(0), there: at(-1) };
}
