import { equalBytes, toBase64Url } from '../crypto/bytes';
import type { CertificateChain } from '../crypto/chain';
import type { HandshakeError } from '../crypto/errors';
import {
  type ConfirmedAccept,
  type LinkRole,
  type Sign,
  type StaffHandshake,
  staffConfirm,
  staffOffer,
} from '../crypto/handshake';
import { decodeHello } from '../crypto/handshake-frames';
import type { Random, Sodium } from '../crypto/sodium';
import { err, type Result } from '../result';
import type { Instant } from '../units';
import { Attempts } from './attempts';
import type { Outcome } from './relay-requests';
import { ENDPOINT_LIMITS, ENDPOINT_TIMING } from './timing';

/** What a staff device brings to every handshake. */
export interface StaffIdentity {
  readonly role: LinkRole;
  readonly chain: CertificateChain;
  readonly sign: Sign;
}

export interface StaffOffersDeps {
  readonly sodium: Sodium;
  readonly random: Random;
  readonly now: () => Instant;
  /** Of this moment: the device may be certified anew while its chats go on. */
  readonly identity: () => StaffIdentity;
  readonly cid: Uint8Array;
  readonly submit: (frame: string, outcome: Outcome) => void;
}

interface OpenOffer {
  readonly hello: Uint8Array;
  /** null while the device signs. */
  made: { readonly frame: string; readonly state: StaffHandshake } | null;
  accepted: boolean;
  readonly since: Instant;
}

/**
 * Answers the hellos of one chat. Nothing in a hello is proven, so a few may be open at once and none of them touches
 * the link in use before the accept has shown the visitor's key.
 */
export class StaffOffers {
  readonly #deps: StaffOffersDeps;
  #open: OpenOffer[] = [];
  #minimumEpoch = 1;
  #visitorPk: Uint8Array | undefined;
  readonly #attempts = new Attempts();
  #lastAt: Instant = 0;

  constructor(deps: StaffOffersDeps) {
    this.#deps = deps;
  }

  async hello(hello: Uint8Array): Promise<HandshakeError | null> {
    const known = this.#open.find((offer) => equalBytes(offer.hello, hello));
    if (known) {
      if (known.made) this.#deps.submit(known.made.frame, () => undefined);
      return null;
    }
    const decoded = decodeHello(hello);
    if (!decoded.ok) return decoded.error;
    if (this.#visitorPk && !equalBytes(decoded.value.visitorPk, this.#visitorPk)) return 'other-visitor';
    const now = this.#deps.now();
    this.#attempts.settled(this.#lastAt, now);
    if (now < this.#attempts.notBefore) return null;
    const offer: OpenOffer = { hello, made: null, accepted: false, since: now };
    const fresh = this.#open.filter(({ since }) => now - since < ENDPOINT_TIMING.offer);
    this.#open = [...fresh, offer].slice(-ENDPOINT_LIMITS.openOffers);
    const { sodium, random, identity, cid } = this.#deps;
    const made = await staffOffer(sodium, {
      ...identity(),
      hello,
      random,
      cid,
      minimumEpoch: this.#minimumEpoch,
    });
    if (!made.ok) {
      this.#open = this.#open.filter((other) => other !== offer);
      return made.error;
    }
    this.#lastAt = now;
    if (this.#open.length > 1) this.#attempts.begin(now);
    offer.made = { frame: toBase64Url(made.value.frame), state: made.value.state };
    if (this.#open.includes(offer)) this.#deps.submit(offer.made.frame, () => undefined);
    return null;
  }

  /** The link of the offer that this accept answers, once; null when it answers none. */
  accept(accept: Uint8Array, epoch: number): Result<ConfirmedAccept, HandshakeError> | null {
    let error: HandshakeError | null = null;
    for (const offer of this.#open) {
      if (offer.accepted || offer.made?.state.epoch !== epoch) continue;
      const input = { state: offer.made.state, accept, expectedVisitorPk: this.#visitorPk };
      const confirmed = staffConfirm(this.#deps.sodium, input);
      if (confirmed.ok) {
        offer.accepted = true;
        return confirmed;
      }
      ({ error } = confirmed);
    }
    return error && err(error);
  }

  /** The visitor has spoken on the link of this epoch: earlier handshakes are void, later ones need the same key. */
  confirmed(epoch: number, visitorPk: Uint8Array): void {
    this.#visitorPk ??= visitorPk;
    this.#minimumEpoch = epoch + 1;
    this.#open = this.#open.filter(({ made }) => !made || made.state.epoch > epoch);
    this.#attempts.reset();
  }

  /** Sends the open offers again: the relay may have forgotten them. */
  repeat(): void {
    for (const { made } of this.#open) if (made) this.#deps.submit(made.frame, () => undefined);
  }
}
