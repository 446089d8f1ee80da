// @vitest-environment happy-dom
import type { LogState, StrangeDevice } from '@haven/shared/ceremony/keys-work';
import type { KeysState } from '@haven/shared/protocol/keys';
import { ok } from '@haven/shared/result';
import { days } from '@haven/shared/units';
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { NIGHT } from '../../testing/duty-desk';
import { show } from '../../testing/show';
import { TrustStrip } from './trust-strip';

const KEYS: KeysState = {
  demonstration: false,
  organisation: 'Veilige Haven',
  roots: [],
  log: { size: 3, hash: '' },
  issuers: [],
  devices: [],
  requests: [],
  lists: [],
  chain: null,
  now: NIGHT,
};
const seen = (more: Partial<LogState> = {}): LogState => ({
  size: 3,
  words: ['een', 'twee', 'drie', 'vier'],
  fault: null,
  strange: [],
  ...more,
});
const STRANGE: StrangeDevice = {
  publicKey: 'Zq81aPcdRest',
  displayName: 'Fatima',
  serial: '00',
  from: NIGHT - days(1),
  until: NIGHT + days(6),
};

const drawn = () => {
  const keyWork = vi.fn<() => Promise<unknown>>(() => Promise.resolve(ok(null)));
  const page = show(<TrustStrip />, { keyWork: keyWork as never, lookAtKeys: () => Promise.resolve() });
  act(() => page.stores.trust.know(KEYS));
  return { ...page, keyWork };
};

describe('The log of keys, as every console checks it', () => {
  it('is no news while it only grows', () => {
    const { stores, text, leave } = drawn();
    act(() => stores.trust.followed(seen()));
    expect(text()).toBe('');
    leave();
  });

  it('raises an alarm when it is not continued', () => {
    const { stores, place, leave } = drawn();
    act(() => stores.trust.followed(seen({ fault: 'log-forked' as never })));
    expect(place.querySelector('[role="alert"]')?.textContent).toContain(
      'Het logboek van sleutels is niet meer wat het was.',
    );
    leave();
  });

  it('raises an alarm about a certificate in my name that I did not ask for, until I say that it is mine', () => {
    const { stores, place, keyWork, leave } = drawn();
    act(() => stores.trust.followed(seen({ strange: [STRANGE] })));
    const alarm = place.querySelector('[role="alert"]');
    expect(alarm?.textContent).toContain('(Zq81aPcd…) in jouw naam antwoorden');
    act(() => alarm?.querySelector('button')?.click());
    expect(keyWork).toHaveBeenCalledWith('my-device', {
      organisation: 'Veilige Haven',
      publicKey: STRANGE.publicKey,
    });
    leave();
  });
});
