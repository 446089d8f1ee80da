import { readArmoured, readChainText } from '@haven/shared/crypto/armour';
import { verifyChain } from '@haven/shared/crypto/chain';
import { verifyRevocations } from '@haven/shared/crypto/revocation-list';
import type { Revocations } from '@haven/shared/crypto/revocation';
import type { Instant } from '@haven/shared/units';
import { type Host, Refusal } from './host';
import { contentOf, type KeyFolder } from './key-folder';
import { certificateFault, dateText, readPublicKey } from './parse';
import { ROOT_PUBLIC_FILE } from './root-commands';

export interface VerifyOptions {
  /** The text of a chain, or a file that holds it. */
  readonly chain: string;
  /** Public keys; without any, the one in this folder. */
  readonly roots: readonly string[];
  readonly organisation: string | undefined;
  readonly revocations: readonly string[];
  readonly at: string | undefined;
}

const momentOf = (at: string | undefined, now: Instant): Instant => {
  if (at === undefined) return now;
  const moment = Date.parse(at);
  if (Number.isNaN(moment))
    throw new Refusal(`--at must be a moment such as 2026-03-02T12:00:00Z, not ${at}.`);
  return moment;
};

/** Says whom a chain speaks for, as a visitor's client would see it; refuses otherwise. */
export const verifyStaffChain = (host: Host, folder: KeyFolder, options: VerifyOptions): void => {
  const chain = readChainText(contentOf(options.chain));
  if (!chain.ok) throw new Refusal('--chain is neither a chain of certificates nor a file that holds one.');
  const given = options.roots.map((root) => readPublicKey(root, '--root'));
  const own = () => folder.read(ROOT_PUBLIC_FILE, 'give the root with --root.');
  const roots = given.length > 0 ? given : [readPublicKey(own(), folder.path(ROOT_PUBLIC_FILE))];
  const trust = { roots, organisation: options.organisation, now: momentOf(options.at, host.now) };
  const revocations = options.revocations.map((text): Revocations => {
    const list = readArmoured('revocations', contentOf(text), 1);
    const bytes = list.ok ? list.value[0] : undefined;
    if (!bytes) throw new Refusal('--revocations is neither a revocation list nor a file that holds one.');
    const verified = verifyRevocations(host.sodium, bytes, trust);
    if (verified.ok) return verified.value;
    throw new Refusal(`The revocation list does not hold: ${certificateFault(verified.error)}.`);
  });
  const device = verifyChain(host.sodium, chain.value, { ...trust, revocations });
  if (!device.ok) throw new Refusal(`The chain does not hold: ${certificateFault(device.error)}.`);
  const { displayName, staffId, role, organisation, notAfter, serial } = device.value;
  host.say(`${displayName} (${staffId}), ${role} of ${organisation}, until ${dateText(notAfter)}.`);
  host.say(`Serial ${Buffer.from(serial).toString('hex')}.`);
};
