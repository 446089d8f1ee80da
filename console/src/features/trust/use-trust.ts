import { useEffect, useState } from 'react';
import { useConsole, useNow, useSlice } from '../../ui/console-context';
import { ownIssuer } from './trust-rules';
import type { Done, TrustFault } from './trust-acts';

/** What is known of keys, and this browser's own part in it. */
export const useTrust = () => {
  const { stores, actions } = useConsole();
  const keys = useSlice(stores.trust, (trust) => trust.keys);
  const now = useNow();
  const [issuerKey, setIssuerKey] = useState<string | null>(null);
  const { keyWork } = actions;
  useEffect(() => {
    void keyWork('issuer-key', {}).then((made) => setIssuerKey(made.ok ? made.value : null));
  }, [keyWork]);
  return { keys, now, hands: actions, own: keys === null ? null : ownIssuer(keys, issuerKey, now) };
};

/** One act at a time, and what came of it. */
export const useAct = () => {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<TrustFault | null>(null);
  const run = async (act: () => Promise<Done>): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setFault(null);
    const done = await act();
    setBusy(false);
    if (!done.ok) setFault(done.error);
    return done.ok;
  };
  return { busy, fault, run };
};
