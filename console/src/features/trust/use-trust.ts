import { may } from '@haven/shared/protocol/permissions';
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
  // Nobody else's browser is asked for an issuer's key, which would be made there.
  const signs = useSlice(
    stores.signIn,
    ({ state }) => state.kind === 'signed-in' && may(state.identity.role, 'keys:certify'),
  );
  const { keyWork } = actions;
  useEffect(() => {
    if (!signs) return;
    void keyWork('issuer-key', {}).then((made) => setIssuerKey(made.ok ? made.value : null));
  }, [keyWork, signs]);
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
