import { toBase64Url } from './bytes';
import type { Revocations } from './revocation';

/**
 * The newest list of every signer, for as long as a session lasts. What is on it never goes back: an older list, and
 * another one of the same number, change nothing.
 */
export class RevocationShelf {
  readonly #newest = new Map<string, Revocations>();

  get lists(): readonly Revocations[] {
    return [...this.#newest.values()];
  }

  /** @returns whether the list is news */
  take(list: Revocations): boolean {
    const signer = toBase64Url(list.signerKey);
    if ((this.#newest.get(signer)?.number ?? 0) >= list.number) return false;
    this.#newest.set(signer, list);
    return true;
  }
}
