import type { ChatId } from '@haven/shared/ids';
import type { Offer } from '@haven/shared/protocol/queue';
import type { Instant } from '@haven/shared/units';
import { createStore } from 'zustand/vanilla';

export type OffersState = {
  /** The one that ends first comes first. */
  readonly offers: readonly Offer[];
};

const byEnd = (offers: readonly Offer[]): readonly Offer[] =>
  [...offers].sort((a, b) => a.expiresAt - b.expiresAt);

const withOffer = (offers: readonly Offer[], offer: Offer): readonly Offer[] => {
  const known = offers.find(({ item }) => item.chat === offer.item.chat);
  if (known !== undefined && known.expiresAt > offer.expiresAt) return offers;
  return byEnd([...offers.filter(({ item }) => item.chat !== offer.item.chat), offer]);
};

const withoutOffer = (offers: readonly Offer[], chat: ChatId): readonly Offer[] =>
  offers.some(({ item }) => item.chat === chat) ? offers.filter(({ item }) => item.chat !== chat) : offers;

/** Offers whose time is up, in case the word of it got lost. */
const unexpired = (offers: readonly Offer[], now: Instant): readonly Offer[] =>
  offers.every(({ expiresAt }) => expiresAt > now)
    ? offers
    : offers.filter(({ expiresAt }) => expiresAt > now);

export const createOffersStore = () => {
  const store = createStore<OffersState>(() => ({ offers: [] }));
  const update = (change: (offers: readonly Offer[]) => readonly Offer[]) =>
    store.setState((before) => {
      const offers = change(before.offers);
      return offers === before.offers ? before : { offers };
    });
  return {
    store,
    whole: (offers: readonly Offer[]) => update(() => byEnd(offers)),
    made: (offer: Offer) => update((offers) => withOffer(offers, offer)),
    withdrawn: (chat: ChatId) => update((offers) => withoutOffer(offers, chat)),
    expire: (now: Instant) => update((offers) => unexpired(offers, now)),
  };
};
