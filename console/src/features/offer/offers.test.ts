import { seconds } from '@haven/shared/units';
import { describe, expect, it } from 'vitest';
import { NIGHT, offerOf } from '../../testing/duty-desk';
import { secondsLeft } from './countdown';
import { createOffersStore } from './offers-store';

describe('Offers', () => {
  it('stand in the order in which they end', () => {
    const offers = createOffersStore();
    const late = offerOf(1, { expiresAt: NIGHT + seconds(20) });
    const soon = offerOf(2, { expiresAt: NIGHT + seconds(5) });
    offers.made(late);
    offers.made(soon);
    expect(offers.store.getState().offers).toEqual([soon, late]);
  });

  it('ring anew when offered again, and an older word of them changes nothing', () => {
    const offers = createOffersStore();
    const again = offerOf(1, { expiresAt: NIGHT + seconds(60) });
    offers.made(offerOf(1));
    offers.made(again);
    offers.made(offerOf(1));
    expect(offers.store.getState().offers).toEqual([again]);
  });

  it('end by themselves when the word of their end got lost', () => {
    const offers = createOffersStore();
    offers.made(offerOf(1));
    offers.expire(NIGHT + seconds(19));
    expect(offers.store.getState().offers).toHaveLength(1);
    offers.expire(NIGHT + seconds(20));
    expect(offers.store.getState().offers).toEqual([]);
  });

  it('count down in whole seconds, to zero and not below', () => {
    expect([20_000, 19_999, 1, 0, -5000].map((left) => secondsLeft(NIGHT + left, NIGHT))).toEqual([
      20, 20, 1, 0, 0,
    ]);
  });
});
