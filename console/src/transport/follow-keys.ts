import type { KeysState } from '@haven/shared/protocol/keys';
import type { StaffId } from '@haven/shared/ids';
import type { SignedIn } from '@haven/shared/protocol/http';
import type { EncodedChain } from '@haven/shared/endpoint/staff-worker';
import type { Stores } from '../state/stores';
import type { Ask } from './desk-actions';
import type { KeyWork } from './keys-worker-port';

export type FollowKeysDeps = {
  readonly stores: Pick<Stores, 'trust'>;
  readonly ask: Ask;
  readonly work: KeyWork;
  readonly identity: Pick<SignedIn, 'staffId' | 'demonstration' | 'chain'>;
  /** This page was opened with other keys than those that count now. */
  readonly onRekeyed: () => void;
  /** This device was certified anew. */
  readonly onCertified: (chain: EncodedChain) => void;
};

/** Knows what counts, and checks that the log only grew. Asked again whenever something about keys has changed. */
export const createFollowKeys = (deps: FollowKeysDeps): (() => Promise<void>) => {
  const { stores, ask, identity, onRekeyed, onCertified } = deps;
  let asked = false;
  let running: Promise<void> | null = null;
  let shown = identity.chain;

  const once = async () => {
    const looked = await ask('keys:look', {});
    if (!looked.ok) return;
    const keys = looked.value;
    stores.trust.know(keys);
    const certified = identity.chain === null && keys.chain !== null;
    const fallen = identity.chain !== null && keys.fallen;
    if (keys.demonstration !== identity.demonstration || certified || fallen) onRekeyed();
    else if (keys.chain !== null && !isSame(keys.chain, shown)) {
      const { issuer, device } = keys.chain;
      shown = { issuer, device };
      onCertified(shown);
    }
    await followLog(deps, keys, identity.staffId);
  };
  const untilDone = async () => {
    while (asked) {
      asked = false;
      await once();
    }
    running = null;
  };
  return () => {
    asked = true;
    running ??= untilDone();
    return running;
  };
};

/** The issuer's may be another one for the same device: when a root has taken the place of the one before. */
const isSame = (one: EncodedChain, other: EncodedChain | null): boolean =>
  one.device === other?.device && one.issuer === other.issuer;

const followLog = async (
  { stores, ask, work }: FollowKeysDeps,
  { organisation, log }: KeysState,
  staffId: StaffId,
): Promise<void> => {
  const seen = await work('log-seen', { organisation, staffId });
  if (!seen.ok) return;
  const entries: string[] = [];
  let head = log;
  while (seen.value + entries.length < head.size) {
    const page = await ask('keys:log', { after: seen.value + entries.length });
    if (!page.ok || page.value.entries.length === 0) return;
    entries.push(...page.value.entries);
    head = page.value.log;
  }
  const followed = await work('follow-log', { organisation, staffId, entries, head });
  if (followed.ok) stores.trust.followed(followed.value);
};
