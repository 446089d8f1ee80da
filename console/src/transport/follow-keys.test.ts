import type { KeysWork } from '@haven/shared/ceremony/keys-work';
import type { StaffId } from '@haven/shared/ids';
import type { KeysState } from '@haven/shared/protocol/keys';
import { ok } from '@haven/shared/result';
import { describe, expect, it, vi } from 'vitest';
import { createTrustStore } from '../features/trust/trust-store';
import { keysState } from '../testing/keys-state';
import { createFollowKeys } from './follow-keys';

const CHAIN = { issuer: 'under the first root', device: 'a week' };
const SANNE = { staffId: 'sanne' as StaffId, demonstration: false, chain: CHAIN };

/** Sanne's console, and what the server says of keys. */
const console = (identity: typeof SANNE | (Omit<typeof SANNE, 'chain'> & { chain: null }) = SANNE) => {
  const keys = keysState({ chain: { ...CHAIN, until: 7 }, now: 0 });
  const told = { now: keys };
  const onCertified = vi.fn<() => void>();
  const onRekeyed = vi.fn<() => void>();
  const seen: KeysWork['log-seen']['ask'][] = [];
  const look = createFollowKeys({
    stores: { trust: createTrustStore() },
    ask: (async () => ok(told.now)) as never,
    work: (async (task: string, ask: KeysWork['log-seen']['ask']) => {
      if (task === 'log-seen') seen.push(ask);
      return ok(0);
    }) as never,
    identity,
    onCertified,
    onRekeyed,
  });
  return {
    look,
    onCertified,
    onRekeyed,
    seen,
    tell: (more: Partial<KeysState>) => (told.now = { ...keys, ...more }),
  };
};

describe('An open console', () => {
  it('takes over a renewed certificate, and the issuer’s under the root that takes the place of the first', async () => {
    const { look, onCertified, onRekeyed, tell } = console();
    await look();
    expect(onCertified).not.toHaveBeenCalled();
    tell({ chain: { ...CHAIN, device: 'another week', until: 14 } });
    await look();
    expect(onCertified).toHaveBeenLastCalledWith({ ...CHAIN, device: 'another week' });
    tell({ chain: { issuer: 'under the next root', device: 'another week', until: 14 } });
    await look();
    await look();
    expect(onCertified).toHaveBeenLastCalledWith({ issuer: 'under the next root', device: 'another week' });
    expect(onCertified).toHaveBeenCalledTimes(2);
    expect(onRekeyed).not.toHaveBeenCalled();
  });

  it('opens anew once its device is admitted', async () => {
    const { look, onRekeyed, tell } = console({ ...SANNE, chain: null });
    tell({ chain: null });
    await look();
    expect(onRekeyed).not.toHaveBeenCalled();
    tell({});
    await look();
    expect(onRekeyed).toHaveBeenCalledTimes(1);
  });

  it('opens anew when its admission fell with the issuer, and not when it only ran out', async () => {
    const { look, onRekeyed, tell } = console();
    tell({ chain: null });
    await look();
    expect(onRekeyed).not.toHaveBeenCalled();
    tell({ chain: null, fallen: true });
    await look();
    expect(onRekeyed).toHaveBeenCalledTimes(1);
    const waiting = console({ ...SANNE, chain: null });
    waiting.tell({ chain: null, fallen: true });
    await waiting.look();
    expect(waiting.onRekeyed).not.toHaveBeenCalled();
  });

  it('asks for the log as the person who is signed in', async () => {
    const { look, seen } = console();
    await look();
    expect(seen).toEqual([{ organisation: 'Veilige Haven', staffId: 'sanne' }]);
  });
});
