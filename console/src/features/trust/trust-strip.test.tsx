// @vitest-environment happy-dom
import type { LogState, StrangeDevice } from '@haven/shared/ceremony/keys-work';
import type { PublicKey, StaffId } from '@haven/shared/ids';
import type { SignedIn } from '@haven/shared/protocol/http';
import type { CertifiedDevice, KeysState } from '@haven/shared/protocol/keys';
import { ok } from '@haven/shared/result';
import { days, minutes } from '@haven/shared/units';
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { NIGHT, organisation } from '../../testing/duty-desk';
import { keysState } from '../../testing/keys-state';
import { show } from '../../testing/show';
import { CertificateStrip } from './certificate-strip';
import { DevicesSection } from './devices-section';
import type { Hands } from './trust-acts';
import { TrustStrip } from './trust-strip';

const FATIMA: SignedIn = {
  staffId: 'fatima' as StaffId,
  displayName: 'Fatima',
  role: 'counsellor',
  desks: [],
  organisation,
  chain: { issuer: 'i', device: 'd' },
  demonstration: false,
  certificateUntil: NIGHT + days(7),
};
const KEYS = keysState({ log: { size: 3, hash: '' } });
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

const drawn = (part = <TrustStrip />, identity: SignedIn = FATIMA, keys: KeysState = KEYS) => {
  const keyWork = vi.fn<() => Promise<unknown>>(() => Promise.resolve(ok(null)));
  const page = show(part, { keyWork: keyWork as never, lookAtKeys: () => Promise.resolve() });
  act(() => {
    page.stores.signIn.become({ kind: 'signed-in', identity });
    page.stores.trust.know(keys);
  });
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
      staffId: 'fatima',
      publicKey: STRANGE.publicKey,
    });
    leave();
  });
});

describe('Two days before visitors would refuse a device', () => {
  const until = NIGHT + days(2) - minutes(1);
  const device = (more: Partial<CertifiedDevice> = {}): CertifiedDevice => ({
    publicKey: 'laptop' as PublicKey,
    staffId: 'karim' as StaffId,
    displayName: 'Karim',
    role: 'counsellor',
    certificates: [],
    until,
    withdrawn: false,
    withdrawnFor: null,
    serves: true,
    ...more,
  });

  it('an administrator is told on every page, and a counsellor of her own', () => {
    const longer = device({ until: NIGHT + days(2) + minutes(1) });
    const wilma = { ...FATIMA, role: 'administrator' } as const;
    const hers = drawn(<TrustStrip />, wilma, { ...KEYS, devices: [device(), longer] });
    act(() => hers.stores.trust.followed(seen()));
    expect(hers.text()).toContain('1 apparaat');
    hers.leave();

    const chain = { issuer: 'i', device: 'd', until };
    const own = drawn(<CertificateStrip />, FATIMA, { ...KEYS, chain });
    expect(own.text()).toContain('De toelating van dit apparaat loopt af');
    act(() => own.stores.trust.know({ ...KEYS, chain: { ...chain, until: NIGHT + days(7) } }));
    expect(own.text()).toBe('');
    act(() => own.stores.trust.know({ ...KEYS, chain: null }));
    expect(own.place.querySelector('[role="alert"]')).not.toBeNull();
    own.leave();
  });

  it('the page says of each who can answer until when, the first to end first, also of two at one device', () => {
    const said = vi.spyOn(console, 'error');
    const devices = [
      device({ staffId: 'sanne' as StaffId, displayName: 'Sanne', until: NIGHT + days(6) }),
      device(),
    ];
    const keys = { ...KEYS, devices };
    const hands = {} as Hands;
    const page = drawn(<DevicesSection keys={keys} hands={hands} own={null} now={NIGHT} />, FATIMA, keys);
    const rows = [...page.place.querySelectorAll('li')].map((row) => row.textContent);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatch(/Karim.*Loopt af: /);
    expect(rows[1]).toMatch(/Sanne.*Geldig tot /);
    expect(said).not.toHaveBeenCalled();
    page.leave();
  });
});
