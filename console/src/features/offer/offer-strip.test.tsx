// @vitest-environment happy-dom
import type { ChatId } from '@haven/shared/ids';
import { seconds } from '@haven/shared/units';
import { act } from 'react';
import { describe, expect, it } from 'vitest';
import { ALMERE, BILAL, chatNumber, offerOf } from '../../testing/duty-desk';
import { show } from '../../testing/show';
import { OfferStrip } from './offer-strip';

const click = (place: Element, name: string): void => {
  const button = [...place.querySelectorAll('button')].find((one) => one.textContent?.startsWith(name));
  act(() => button?.click());
};

describe('What rings', () => {
  it('counts down, and can be accepted', () => {
    const claimed: ChatId[] = [];
    const claim = (chat: ChatId) => {
      claimed.push(chat);
      return Promise.resolve(true);
    };
    const { leave, pass, place, stores, text } = show(<OfferStrip />, { claim });
    expect(text()).toBe('');
    act(() => stores.offers.made(offerOf(1)));
    expect(text()).toContain('nog 20 seconden');
    pass(seconds(19));
    expect(text()).toContain('nog 1 seconde');
    click(place, 'Aannemen');
    expect(claimed).toEqual([chatNumber(1)]);
    leave();
  });

  it('says which colleague hands over, and how many more ring', () => {
    const { leave, stores, text } = show(<OfferStrip />);
    const from = { staffId: BILAL, displayName: 'Bilal', desk: ALMERE };
    act(() => {
      stores.offers.made(offerOf(1, { kind: 'transfer', from }));
      stores.offers.made(offerOf(2, { expiresAt: offerOf(1).expiresAt + 1 }));
    });
    expect(text()).toContain('Bilal vraagt je een gesprek over te nemen');
    expect(text()).toContain('Bureau Almere');
    expect(text()).toContain('en nog 1 aanbod');
    leave();
  });
});
