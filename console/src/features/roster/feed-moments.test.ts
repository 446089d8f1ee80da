import { minutes, seconds } from '@haven/shared/units';
import { expect, test } from 'vitest';
import { feedMoments } from './feed-moments';

test('Addresses that were made in one minute have a number each, those that read different have none', () => {
  const said = (at: number) => `minute ${Math.floor(at / minutes(1))}`;
  const made = (madeAt: number | null, team: string | null = null) => ({ madeAt, team });
  const feeds = [
    made(null),
    made(minutes(1)),
    made(minutes(1) + seconds(9)),
    made(minutes(1) + seconds(20), 'amsterdam'),
    made(minutes(2)),
  ];
  expect(feedMoments(feeds, said)).toEqual(['–', 'minute 1 · 1', 'minute 1 · 2', 'minute 1', 'minute 2']);
  expect(feedMoments([made(null), made(null)], said)).toEqual(['– · 1', '– · 2']);
});
